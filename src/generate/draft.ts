import { documentSpan } from '../markdown/mapped-text.ts';
import type { Role } from '../model/card.ts';
import type { CardDraft, DraftContent, DraftSource } from '../model/draft.ts';
import type { Span } from '../model/problem.ts';
import type { Passage, Source } from '../model/source.ts';

/** What a rule says of a card; the rest follows from the passage that it rests on. */
export interface Proposal {
  readonly rule: string;
  readonly slot: string;
  readonly role: Role;
  readonly content: DraftContent;
  readonly note?: string;
  /** The stretch of the passage's text that the card rests on. */
  readonly from: Span;
  readonly score: number;
  readonly sure?: boolean;
}

/** A draft from a passage: its topics, its originals by footnote, its place in the document. */
export function draftFrom(source: Source, passage: Passage, proposal: Proposal): CardDraft {
  const { from, sure = true, note = '', ...rest } = proposal;
  const speaker = passage.speaker ?? source.author;
  return {
    ...rest,
    note,
    sure,
    tags: [],
    topics: topicsOf(source, passage),
    sources: originalsOf(passage, from),
    sentence: passage.text.slice(from.start, from.end),
    span: documentSpan(passage, from),
    ...(speaker === undefined ? {} : { speaker }),
  };
}

/** The headings that a deck has too: not the document's title, and no questions. */
function topicsOf(source: Source, passage: Passage): string[] {
  return passage.headings.filter((heading) => heading !== source.title && !isQuestion(heading));
}

/** A heading that asks; its section answers. */
export function isQuestion(heading: string): boolean {
  return heading.trim().endsWith('?');
}

/** What the footnotes in or right behind a stretch of the passage name. */
export function originalsOf({ citations }: Passage, { start, end }: Span): DraftSource[] {
  return citations
    .filter(({ at, target }) => at > start && at <= end && target !== '')
    .map(({ title, target, anchor }) =>
      anchor === undefined ? { label: title, target } : { label: title, target, anchor },
    );
}
