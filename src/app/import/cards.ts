import { hash } from 'node:crypto';
import { parseDeck } from '../../deck/parse.ts';
import { printCard } from '../../deck/print.ts';
import { sidesOf } from '../../deck/sides.ts';
import type { ImportedNote } from '../../exchange/anki/import-note.ts';
import type { Card, CardKey } from '../../model/card.ts';
import type { DraftContent, DraftSource } from '../../model/draft.ts';

/** A card that is to be written into a deck, whatever it was imported from. */
export interface IncomingCard {
  readonly id: string;
  readonly guid: string | null;
  readonly content: DraftContent;
  /** Another way to write the content, tried first. */
  readonly preferred?: { readonly content: DraftContent; readonly ords: readonly number[] };
  readonly note: string;
  readonly typed: boolean;
  readonly tags: readonly string[];
  readonly topics: readonly string[];
  readonly sources: readonly DraftSource[];
  /** Levels between `::`. */
  readonly deck: string;
  /** By the order of the card's sides: the number that the other program gave each. */
  readonly ords: readonly number[];
}

/** A card as it will stand in its deck. */
export interface WrittenCard {
  readonly text: string;
  readonly card: Card;
  /** The key of the side with this number of the other program. */
  readonly keyOf: ReadonlyMap<number, CardKey>;
}

/** What a note of Anki becomes in a deck. */
export function incomingCard(note: ImportedNote): IncomingCard {
  const { bracketed, content, mediaOnly, tags, ...rest } = note;
  const { source: _source, shape: _shape, sides: _sides, flagNote: _flagNote, ...card } = rest;
  return {
    ...card,
    content,
    tags: mediaOnly ? [...tags, mediaOnlyTag] : tags,
    ...(bracketed === null
      ? {}
      : {
          preferred: {
            content: { kind: 'cloze', text: bracketed.text },
            ords: bracketed.ords,
          },
        }),
  };
}

/** On cards that ask by a picture or a sound alone; they arrive suspended. */
const mediaOnlyTag = 'media-only';

/**
 * The card as deck notation, read back to be sure that it is this card and nothing else; null where no
 * notation can say it.
 */
export function writeCard(incoming: IncomingCard): WrittenCard | null {
  const { preferred } = incoming;
  if (preferred !== undefined) {
    const written = attempt(incoming, preferred.content, preferred.ords);
    if (written !== null && sidesOf(written.card).length === preferred.ords.length) return written;
  }
  return attempt(incoming, incoming.content, incoming.ords);
}

function attempt(
  incoming: IncomingCard,
  content: DraftContent,
  ords: readonly number[],
): WrittenCard | null {
  const text = printCard({
    content: filled(content),
    sources: incoming.sources,
    note: incoming.note,
    tags: [...new Set(incoming.tags.map(deckTag))].filter((tag) => tag !== ''),
    id: incoming.id,
    typed: incoming.typed,
    ...(incoming.guid === null ? {} : { guid: incoming.guid }),
  });
  const parsed = parseDeck(text, { path: 'import.md' });
  const [card] = parsed.cards;
  if (card === undefined || parsed.cards.length !== 1 || card.id !== incoming.id) return null;
  if (card.kind !== content.kind || parsed.problems.some(({ severity }) => severity === 'error'))
    return null;
  const sides = sidesOf(card);
  return {
    text,
    card,
    keyOf: new Map(sides.map(({ key }, index) => [ords[index] ?? index, key])),
  };
}

const nothing = '*(nothing)*';

/** A part that is empty in the other program must be something here. */
function filled(content: DraftContent): DraftContent {
  switch (content.kind) {
    case 'basic':
      return { ...content, question: someText(content.question), answer: someText(content.answer) };
    case 'term':
      return { ...content, term: someText(content.term), definition: someText(content.definition) };
    case 'cloze':
      return content;
    case 'list':
      return { ...content, question: someText(content.question) };
  }
}

function someText(part: string): string {
  return part.trim() === '' ? nothing : part;
}

/** A tag as a deck can write it: letters, digits and the marks that join them. */
function deckTag(tag: string): string {
  return tag
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}_:/.+-]+/gu, '-')
    .replace(/^[-:/.+]+|[-:/.]+$/gu, '')
    .replace(/^(?=\p{N})/u, '_');
}

/** What a card says and how, apart from where it stands: another hash means that somebody edited it. */
export function textHash(text: string): string {
  return hash('sha256', text.trim(), 'base64url').slice(0, 22);
}
