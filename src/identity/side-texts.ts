import type { ClozeCard, Hole, Side } from '../model/card.ts';
import { foldText } from './fold.ts';
import { textHash } from './text-hash.ts';
import type { TracedCard } from './traced-card.ts';

/** What one side asks and what it expects, both folded. */
export interface SideText {
  readonly side: Side;
  readonly asks: string;
  readonly answers: string;
}

/** The same as hashes, small enough to be kept for every side of a collection. */
export interface SideHashes {
  readonly asks: number;
  readonly answers: number;
}

/** Stands for a hole in a question; private use, so that no text holds it. */
const blank = '\uE000';

/** The question and the answer of each side, in the order of the sides. */
export function sideTexts({ card, sides }: TracedCard): readonly SideText[] {
  switch (card.kind) {
    case 'basic':
      return sides.map((side) => foldedSide(side, card.question, card.answer));
    case 'term':
      return sides.map((side) =>
        side.name === 'term'
          ? foldedSide(side, card.definition, card.term)
          : foldedSide(side, card.term, card.definition),
      );
    case 'list':
      return sides.map((side, index) =>
        foldedSide(side, [card.question, ...card.items.slice(0, index)].join('\n'), side.text),
      );
    case 'cloze':
      return clozeSides(card, sides);
  }
}

/** `sideTexts` as hashes. */
export function sideHashes(traced: TracedCard): readonly SideHashes[] {
  return sideTexts(traced).map(({ asks, answers }) => ({
    asks: textHash(asks),
    answers: textHash(answers),
  }));
}

/** A cloze's text as it reads with the holes of `blanked` hidden and all others filled in. */
export function clozeText(card: ClozeCard, blanked: ReadonlySet<Hole>): string {
  let text = '';
  let end = 0;
  for (const hole of card.holes) {
    if (hole.span.start < end) continue;
    text += card.text.slice(end, hole.span.start) + (blanked.has(hole) ? blank : hole.text);
    end = hole.span.end;
  }
  return foldText(text + card.text.slice(end));
}

/** The holes that a side hides: those of its number, or the one that it was made for. */
export function holesOfSides(
  card: ClozeCard,
  sides: readonly Side[],
): ReadonlyMap<Side, readonly Hole[]> {
  const unnumbered = card.holes.filter((hole) => hole.number === undefined);
  let next = 0;
  return new Map(
    sides.map((side) => {
      const numbered = card.holes.filter((hole) => side.name === `c${hole.number}`);
      if (numbered.length > 0) return [side, numbered];
      const own = unnumbered[next++];
      return [side, own === undefined ? [] : [own]];
    }),
  );
}

function clozeSides(card: ClozeCard, sides: readonly Side[]): readonly SideText[] {
  const holes = holesOfSides(card, sides);
  return sides.map((side) => {
    const own = holes.get(side) ?? [];
    return {
      side,
      asks: clozeText(card, new Set(own)),
      answers: foldText(own.map((hole) => hole.text).join(' ')),
    };
  });
}

function foldedSide(side: Side, asks: string, answers: string): SideText {
  return { side, asks: foldText(asks), answers: foldText(answers) };
}
