import type { Clause } from './clauses.ts';
import { hasNegation } from './negation.ts';

/** A word of a card in the place of another word of the passage. */
export interface Replaced {
  readonly said: string;
  readonly passage: string;
}

const leastShared = 2;
/** Clauses around one in which the card's word stands. */
const neighbours = 2;

/**
 * Where a card's clause is one of the passage's but for its subject, and that subject stands in another clause
 * beside it: the alga lives alone, says the passage, and of the fungus something else; the card says it of the fungus.
 */
export function replacedWord(
  said: readonly Clause[],
  there: readonly Clause[],
): Replaced | undefined {
  for (const own of said) {
    const [word = '', ...rest] = own.stems;
    if (rest.length < leastShared) continue;
    for (const [index, clause] of there.entries()) {
      if (adverbial.test(clause.words[0]?.text ?? '')) continue;
      const [other = '', ...others] = clause.stems;
      if (word === other || clause.stems.has(word) || own.stems.has(other)) continue;
      if (others.length !== rest.length || !rest.every((stem) => clause.stems.has(stem))) continue;
      if (standsBeside(word, there, index) && !there.some((each) => saysSame(word, rest, each)))
        return { said: textOf(own, word), passage: textOf(clause, other) };
    }
  }
  return undefined;
}

/** "In that year the king …", "let alone in a year": the first word is no subject. */
const adverbial =
  /^(?:let|in|on|at|by|for|with|after|before|since|from|during|to|under|as|of|about)$/;

/** "A and B live alone" says of A too what it says of B. */
const conjoined = /^(?:and|or)$/;

function isConjoined(before: Clause | undefined, own: Clause | undefined): boolean {
  const [first] = own?.words ?? [];
  const last = before?.words.at(-1);
  return (
    first !== undefined &&
    conjoined.test(first.text) &&
    last !== undefined &&
    first.start === last.end + 1
  );
}

function standsBeside(word: string, there: readonly Clause[], index: number): boolean {
  const first = isConjoined(there[index - 1], there[index]) ? index - 1 : index;
  return there
    .slice(Math.max(0, index - neighbours), index + 1 + neighbours)
    .some(({ stems }, at) => Math.max(0, index - neighbours) + at !== first && stems.has(word));
}

/** The passage says of this word too what the card says of it. */
function saysSame(word: string, rest: readonly string[], { stems, words }: Clause): boolean {
  const shared = rest.filter((stem) => stems.has(stem)).length;
  return stems.has(word) && shared * 2 >= rest.length && !hasNegation(words);
}

function textOf({ words }: Clause, stem: string): string {
  return words.find((word) => word.stem === stem)?.text ?? stem;
}
