import type { FootnoteDefinition, PhrasingContent, RootContent } from 'mdast';
import { inlineText } from './inline-text.ts';

/** One link of a footnote, with the words after it by which the place can be found. */
export interface FootnoteLink {
  readonly label: string;
  readonly title: string;
  readonly target: string;
  readonly anchor?: string;
  /** Where the link stands in the document. */
  readonly start: number;
}

/**
 * The footnotes of a document by identifier. Each link counts with the quoted words that follow it:
 * `[^a]: [Interview](ORIGINALS.md#interview) "at most eight words"; [Article](…) "…"`. What else a
 * footnote says is for readers only.
 */
export function footnotesOf(
  root: { readonly children: readonly RootContent[] },
  document: string,
): ReadonlyMap<string, readonly FootnoteLink[]> {
  const notes = new Map<string, readonly FootnoteLink[]>();
  for (const node of root.children)
    if (node.type === 'footnoteDefinition' && !notes.has(node.identifier))
      notes.set(node.identifier, linksOf(node, document));
  return notes;
}

function linksOf(note: FootnoteDefinition, document: string): FootnoteLink[] {
  const label = note.label ?? note.identifier;
  return note.children.flatMap((block) => {
    if (block.type !== 'paragraph') return [];
    return block.children.flatMap((node, index) => {
      if (node.type !== 'link') return [];
      const { text } = inlineText(node, document);
      const anchor = quoted(block.children.slice(index + 1), document);
      return {
        label,
        title: text === '' ? node.url : text,
        target: node.url,
        start: node.position?.start.offset ?? 0,
        ...(anchor === undefined ? {} : { anchor }),
      };
    });
  });
}

/** The words in quotation marks directly behind a link, before the next one. */
function quoted(after: readonly PhrasingContent[], document: string): string | undefined {
  const next = after.findIndex((node) => node.type === 'link');
  const nodes = next === -1 ? after : after.slice(0, next);
  const text = nodes.map((node) => inlineText(node, document).text).join(' ');
  return /^\s*["“]([^"”]{1,400})["”]/.exec(text)?.[1]?.trim();
}
