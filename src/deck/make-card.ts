import type { Card, Hole, SourceRef } from '../model/card.ts';
import type { DraftContent } from '../model/draft.ts';
import type { Span } from '../model/problem.ts';
import type { CardComment } from './comment.ts';
import { isCardId } from './ids.ts';
import { placeAt } from './lines.ts';
import { complain, quote, type Reading } from './reading.ts';
import { textId } from './sides.ts';

/** What a card asks; a cloze with its holes found. */
export type CardContent =
  | Exclude<DraftContent, { readonly kind: 'cloze' }>
  | { readonly kind: 'cloze'; readonly text: string; readonly holes: readonly Hole[] };

/** All that a reader knows of a card that can be asked. */
export interface CardParts {
  readonly content: CardContent;
  readonly topics: readonly string[];
  readonly sources: readonly SourceRef[];
  readonly note: string;
  readonly tags: readonly string[];
  readonly comment: CardComment;
  /** The line of its first mark and, for messages, of its comment. */
  readonly line: number;
  readonly commentLine: number;
  readonly span: Span;
}

function writtenId(reading: Reading, { comment, commentLine }: CardParts): string | undefined {
  const { id } = comment;
  if (id === undefined || isCardId(id)) return id;
  const complaint = {
    severity: 'error',
    message: `the id ${quote(id)} is not one`,
    remedy: 'Use 4 to 64 letters, digits, "-" or "_", starting with a letter or digit.',
  } as const;
  complain(reading, 'id-syntax', complaint, placeAt(reading.path, commentLine));
  return undefined;
}

function joinTags(deck: readonly string[], own: readonly string[]): readonly string[] {
  return own.length === 0 ? deck : [...new Set([...deck, ...own])];
}

/** Makes the card of its parts, with the id that is written or the one that its text gives. */
export function makeCard(reading: Reading, parts: CardParts): Card {
  const { content, comment } = parts;
  const id = writtenId(reading, parts);
  const written = id !== undefined && isCardId(id);
  return {
    ...content,
    id: written ? id : textId(content),
    idWritten: written,
    ...(comment.guid === undefined ? undefined : { guid: comment.guid }),
    deck: reading.title,
    topics: parts.topics,
    tags: joinTags(reading.tags, parts.tags),
    sources: parts.sources,
    note: parts.note,
    typed: comment.typed === true,
    off: comment.off ?? [],
    place: placeAt(reading.path, parts.line),
    span: parts.span,
  };
}
