import { baseOf, oppositesOf } from './antonyms.ts';
import type { Clause } from './clauses.ts';

/** Clauses on each side that are compared; a card that says more is read no further. */
const mostClauses = 12;

/** Words that changed places. */
export interface Crossed {
  readonly words: string;
  /** The passage sets the two against each other; else they may be items that stand in any order. */
  readonly sure: boolean;
}

/**
 * Where the passage says A of X and B of Y, and the card A of Y and B of X: the card's words that changed
 * places. Only words that both have once are looked at, and only where nothing stayed in its place.
 */
export function crossedPairs(
  said: readonly Clause[],
  there: readonly Clause[],
): Crossed | undefined {
  const own = said.slice(0, mostClauses);
  const once = placesOfOnce(there);
  const ownOnce = placesOfOnce(own);
  for (const [first, one] of own.entries())
    for (const other of own.slice(first + 1)) {
      const words = crossing(placed(one, ownOnce, once), placed(other, ownOnce, once), there);
      if (words !== undefined) return words;
    }
  return undefined;
}

/** The clause of each stem that stands in one clause alone. */
function placesOfOnce(clauses: readonly Clause[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number[]>();
  for (const [index, { stems }] of clauses.entries())
    for (const stem of stems) counts.set(stem, [...(counts.get(stem) ?? []), index]);
  return new Map(
    [...counts].flatMap(([stem, [place, ...others]]) =>
      place === undefined || others.length > 0 ? [] : [[stem, place] as const],
    ),
  );
}

/** The stems of a clause, by the clause of the passage in which they stand. */
function placed(
  { stems }: Clause,
  ownOnce: ReadonlyMap<string, number>,
  once: ReadonlyMap<string, number>,
): ReadonlyMap<number, readonly string[]> {
  const known = [...stems].filter((stem) => ownOnce.has(stem) && once.has(stem));
  return Map.groupBy(known, (stem) => once.get(stem) ?? -1);
}

function crossing(
  one: ReadonlyMap<number, readonly string[]>,
  other: ReadonlyMap<number, readonly string[]>,
  there: readonly Clause[],
): Crossed | undefined {
  // Both clauses of the card take their words from the same two of the passage, and from no third.
  if (one.size !== 2 || other.size !== 2) return undefined;
  const places = [...one.keys()].toSorted((x, y) => x - y);
  if (!places.every((place) => other.has(place))) return undefined;
  const [a, b] = places.map((place) => there[place]);
  if (a === undefined || b === undefined || a.sentence !== b.sentence) return undefined;
  const words = [...one.values()].map(([stem = '']) => stem).join(' … ');
  const joint = b.words[0]?.text ?? '';
  if (haveOpposites(a, b) || contrasting.test(joint)) return { words, sure: true };
  const rich = [one, other].every((each) => [...each.values()].flat().length >= richWords);
  return rich && joint !== 'or' ? { words, sure: false } : undefined;
}

/** Words of a clause that must have been told apart where only "and" joins the two. */
const richWords = 3;
const contrasting = /^(?:but|while|whereas)$/;

function haveOpposites(one: Clause, other: Clause): boolean {
  const bases = new Set(other.words.map(({ text }) => baseOf(text)));
  return one.words.some(({ text }) =>
    [...oppositesOf(baseOf(text))].some((opposite) => bases.has(opposite)),
  );
}
