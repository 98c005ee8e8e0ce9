import { sidesOf } from '../../deck/sides.ts';
import type {
  ExportNote,
  ExportOrigin,
  SideHistory,
  SourceLine,
} from '../../exchange/anki/export-note.ts';
import type { Card, Side, SourceRef } from '../../model/card.ts';

/** What the ledger tells of a card, for Anki. */
export interface CardFacts {
  readonly guid: string;
  /** When it was made; null where nothing is known. */
  readonly madeMs: number | null;
  /** Anki's number of each side, from 0, in the order of the sides. */
  readonly ords: readonly number[];
  readonly origin: ExportOrigin | null;
  readonly withdrawn: string | null;
}

/** Where the parts of a note come from. */
export interface NoteSources {
  facts(card: Card, sides: readonly Side[]): CardFacts;
  source(ref: SourceRef, card: Card): SourceLine;
  history(side: Side): SideHistory | null;
  /** One deck of Anki for each deck, or one for each topic below it. */
  readonly subdecks: boolean;
}

/** The cards with all that goes into an exchange file about them, in their order, one at a time. */
export function* notesToExport(
  cards: Iterable<Card>,
  from: NoteSources,
): Generator<ExportNote, void> {
  for (const card of cards) {
    const sides = sidesOf(card);
    const { ords, ...facts } = from.facts(card, sides);
    yield {
      card,
      ...facts,
      deck: deckName(card, from.subdecks),
      sides: sides.map((side, index) => {
        return { key: side.key, ord: ords[index] ?? index, history: from.history(side) };
      }),
      holeOrds: holeOrds(card, sides, ords),
      sources: card.sources.map((ref) => from.source(ref, card)),
    };
  }
}

/** The Anki number of each hole: holes that share a number are one side. */
function holeOrds(card: Card, sides: readonly Side[], ords: readonly number[]): readonly number[] {
  if (card.kind !== 'cloze') return [];
  const bySide = new Map(sides.map(({ name }, index) => [name, ords[index] ?? index]));
  const unnumbered = sides.filter(({ name }) => !/^c\d+$/.test(name));
  let next = 0;
  return card.holes.map(({ number }) => {
    if (number !== undefined) return bySide.get(`c${number}`) ?? number - 1;
    const side = unnumbered[next];
    next += 1;
    return side === undefined ? next - 1 : (bySide.get(side.name) ?? next - 1);
  });
}

/** Anki's name of a deck: levels between `::`, without what Anki would take out of it. */
function deckName({ deck, topics }: Card, subdecks: boolean): string {
  const levels = [...deck.split('::'), ...(subdecks ? topics : [])].map((level) =>
    level
      .normalize('NFC')
      .replace(/["\p{Cc}]/gu, '')
      .replace(/:{2,}/g, ':')
      .replace(/^[\s:]+|[\s:]+$/g, ''),
  );
  return levels.map((level) => (level === '' ? 'blank' : level)).join('::');
}

/**
 * The numbers of a card's sides: those that they were given once, the card's own for numbered holes and
 * terms, that of the reworded side in the same place, and the next free one for what is new. `given` is
 * in the order in which the sides stood.
 */
export function sideOrds(
  sides: readonly Side[],
  given: Readonly<Record<string, number>>,
): readonly number[] {
  const stood = Object.keys(given).slice(0, sides.length);
  const names = new Set(sides.map(({ name }) => name));
  const taken = new Set(Object.values(given));
  // Only where nothing moved can a reworded side be told from a new one.
  const nothingMoved = sides.every(({ name }, index) => !(name in given) || stood[index] === name);
  const known = sides.map(({ name }, index) => {
    const before = nothingMoved ? stood[index] : undefined;
    const reworded = before === undefined || names.has(before) ? undefined : given[before];
    return given[name] ?? ownOrd(name) ?? reworded ?? null;
  });
  for (const ord of known) if (ord !== null) taken.add(ord);
  return known.map((ord) => {
    if (ord !== null) return ord;
    let next = 0;
    while (taken.has(next)) next += 1;
    taken.add(next);
    return next;
  });
}

const termOrds: Readonly<Record<string, number>> = { '': 0, def: 0, term: 1 };

/** The number that a side has by its name alone. */
function ownOrd(name: string): number | null {
  const number = /^c(\d+)$/.exec(name)?.[1];
  return number === undefined ? (termOrds[name] ?? null) : Number(number) - 1;
}
