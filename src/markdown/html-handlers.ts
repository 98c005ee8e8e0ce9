import type { Element, ElementContent } from 'hast';
import type { Handle, State } from 'hast-util-to-mdast';
import { defaultHandlers } from 'hast-util-to-mdast';
import type { Nodes, Text } from 'mdast';
import type { InlineMath, Math } from 'mdast-util-math';
import { displayMathClass, inlineMathClass } from './html-marks.ts';

/** Elements whose meaning Markdown cannot say; they stay, with their content in Markdown. */
const inlineElements = ['sub', 'sup', 'u', 'ins', 'mark', 'kbd', 'small', 'ruby', 'rt', 'rp'];

/** A tag as text of private-use characters: Markdown's printer would put a real one on a line of its own. */
const openTag = '\uE010';
const closeTag = '\uE011';
const tagEnd = '\uE012';

/** Field text without the characters that `withRealTags` gives a meaning. */
export function withoutTagMarks(text: string): string {
  return text.replace(/[\uE010-\uE012]/g, '');
}

/** Printed Markdown with the marks of `keptAsHtml` as tags again. */
export function withRealTags(markdown: string): string {
  return markdown
    .replace(/\uE010([a-z]+)\uE012/g, '<$1>')
    .replace(/\uE011([a-z]+)\uE012/g, '</$1>');
}

export const keptAsHtml: Readonly<Record<string, Handle>> = Object.fromEntries(
  inlineElements.map((name) => [name, withTags]),
);

export const handlers: Readonly<Record<string, Handle>> = { code, img };

function withTags(state: State, element: Element): Nodes[] {
  const children = state.all(element);
  if (children.length === 0) return [];
  const mark = (start: string): Text => ({ type: 'text', value: start + element.tagName + tagEnd });
  return [mark(openTag), ...children, mark(closeTag)];
}

function code(state: State, element: Element): Nodes | Nodes[] | undefined {
  const classes = element.properties['className'];
  const has = (name: string) => Array.isArray(classes) && classes.includes(name);
  if (has(displayMathClass)) {
    const math: Math = { type: 'math', value: textOf(element) };
    state.patch(element, math);
    return math;
  }
  if (has(inlineMathClass)) {
    const math: InlineMath = { type: 'inlineMath', value: textOf(element) };
    state.patch(element, math);
    return math;
  }
  return defaultHandlers['code']?.(state, element) ?? undefined;
}

/** A picture whose file is not there has no form; its description stays as text. */
function img(state: State, element: Element): Nodes | Nodes[] | undefined {
  if (element.properties['src'] !== '')
    return defaultHandlers['img']?.(state, element) ?? undefined;
  return { type: 'text', value: String(element.properties['alt'] ?? '') };
}

function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}
