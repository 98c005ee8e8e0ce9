import type { ElementContent, Root as HtmlRoot } from 'hast';
import type { Root } from 'mdast';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { placeMedia } from './html-media.ts';
import type { MediaNames } from './html-media.ts';
import { safeHtml } from './html-schema.ts';
import { parseMarkdown } from './parse.ts';
import { isPlainParagraph, simpleParagraph } from './plain-paragraph.ts';

const toElements = unified()
  .use(remarkRehype, {
    allowDangerousHtml: true,
    handlers: {
      math: (_state: unknown, node: { value: string }) => maths('\\[', node.value, '\\]'),
      inlineMath: (_state: unknown, node: { value: string }) => maths('\\(', node.value, '\\)'),
    },
  })
  .freeze();

const withRawHtml = unified().use(rehypeRaw).freeze();
const sanitizer = unified().use(rehypeSanitize, safeHtml).freeze();
const printer = unified()
  .use(rehypeStringify, { characterReferences: { useNamedReferences: true } })
  .freeze();

const noMedia: MediaNames = { name: () => null };

/**
 * A field of Markdown as HTML for a note of Anki: maths between `\(…\)` and `\[…\]`, sounds as
 * `[sound:…]`, everything else as plain elements without scripts, styles or remote pictures. One
 * paragraph alone stands without `<p>`.
 */
export function markdownToHtml(markdown: string, media: MediaNames = noMedia): string {
  const text = markdown.normalize('NFC').trim();
  if (isPlainParagraph(text)) return text;
  const simple = simpleParagraph(text);
  if (simple !== null) return simple;
  const tree = parseMarkdown(text);
  const elements = toElements.runSync(tree) as HtmlRoot;
  // Raw HTML needs a real HTML parser, which costs more than all the rest.
  const complete = hasHtml(tree) ? (withRawHtml.runSync(elements) as HtmlRoot) : elements;
  const safe = sanitizer.runSync(placeMedia(complete, media)) as HtmlRoot;
  return printer.stringify(unwrapped(safe)).trim();
}

/** Text as HTML that shows exactly that text. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function maths(open: string, value: string, close: string): ElementContent {
  return { type: 'text', value: `${open}${value.replaceAll('\n', ' ')}${close}` };
}

function hasHtml(node: Root | Root['children'][number]): boolean {
  return node.type === 'html' || ('children' in node && node.children.some(hasHtml));
}

function unwrapped(root: HtmlRoot): HtmlRoot {
  const matter = root.children.filter((node) => node.type !== 'text' || node.value.trim() !== '');
  const [only] = matter;
  if (matter.length !== 1 || only?.type !== 'element' || only.tagName !== 'p') return root;
  return { ...root, children: only.children };
}
