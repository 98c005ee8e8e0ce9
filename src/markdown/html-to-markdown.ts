import type { Root as HtmlRoot, RootContent } from 'hast';
import type { Handle } from 'hast-util-to-mdast';
import type { Root } from 'mdast';
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import rehypeSanitize from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { htmlHazardOf } from './html-hazard.ts';
import { handlers, keptAsHtml, withRealTags, withoutTagMarks } from './html-handlers.ts';
import { withLines } from './html-lines.ts';
import { displayMathClass, inlineMathClass, markedUp } from './html-marks.ts';
import type { MediaNames } from './html-media.ts';
import { safeHtml } from './html-schema.ts';
import { isPlainParagraph, simpleHtml } from './plain-paragraph.ts';
import { replaceClosed } from './replace-closed.ts';

const parser = unified().use(rehypeParse, { fragment: true }).freeze();

const sanitizer = unified()
  .use(rehypeSanitize, {
    ...safeHtml,
    attributes: {
      ...safeHtml.attributes,
      code: [['className', /^language-./, inlineMathClass, displayMathClass]],
    },
  })
  .freeze();

const converter = unified()
  .use(rehypeRemark, {
    document: false,
    handlers: { ...handlers, ...keptAsHtml } satisfies Record<string, Handle>,
  })
  .freeze();

const printer = unified()
  .use(remarkGfm)
  .use(remarkMath)
  .use(remarkStringify, { bullet: '-', emphasis: '*', rule: '-', fences: true })
  .freeze();

/** The printer keeps an address from becoming a link; here it may be one. */
const bareAddress = /\b(https?)\\:\/\//g;

const noMedia: MediaNames = { name: () => null };

/**
 * A field of Anki as Markdown that a person would have written: lines, emphasis, code, lists, tables,
 * links, pictures and maths; elements that Markdown lacks (`<sub>`, `<u>`, `<ruby>`) stay as HTML, and
 * looks (fonts, colours, scripts) are dropped.
 */
export function htmlToMarkdown(field: string, media: MediaNames = noMedia): string {
  const text = withoutTagMarks(field.normalize('NFC')).trim();
  if (isPlainParagraph(text)) return text;
  const simple = simpleHtml(text);
  if (simple !== null) return simple;
  if (htmlHazardOf(text) !== undefined) return plainText(text);
  const html = parser.parse(markedUp(text));
  const safe = sanitizer.runSync(html) as HtmlRoot;
  const tree = converter.runSync(renamed(withLines(safe), media)) as Root;
  return withRealTags(printer.stringify(tree)).replace(bareAddress, '$1://').trim();
}

/** Of HTML that no editor writes, and that would take a parser all its memory: the text, and no more. */
function plainText(html: string): string {
  const value = replaceClosed(html, '>', /<[^>]*>/g, () => ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const paragraph = { type: 'paragraph', children: [{ type: 'text', value }] } as const;
  return printer.stringify({ type: 'root', children: [paragraph] } as unknown as Root).trim();
}

function renamed<Node extends HtmlRoot | RootContent>(node: Node, media: MediaNames): Node {
  if (node.type === 'element' && typeof node.properties['src'] === 'string') {
    const name = media.name(node.properties['src']);
    return { ...node, properties: { ...node.properties, src: name ?? '' } };
  }
  if (!('children' in node)) return node;
  return {
    ...node,
    children: (node.children as RootContent[]).map((child) => renamed(child, media)),
  };
}
