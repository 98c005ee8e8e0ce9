import type { Element, ElementContent, Root, RootContent } from 'hast';

/**
 * The tree with lines as Anki's editor shows them: a `<div>` of text is a line, two line breaks in a
 * row part paragraphs, and breaks at the end of a block are nothing.
 */
export function withLines<Node extends Root | RootContent>(node: Node): Node {
  if (!('children' in node)) return node;
  const children = (node.children as ElementContent[]).map((child) => withLines(child));
  if (!opensLines(node)) return { ...node, children };
  return { ...node, children: inParagraphs(inLines(children.filter((child) => !isBlank(child)))) };
}

const holders = new Set(['div', 'p', 'li', 'td', 'th', 'blockquote', 'dd', 'dt']);

function opensLines(node: Root | RootContent): boolean {
  return node.type === 'root' || (node.type === 'element' && holders.has(node.tagName));
}

/** White space between tags. A lone space counts: it may stand between two words. */
function isBlank(node: ElementContent): boolean {
  return node.type === 'text' && /^[ \t]*[\n\r\t][\n\r\t ]*$/.test(node.value);
}

function isBreak(node: ElementContent | undefined): boolean {
  return node?.type === 'element' && node.tagName === 'br';
}

const blocks = new Set(['p', 'ul', 'ol', 'dl', 'table', 'pre', 'blockquote', 'hr', 'div']);

function isBlock(node: ElementContent): boolean {
  return node.type === 'element' && (blocks.has(node.tagName) || /^h[1-6]$/.test(node.tagName));
}

function isLine(node: ElementContent): node is Element {
  return node.type === 'element' && node.tagName === 'div' && !node.children.some(isBlock);
}

/** Each `<div>` of text opened: its content between line breaks. */
function inLines(children: readonly ElementContent[]): ElementContent[] {
  const lines: ElementContent[] = [];
  for (const [index, child] of children.entries()) {
    if (!isLine(child)) {
      lines.push(child);
      continue;
    }
    const before = children[index - 1];
    if (before !== undefined && !isBlock(before) && !isBreak(before)) lines.push(lineBreak());
    lines.push(...child.children, lineBreak());
  }
  return lines;
}

function lineBreak(): Element {
  return { type: 'element', tagName: 'br', properties: {}, children: [] };
}

function inParagraphs(children: readonly ElementContent[]): ElementContent[] {
  const groups: ElementContent[][] = [[]];
  for (const [index, child] of children.entries()) {
    const group = groups.at(-1) ?? [];
    const next = children[index + 1];
    if (!isBreak(child)) group.push(child);
    else if (isBreak(next)) groups.push([]);
    else if (group.length > 0 && next !== undefined && !isBlock(next)) group.push(child);
  }
  const filled = groups.filter((group) => group.length > 0);
  if (filled.length <= 1) return filled[0] ?? [];
  return filled.map((group) => ({
    type: 'element',
    tagName: 'div',
    properties: {},
    children: group,
  }));
}
