import type { Element, Nodes } from 'hast';

/** An element of a page, as much of it as tells what it is for. */
export interface HtmlPlace {
  readonly tag: string;
  readonly role: string;
  /** Its classes and its id, with spaces between. */
  readonly names: string;
  readonly hidden: boolean;
  readonly parent: HtmlPlace | undefined;
}

/** Reads an element's part in its page. */
export function placeOf(node: Element, parent: HtmlPlace): HtmlPlace {
  const { className, id, role, hidden, ariaHidden, style } = node.properties;
  const classes = Array.isArray(className) ? className.join(' ') : '';
  return {
    tag: node.tagName,
    role: typeof role === 'string' ? role.toLowerCase() : '',
    names: `${classes} ${typeof id === 'string' ? id : ''}`.trim(),
    hidden:
      (hidden !== undefined && hidden !== null && hidden !== false) ||
      String(ariaHidden) === 'true' ||
      /display:\s*none/i.test(String(style ?? '')),
    parent,
  };
}

/** Footnote numbers and the links for editing beside headings are no words of the text. */
export function isMark(node: Element, { names }: HtmlPlace): boolean {
  if (node.tagName === 'sup')
    return (
      /\b(?:reference|footnote|fn|cite)/i.test(names) || /^\s*\[?\d{1,3}\]?\s*$/.test(textOf(node))
    );
  return /(?:^|[\s-])(?:editsection|mw-editsection|headerlink|anchor-link|sr-only|visually-hidden|screen-reader-text)\b/i.test(
    names,
  );
}

/** All text in a node, as the page shows it. */
export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}
