import type { CardId } from '../model/card.ts';
import { type Span, TenetError } from '../model/problem.ts';
import {
  again,
  cardsOfPieces,
  keepsOthers,
  lineEndOf,
  refuse,
  withLineEnds,
} from './edit-check.ts';
import { enterTopic, type Topics, topicTexts } from './marks.ts';
import { parseDeck } from './parse.ts';
import type { ParsedDeck } from './parsed-deck.ts';

/** A place next to a card that stands in the deck. */
export interface Beside {
  readonly side: 'before' | 'after';
  readonly card: CardId;
}

/** A card's text, as notation, and the headings under which it belongs, outermost first. */
export interface NewCard {
  readonly topics: readonly string[];
  readonly text: string;
  /** Where among them; at the end of its section where it is missing or that card is. */
  readonly beside?: Beside | undefined;
  /** Where a section that the deck has not yet goes in front of the one with this card; else it goes last. */
  readonly ahead?: CardId | undefined;
}

/** What stands between two headings. */
interface Section {
  readonly topics: readonly string[];
  /** 0 for the stretch before the first heading. */
  readonly depth: number;
  readonly span: Span;
}

function sectionsOf(deck: ParsedDeck): readonly Section[] {
  let open: Topics = [];
  const starts = [{ topics: [] as readonly string[], depth: 0, at: 0 }];
  for (const piece of deck.pieces) {
    if (piece.kind === 'front-matter') starts[0] = { topics: [], depth: 0, at: piece.span.end };
    if (piece.kind !== 'heading') continue;
    open = enterTopic(open, piece);
    starts.push({ topics: topicTexts(open, deck.title), depth: piece.depth, at: piece.span.start });
  }
  return starts.map(({ topics, depth, at }, index) => ({
    topics,
    depth,
    span: { start: at, end: starts[index + 1]?.at ?? deck.text.length },
  }));
}

/** The headings that whatever is put at the end of a deck stands under, outermost first. */
export function lastTopics(deck: ParsedDeck): readonly string[] {
  return sectionsOf(deck).at(-1)?.topics ?? [];
}

function startsWith(topics: readonly string[], prefix: readonly string[]): boolean {
  return prefix.every((topic, index) => topics[index] === topic);
}

/** Where new text goes, and the headings that it still needs there. */
interface Target {
  readonly at: number;
  readonly headings: readonly string[];
}

function targetOf(deck: ParsedDeck, topics: readonly string[], ahead: CardId | undefined): Target {
  const sections = sectionsOf(deck);
  const next = cardsOfPieces(deck).find(({ id }) => id === ahead)?.span.start;
  for (let length = topics.length; length >= 0; length -= 1) {
    const prefix = topics.slice(0, length);
    const same = sections.findLastIndex(
      (section) => section.topics.length === length && startsWith(section.topics, prefix),
    );
    const home = sections[same];
    if (home === undefined) continue;
    if (length === topics.length) return { at: home.span.end, headings: [] };
    const depth = Math.max(home.depth, 1);
    const missing = topics.slice(length);
    const below = sections.slice(same + 1);
    const other = below.findIndex((section) => !startsWith(section.topics, prefix));
    const inside = other === -1 ? below : below.slice(0, other);
    return {
      at: aheadOf(inside, length, next) ?? (inside.at(-1) ?? home).span.end,
      headings: missing.map(
        (topic, index) =>
          `${'#'.repeat(Math.min(6, depth + 1 + index))} ${topic.replaceAll(/\s+/g, ' ').trim()}`,
      ),
    };
  }
  return { at: deck.text.length, headings: [] };
}

/** The start of the section, of those directly inside one, that has the place somewhere in it. */
function aheadOf(
  inside: readonly Section[],
  length: number,
  place: number | undefined,
): number | undefined {
  if (place === undefined) return undefined;
  const holder = inside.findIndex(({ span }) => span.start <= place && place < span.end);
  return inside.slice(0, holder + 1).findLast(({ topics }) => topics.length === length + 1)?.span
    .start;
}

function insertAt(deck: ParsedDeck, { at, headings }: Target, texts: readonly string[]): string {
  const end = lineEndOf(deck);
  const [before, after] = [deck.text.slice(0, at), deck.text.slice(at)];
  const body = withLineEnds(deck, [...headings, ...texts.map((text) => text.trim())].join('\n\n'));
  const empty = before === '' || before === '\uFEFF';
  const gap = empty || /\n\r?\n$/.test(before) ? '' : before.endsWith('\n') ? end : end + end;
  return before + gap + body + end + (after === '' ? '' : end + after);
}

function insertUnder(
  deck: ParsedDeck,
  { topics, ahead }: NewCard,
  texts: readonly string[],
): ParsedDeck {
  return grown(deck, insertAt(deck, targetOf(deck, topics, ahead), texts), texts.length);
}

/** The deck with so many cards more. Throws where there are not, or another one changed. */
function grown(deck: ParsedDeck, edited: string, cards: number): ParsedDeck {
  const after = again(deck, edited);
  const expected = cardsOfPieces(deck).length + cards;
  if (cardsOfPieces(after).length !== expected)
    refuse(deck, after, 'the new text is not as many cards as were given');
  if (!keepsOthers(deck, after, undefined))
    refuse(deck, after, 'the new cards would change one that is there');
  return after;
}

/** All at once, for a deck may get many; those whose neighbour is not there are left to be put elsewhere. */
function insertBeside(
  deck: ParsedDeck,
  cards: readonly NewCard[],
): { readonly deck: ParsedDeck; readonly left: readonly NewCard[] } {
  const standing = new Map(cardsOfPieces(deck).map((card) => [card.id, card.span]));
  const isPlaced = ({ beside }: NewCard): boolean =>
    beside !== undefined && standing.has(beside.card);
  const placed = cards.filter(isPlaced);
  if (placed.length === 0) return { deck, left: cards };
  const additions = new Map<number, string>();
  const [end, gap] = [lineEndOf(deck), lineEndOf(deck).repeat(2)];
  for (const { beside, text } of placed) {
    const span = beside === undefined ? undefined : standing.get(beside.card);
    if (beside === undefined || span === undefined) continue;
    const body = withLineEnds(deck, text.trim());
    const at = beside.side === 'after' ? span.end : span.start;
    const addition = beside.side === 'after' ? `${gap}${body}` : `${body}${gap}`;
    additions.set(at, (additions.get(at) ?? '') + addition);
  }
  let [edited, from] = ['', 0];
  for (const [at, addition] of [...additions].sort(([a], [b]) => a - b)) {
    edited += deck.text.slice(from, at) + addition;
    from = at;
  }
  const rest = deck.text.slice(from);
  const text = edited + (rest === '' ? end : rest);
  return { deck: grown(deck, text, placed.length), left: cards.filter((card) => !isPlaced(card)) };
}

/** Peers' programs would show tenet's own lines as text of the card. */
function refuseOwnLines(deck: ParsedDeck, cards: readonly NewCard[]): void {
  if (deck.notation !== 'hashcards' && deck.notation !== 'repeater') return;
  for (const { text } of cards)
    for (const card of parseDeck(text, { path: deck.path }).cards)
      if (card.idWritten || card.sources.length > 0 || card.tags.length > 0 || card.note !== '')
        throw new TenetError(
          `${deck.path} was not changed: ${deck.notation} has no ids, sources, notes or tags`,
          { hint: 'Set notation = "shared" for this deck, or add the card without them.' },
        );
}

/**
 * The deck's text with cards added beside their neighbours, or at the end of their sections, in order;
 * headings that are missing are added, in front of the section with the card that comes next if it is named. Nothing else changes. Throws `TenetError` where a text is not one card.
 */
export function insertCards(deck: ParsedDeck, cards: readonly NewCard[]): string {
  refuseOwnLines(deck, cards);
  const beside = insertBeside(deck, cards);
  const groups = Map.groupBy(beside.left, ({ topics }) => JSON.stringify(topics));
  let result = beside.deck;
  for (const cards of groups.values()) {
    const [first] = cards;
    if (first !== undefined)
      result = insertUnder(
        result,
        first,
        cards.map(({ text }) => text),
      );
  }
  return result.text;
}
