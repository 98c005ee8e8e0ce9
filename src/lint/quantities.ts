import { measureOf } from './measures.ts';
import type { ReadText } from './read-text.ts';
import { remembered } from './remembered.ts';
import type { Word } from './words.ts';

/** A number in a text. */
export interface Quantity {
  readonly value: number;
  readonly percent: boolean;
  /** The stem of what is counted; empty where the text does not go on with it. */
  readonly unit: string;
  /** Written in digits, or a share: copied from somewhere, and not counted by whoever wrote it. */
  readonly exact: boolean;
  /** As written. */
  readonly text: string;
}

type Amount = Pick<Quantity, 'value' | 'unit'>;

const small = new Map(
  `two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
  seventeen eighteen nineteen`
    .split(/\s+/)
    .map((word, index) => [word, index + 2]),
);
const tens = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, index) => [word, 20 + 10 * index]),
);
const powers = new Map([
  ['hundred', 100],
  ['thousand', 1000],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
]);

/** The numbers of a text in order, in digits or spelled out; `one` is mostly none and is left out. */
export const quantitiesOf = remembered(readQuantities);

function readQuantities({ text, words }: ReadText): readonly Quantity[] {
  const found: Quantity[] = [];
  for (let at = 0; at < words.length;) {
    const number = numberAt(words, at);
    if (number === undefined) {
      at += 1;
      continue;
    }
    const { value, digits, next } = number;
    const after = words[next];
    const percent = words[at]?.text.endsWith('%') === true || isPercent(after);
    const rest = after !== undefined && isPercent(after) ? next + 1 : next;
    const start = words[at]?.start ?? 0;
    const end = words[rest - 1]?.end ?? start;
    const unit = percent ? '%' : unitAt(text, words, rest);
    const exact = digits || percent || value > 100;
    found.push({ value, percent, unit, exact, text: text.slice(start, end) });
    at = rest;
  }
  return found;
}

function isPercent(word: Word | undefined): boolean {
  return word !== undefined && /^(?:percent|percentage|pct)$/.test(word.text);
}

interface NumberHere {
  readonly value: number;
  readonly digits: boolean;
  /** The word after it. */
  readonly next: number;
}

function numberAt(words: readonly Word[], at: number): NumberHere | undefined {
  const first = words[at]?.text ?? '';
  const digits = /^\d/.test(first);
  const start = digits ? digitsOf(first) : (tens.get(first) ?? small.get(first));
  const leading = start ?? (first === 'a' || first === 'one' ? 1 : undefined);
  let value = leading ?? powers.get(first);
  if (value === undefined || Number.isNaN(value)) return undefined;
  let next = at + 1;
  const unitOfTen = tens.has(first) ? small.get(words[next]?.text ?? '') : undefined;
  if (unitOfTen !== undefined && unitOfTen < 10) {
    value += unitOfTen;
    next += 1;
  }
  for (;;) {
    const power = powers.get(words[next]?.text ?? '');
    if (power === undefined) break;
    value *= power;
    next += 1;
  }
  const rest = powers.has(words[next - 1]?.text ?? '') ? restAt(words, next, value) : undefined;
  if (rest !== undefined) ({ value, next } = rest);
  // "a" and "one" count only before a power.
  if (start === undefined && leading !== undefined && value === 1) return undefined;
  return { value, digits, next };
}

/** "And forty" behind "five thousand": the number with it; undefined where no smaller number follows. */
function restAt(
  words: readonly Word[],
  at: number,
  value: number,
): { readonly value: number; readonly next: number } | undefined {
  const start = words[at]?.text === 'and' ? at + 1 : at;
  const first = words[start]?.text ?? '';
  if (!tens.has(first) && !small.has(first) && (start > at || first !== 'one')) return undefined;
  const rest = numberAt(words, start);
  return rest === undefined || rest.value >= value
    ? undefined
    : { value: value + rest.value, next: rest.next };
}

/** A number in digits; what has letters in it is a name (`gpt35`, `80h`) or an ordinal. */
function digitsOf(word: string): number | undefined {
  if (!/^\d+(?:[.,]\d+)*%?$/.test(word)) return undefined;
  const plain = word.replace('%', '');
  return Number(/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(plain) ? plain.replaceAll(',', '') : plain);
}

/** The next word that says something, of the two behind the number, in the same clause. */
function unitAt(text: string, words: readonly Word[], at: number): string {
  const before = words[at - 1]?.end ?? 0;
  for (const word of words.slice(at, at + 2)) {
    if (/[.,;:!?()\n]/.test(text.slice(before, word.start))) return '';
    if (word.stem !== '') return word.stem;
  }
  return '';
}

/** An amount without a number: "a week", "half an hour". */
const single = /^(?:an?|one|per|half|quarter)$/;

/** The numbers of a text with their units, and the amounts that it gives without a number. */
export const amountsOf = remembered((text: ReadText): readonly Amount[] => {
  const { words } = text;
  const singles = words.flatMap(({ stem }, at): Amount[] => {
    const before = words[at - 1]?.text ?? '';
    if (measureOf(stem) === undefined || !single.test(before)) return [];
    const part = parts.get(before) ?? parts.get(words[at - 2]?.text ?? '') ?? 1;
    return [{ value: part, unit: stem }];
  });
  return [...quantitiesOf(text), ...singles];
});

const parts = new Map([
  ['half', 0.5],
  ['quarter', 0.25],
]);

/** Every value that a text speaks of, shares as parts of a hundred among them. */
export const valuesOf = remembered(readValues);

function readValues(text: ReadText): ReadonlySet<number> {
  const values = new Set<number>();
  const { words } = text;
  for (const { value } of quantitiesOf(text)) values.add(value);
  for (const [at, { text: word }] of words.entries()) {
    const equal = equals.get(word);
    if (equal !== undefined) for (const each of equal) values.add(each);
    // "two orders of magnitude" is a hundred times.
    const power = small.get(word) ?? (word === 'an' ? 1 : digitsOf(word));
    if (power !== undefined && power < 20 && words[at + 1]?.text.startsWith('order') === true)
      values.add(10 ** power);
    // A year in a date, the digits of a name.
    for (const [part] of word.matchAll(/\d+/g)) values.add(Number(part));
  }
  for (const { value, percent } of quantitiesOf(text)) {
    if (percent && value < 100) values.add(100 - value).add(value / 100);
    if (value >= 1000) values.add(value / 1000).add(value / 1e6);
  }
  for (const value of reckonedYears(text)) values.add(value);
  for (const value of sharesIn(text)) values.add(value);
  return values;
}

const outOf =
  /(?<![\p{L}\d])(\d{1,9}|\p{L}{1,12})(?: (?!in\b)\p{L}{1,20})? (?:in|out of|of every) (?:a )?(\d+|\p{L}{3,12})(?![\p{L}\d])/giu;
const fraction =
  /(?<![\p{L}\d])(one|two|three|four)[ -](third|quarter|fifth|sixth|eighth|tenth)s?(?!\p{L})/giu;
const denominators = new Map([
  ['third', 3],
  ['quarter', 4],
  ['fifth', 5],
  ['sixth', 6],
  ['eighth', 8],
  ['tenth', 10],
]);

/** Shares of a hundred that a text has in words: "one person in five", "two thirds". */
function sharesIn({ text }: ReadText): number[] {
  const counted = [...text.matchAll(outOf)].map(([, part = '', whole = '']) => [
    valueOf(part),
    valueOf(whole),
  ]);
  const broken = [...text.matchAll(fraction)].map(([, part = '', whole = '']) => [
    valueOf(part),
    denominators.get(whole.toLowerCase()),
  ]);
  return [...counted, ...broken].flatMap(([part, whole]) => {
    if (part === undefined || whole === undefined || whole <= 1) return [];
    const share = (100 * part) / whole;
    return [share, Math.floor(share), Math.ceil(share)];
  });
}

const mostReckoned = 40;

/** "In 1851 …, and four years later": the year that somebody may have reckoned. */
function reckonedYears(text: ReadText): number[] {
  const all = quantitiesOf(text).slice(0, mostReckoned);
  const years = all.filter(({ value, text: written }) => value > 999 && /^\d{4}$/.test(written));
  const spans = all.filter(
    ({ unit, value }) => /^(?:year|decad|centuri)$/.test(unit) && value < 1000,
  );
  const length = { year: 1, decad: 10, centuri: 100 } as const;
  return years.flatMap((year) =>
    spans.flatMap(({ value, unit }) => {
      const span = value * length[unit as keyof typeof length];
      return [year.value + span, year.value - span];
    }),
  );
}

const equals: ReadonlyMap<string, readonly number[]> = new Map([
  ['half', [50, 0.5, 1.5, 2]],
  ['twice', [2, 200]],
  ['double', [2, 200]],
  ['doubled', [2, 200]],
  ['both', [2]],
  ['pair', [2]],
  ['dozen', [12]],
  ['third', [33, 3]],
  ['quarter', [25, 4]],
  ['fifth', [20, 5]],
  ['tenth', [10]],
  ['decade', [10]],
  ['century', [100]],
  ['hundreds', [100]],
  ['thousands', [1000]],
  ['millions', [1e6]],
]);

function valueOf(word: string): number | undefined {
  if (word.toLowerCase() === 'one') return 1;
  return digitsOf(word) ?? small.get(word.toLowerCase()) ?? powers.get(word.toLowerCase());
}
