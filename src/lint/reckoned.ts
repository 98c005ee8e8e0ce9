import { type Quantity, quantitiesOf } from './quantities.ts';
import type { ReadText } from './read-text.ts';
import { isYear } from './rival-quantities.ts';

/** Numbers of a passage that are put together; of more, nobody reckons. */
const mostNumbers = 12;
/** Smaller numbers are the sum or difference of others by chance. */
const mostByChance = 10;
/** How far a round number may stand from the one that it stands for. */
const rounding = 0.025;

/**
 * Whether somebody who has the passage can say a number: the sum or difference of two, one of them rounded, twice or
 * half of one where the passage speaks of halves, the decade or the century of a year. `said` is the text it stands in.
 */
export function isReckoned(own: Quantity, said: ReadText, near: ReadText): boolean {
  if (own.value <= mostByChance) return false;
  const there = quantitiesOf(near)
    .filter(({ percent }) => percent === own.percent)
    .slice(0, mostNumbers);
  return (
    there.some((one) => isRounded(own, one) || isSpan(own, one, said)) ||
    there.some(({ value }) => factorsIn(near).some((factor) => value * factor === own.value)) ||
    there.some((one, at) =>
      there
        .slice(at + 1)
        .some(({ value }) => [one.value + value, Math.abs(one.value - value)].includes(own.value)),
    )
  );
}

function isRounded(own: Quantity, { value }: Quantity): boolean {
  if (isYear(own) || own.value === value || digits(own.value) >= digits(value)) return false;
  return Math.abs(own.value - value) <= rounding * value;
}

/** "In the 1890s", "the 19th century", for 1894. */
function isSpan({ value, text }: Quantity, year: Quantity, said: ReadText): boolean {
  if (!isYear(year)) return false;
  const decade = said.text.includes(`${text}s`) && Math.floor(year.value / 10) * 10 === value;
  const century = said.text.includes(`${text}th`) && Math.ceil(year.value / 100) === value;
  return decade || century;
}

const factors: readonly (readonly [RegExp, number])[] = [
  [/\b(?:half|halved?|twice|doubled?)\b/i, 2],
  [/\b(?:third|three times|threefold|tripled?)\b/i, 3],
  [/\b(?:quarter|four times|fourfold)\b/i, 4],
  [/\b(?:tenth|ten times|tenfold)\b/i, 10],
];

/** What a text multiplies or divides by, both ways. */
function factorsIn({ text }: ReadText): number[] {
  return factors.flatMap(([words, factor]) => (words.test(text) ? [factor, 1 / factor] : []));
}

/** Digits that are no zeros at the end. */
function digits(value: number): number {
  return String(value).replace(/0+$/, '').length;
}
