import { replaceClosed } from './replace-closed.ts';
import { escapeHtml } from './to-html.ts';

/** Elements that stand for what HTML has no word of its own for, between `markedUp` and Markdown. */
export const inlineMathClass = 'tenet-inline-math';
export const displayMathClass = 'tenet-display-math';

interface MathNotation {
  readonly pattern: RegExp;
  readonly closer: string;
  readonly display: boolean;
}

const mathNotations: readonly MathNotation[] = [
  { pattern: /\\\(([\s\S]*?)\\\)/g, closer: '\\)', display: false },
  { pattern: /\\\[([\s\S]*?)\\\]/g, closer: '\\]', display: true },
  { pattern: /\[\$\$\]([\s\S]*?)\[\/\$\$\]/g, closer: '[/$$]', display: true },
  { pattern: /\[\$\]([\s\S]*?)\[\/\$\]/g, closer: '[/$]', display: false },
  {
    pattern: /<anki-mathjax block="true">([\s\S]*?)<\/anki-mathjax>/g,
    closer: '</anki-mathjax>',
    display: true,
  },
  {
    pattern: /<anki-mathjax>([\s\S]*?)<\/anki-mathjax>/g,
    closer: '</anki-mathjax>',
    display: false,
  },
];

const latex = /\[latex\]([\s\S]*?)\[\/latex\]/g;
const sound = /\[sound:([^\]]+)\]/g;

/**
 * A field of Anki with its own notations (maths in four spellings, `[sound:…]`) as elements, so that
 * an HTML parser sees them.
 */
export function markedUp(field: string): string {
  let html = field;
  for (const { pattern, closer, display } of mathNotations)
    html = replaceClosed(html, closer, pattern, (_all, inner = '') => mathElement(inner, display));
  html = replaceClosed(html, '[/latex]', latex, (_all, inner = '') => latexElement(inner));
  return replaceClosed(html, ']', sound, (_all, name = '') => `<img alt="" src="${name.trim()}">`);
}

function mathElement(inner: string, display: boolean): string {
  // Inside maths Anki ignores elements, and its editor writes line breaks as <br>.
  const lines = inner.replace(/<br\s*\/?>/gi, ' ');
  const source = replaceClosed(lines, '>', /<\/?[a-z][^>]*>/gi, () => '').trim();
  const className = display ? displayMathClass : inlineMathClass;
  return `<code class="${className}">${source}</code>`;
}

/** `[latex]` holds a whole document's body; only a lone formula in it has a form in Markdown. */
function latexElement(inner: string): string {
  const body = inner.trim();
  const formula =
    body.match(/^\$\$([^$]*)\$\$$/) ??
    body.match(/^\\begin\{(?:displaymath|equation\*?)\}([\s\S]*)\\end\{[a-z*]+\}$/);
  if (formula?.[1] !== undefined) return mathElement(formula[1], true);
  const inline = body.match(/^\$([^$]*)\$$/);
  if (inline?.[1] !== undefined) return mathElement(inline[1], false);
  return `<pre><code class="language-latex">${escapeHtml(body)}</code></pre>`;
}
