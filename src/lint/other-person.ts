import { clausesOf } from './clauses.ts';
import { namesOf, sameName } from './names.ts';
import type { ReadCard } from './read-card.ts';
import { countShared, type ReadText } from './read-text.ts';

const asksWho = /^(?:[^?]{0,60}, )?(?:who|whom|whose)\b/i;
const leastShare = 0.5;
const leastShared = 2;

/** A sentence of a passage with the names in it. */
interface Named {
  readonly stems: ReadonlySet<string>;
  readonly names: readonly string[];
}

/**
 * A question after somebody, answered with a name of the passage, where the sentence that the question is about
 * has another name and not this one: that other name; else undefined.
 */
export function otherPerson(
  { question, answer, kind }: ReadCard,
  window: ReadText,
): string | undefined {
  if (kind !== 'basic' || !asksWho.test(question.text)) return undefined;
  const asked = namesOf(answer.text, true).map(({ text }) => text);
  if (asked.length !== 1 || question.stems.size < leastShared) return undefined;
  const [own = ''] = asked;
  const sentences = sentencesIn(window);
  const has = ({ names }: Named): boolean => names.some((name) => sameName(name, own));
  const shared = ({ stems }: Named): number => countShared(question.stems, stems);
  const best = sentences
    .filter((each) => each.names.length > 0 && shared(each) >= leastShared)
    .toSorted((a, b) => shared(b) - shared(a))[0];
  const least = leastShare * question.stems.size;
  if (best === undefined || shared(best) < least || has(best)) return undefined;
  const named = sentences.filter(has);
  if (named.length === 0) return undefined;
  if (named.some((each) => shared(each) >= Math.min(least, shared(best)))) return undefined;
  return best.names.find(
    (name) => !namesOf(question.text, true).some(({ text }) => sameName(text, name)),
  );
}

function sentencesIn(window: ReadText): readonly Named[] {
  const bySentence = Map.groupBy(clausesOf(window), ({ sentence }) => sentence);
  return [...bySentence.values()].map((clauses) => ({
    stems: new Set(clauses.flatMap(({ stems }) => [...stems])),
    names: namesOf(clauses.map(({ text }) => text).join(', ')).map(({ text }) => text),
  }));
}
