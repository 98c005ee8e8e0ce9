import type { Clause } from './clauses.ts';

/** Words that two clauses share where they say the same kind of thing of two things. */
const leastParallel = 2;

/**
 * "Bakers preferred marsh salt, and fish curers preferred rock salt": a card whose clause takes one half from
 * each, fish curers and marsh salt. The card's words; undefined where nothing is mixed.
 */
export function mixedClauses(
  said: readonly Clause[],
  there: readonly Clause[],
): string | undefined {
  for (const [index, one] of there.entries()) {
    const other = there[index + 1];
    if (other === undefined || other.sentence !== one.sentence) continue;
    const parallel = [...one.stems].filter((stem) => other.stems.has(stem));
    if (parallel.length < leastParallel) continue;
    const [own, others] = [without(one, other), without(other, one)];
    const mixed = said.find(
      ({ stems }) =>
        [...stems].every((stem) => one.stems.has(stem) || other.stems.has(stem)) &&
        parallel.every((stem) => stems.has(stem)) &&
        isPart(own, stems) &&
        isPart(others, stems),
    );
    if (mixed !== undefined) return mixed.text;
  }
  return undefined;
}

function without({ stems }: Clause, other: Clause): readonly string[] {
  return [...stems].filter((stem) => !other.stems.has(stem));
}

/** Some of the words, and not all. */
function isPart(words: readonly string[], stems: ReadonlySet<string>): boolean {
  const count = words.filter((word) => stems.has(word)).length;
  return count > 0 && count < words.length;
}
