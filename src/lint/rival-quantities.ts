import { sameAmount } from './measures.ts';
import { type Quantity, quantitiesOf } from './quantities.ts';
import type { PassagePlace } from './read-ground.ts';
import { ReadText } from './read-text.ts';

/** The numbers of an answer; one without a unit counts what the question asks for: "how many neurons". */
export function answeredQuantities(question: ReadText, answer: ReadText): readonly Quantity[] {
  const unit = countedBy(question.text);
  return quantitiesOf(answer).map((each) =>
    each.unit === '' && unit !== '' ? Object.assign({}, each, { unit }) : each,
  );
}

const counting = /\b(?:how many|what number of|how much) (?:more |other )?(\p{L}+)/iu;

function countedBy(question: string): string {
  const found = counting.exec(question)?.[1];
  return found === undefined ? '' : (new ReadText(found).content[0]?.stem ?? '');
}

/** A number that stands near an anchor and counts the same, but is another one. */
export function rivalIn(own: Quantity, places: readonly PassagePlace[]): Quantity | undefined {
  return places
    .flatMap(({ near }) => quantitiesOf(near))
    .find((there) => {
      const same = sameAmount(own, there);
      return same === undefined ? own.value !== there.value && isRival(own, there) : !same;
    });
}

function isRival(own: Quantity, there: Quantity): boolean {
  if (own.percent || there.percent) return own.percent && there.percent;
  if (own.unit !== '' && own.unit === there.unit) return true;
  if (isYear(own) !== isYear(there)) return false;
  return own.exact && there.exact && (own.unit === '' || there.unit === '');
}

/** Whether a number can only be a year. */
export function isYear({ value, text }: Quantity): boolean {
  return value > 1500 && value < 2200 && /^\d{4}$/.test(text);
}
