import type { ClozeCard, Side } from '../model/card.ts';
import { clozeText, holesOfSides, sideTexts } from './side-texts.ts';
import { namesDiffer } from './similarity.ts';
import type { KeyLink, TracedCard } from './traced-card.ts';
import { wordsOf } from './words.ts';

/** How much of a reworded hole or item must be left, where the text around it changed too. */
const alike = 0.5;

interface SidePair {
  readonly from: Side;
  readonly to: Side;
}

/**
 * How the sides of a card go over to its new text: those with the same name (the same hole or item), then
 * reworded ones in the same place. Sides whose key stays are not named. A card of another kind asks
 * something else, and none of its sides goes over.
 */
export function linkSides(before: TracedCard, after: TracedCard): readonly KeyLink[] {
  if (before.card.kind !== after.card.kind) return [];
  const byName = new Map(after.sides.map((side) => [side.name, side]));
  const same = before.sides.flatMap((from) => {
    const to = byName.get(from.name);
    return to === undefined ? [] : [{ from, to }];
  });
  return [...same, ...inPlace(before, after, same)]
    .map(({ from, to }) => ({ from: from.key, to: to.key }))
    .filter(({ from, to }) => from !== to);
}

/** Pairs what is left between the same neighbours, one for one. */
function inPlace(
  before: TracedCard,
  after: TracedCard,
  same: readonly SidePair[],
): readonly SidePair[] {
  if (same.length === before.sides.length || same.length === after.sides.length) return [];
  const newOf = new Map(same.map(({ from, to }) => [from, to]));
  const oldRuns = runs(before.sides, (side) => newOf.get(side)?.name);
  const kept = new Set(same.map(({ to }) => to));
  const newRuns = runs(after.sides, (side) => (kept.has(side) ? side.name : undefined));
  const accept = acceptance(before, after);
  return [...oldRuns].flatMap(([gap, olds]) => {
    const news = newRuns.get(gap) ?? [];
    if (olds.length !== news.length) return [];
    return olds.flatMap((from, index) => {
      const to = news[index];
      return to !== undefined && accept(from, to) ? [{ from, to }] : [];
    });
  });
}

/** The sides without an anchor, by the anchors around them. */
function runs(
  sides: readonly Side[],
  anchorOf: (side: Side) => string | undefined,
): ReadonlyMap<string, readonly Side[]> {
  const found = new Map<string, Side[]>();
  let previous = '';
  let open: Side[] = [];
  for (const side of sides) {
    const anchor = anchorOf(side);
    if (anchor === undefined) {
      open.push(side);
      continue;
    }
    if (open.length > 0) found.set(`${previous} ${anchor}`, open);
    previous = anchor;
    open = [];
  }
  if (open.length > 0) found.set(`${previous} `, open);
  return found;
}

/** Whether a side may be another one reworded: its question is as it was, or the words are alike. */
function acceptance(before: TracedCard, after: TracedCard): (from: Side, to: Side) => boolean {
  const frameKept = sameFrame(before, after);
  const asked = new Map(sideTexts(before).map(({ side, asks }) => [side, asks]));
  const asks = new Map(sideTexts(after).map(({ side, asks }) => [side, asks]));
  return (from, to) => frameKept || asked.get(from) === asks.get(to) || alikeTexts(from, to);
}

/** The text around all holes is unchanged, so each hole stands where it stood. */
function sameFrame(before: TracedCard, after: TracedCard): boolean {
  if (before.card.kind !== 'cloze' || after.card.kind !== 'cloze') return false;
  return (
    before.sides.length === after.sides.length &&
    frameOf(before.card, before.sides) === frameOf(after.card, after.sides)
  );
}

function frameOf(card: ClozeCard, sides: readonly Side[]): string {
  return clozeText(card, new Set([...holesOfSides(card, sides).values()].flat()));
}

function alikeTexts(from: Side, to: Side): boolean {
  const [old, now] = [wordsOf(from.text), wordsOf(to.text)];
  const shared = [...old.all].filter((word) => now.all.has(word)).length;
  const names = { front: old, back: wordsOf('') };
  return (
    2 * shared >= alike * (old.all.size + now.all.size) &&
    !namesDiffer(names, { front: now, back: wordsOf('') })
  );
}
