import { assertionOf } from '../assertion.ts';
import { reversedComparison } from '../comparison.ts';
import { contradictionOf } from '../contradiction.ts';
import { statementsOf } from '../negation.ts';
import { sameAmount } from '../measures.ts';
import { amountsOf, type Quantity, quantitiesOf, valuesOf } from '../quantities.ts';
import { hasOtherView } from '../other-view.ts';
import { isReckoned } from '../reckoned.ts';
import { answeredQuantities, rivalIn } from '../rival-quantities.ts';
import type { ReadCard } from '../read-card.ts';
import type { PassagePlace } from '../read-ground.ts';
import { ReadText } from '../read-text.ts';
import { type Complaint, type LintRule, quoted } from '../rule.ts';
import { turnedClaim } from '../turned-claim.ts';

/** Q02: the card does not contradict the passage. */
export const faithful: LintRule = {
  id: 'Q02',
  name: 'faithful',
  check: (card) => {
    const places = card.grounds.flatMap(({ at }) => at ?? []);
    if (places.length === 0) return [];
    const complaint =
      otherNumber(card, places) ??
      otherOrder(card, places) ??
      otherClaim(card, places) ??
      turnedClaim(card);
    return complaint === undefined ? [] : [complaint];
  },
};

/** A figure where the passage has another one for the same. */
function otherNumber(card: ReadCard, places: readonly PassagePlace[]): Complaint | undefined {
  const { question, answer } = card;
  const own = answeredQuantities(question, answer);
  const asked = quantitiesOf(question).filter(({ percent }) => percent);
  if (own.length + asked.length === 0) return undefined;
  const there = places.map(({ window }) => valuesOf(window));
  const inQuestion = valuesOf(question);
  for (const quantity of [...own, ...asked]) {
    if (quantity.value === 100) continue;
    const known = isKnown(quantity, places, there);
    if (known || (inQuestion.has(quantity.value) && own.includes(quantity))) continue;
    if (places.some(({ near }) => isReckoned(quantity, card.claim, near))) continue;
    const other = rivalIn(quantity, places);
    if (other !== undefined)
      return {
        severity: 'error',
        message: `the card says ${quoted(quantity.text)}, the passage ${quoted(other.text)}`,
        remedy: 'Give the figure of the source.',
        words: quantity.text,
      };
  }
  return undefined;
}

/** The passage has the value, and nowhere in another unit of the same kind alone. */
function isKnown(
  quantity: Quantity,
  places: readonly PassagePlace[],
  there: readonly ReadonlySet<number>[],
): boolean {
  const amounts = places
    .flatMap(({ window }) => amountsOf(window))
    .flatMap((other) => sameAmount(quantity, other) ?? []);
  if (amounts.includes(true)) return true;
  const sameValue = places
    .flatMap(({ near }) => quantitiesOf(near))
    .filter((other) => other.value === quantity.value);
  if (sameValue.length > 0 && sameValue.every((other) => sameAmount(quantity, other) === false))
    return false;
  return there.some((values) => values.has(quantity.value));
}

/** "Generation is easier than evaluation" where the passage has it the other way round. */
function otherOrder(card: ReadCard, places: readonly PassagePlace[]): Complaint | undefined {
  const claims = [card.answer.text, filledIn(card)].filter((claim) =>
    /\bthan\b|\bprefer/i.test(claim),
  );
  for (const claim of claims)
    for (const { near } of places) {
      const words = reversedComparison(new ReadText(claim), near);
      if (words !== undefined)
        return {
          severity: 'error',
          message: `the passage compares the other way round: ${quoted(words)}`,
          remedy: 'See which of the two it puts first.',
          words,
        };
    }
  return undefined;
}

/** The question with its answer in the place of its question word. */
function filledIn({ question, answer, kind }: ReadCard): string {
  if (kind !== 'basic') return '';
  const asked =
    /^(?:what|which(?: (?!is|are|was|were)\p{L}+){0,2}|who) (?=is|are|was|were|worr|seem|look|matter|cost|need)/iu;
  if (!asked.test(question.text) || answer.words.length > 12) return '';
  return question.text.replace(asked, `${answer.text.replace(/[.!]+$/, '')} `);
}

/** What the passage denies, or says with the opposite word. */
function otherClaim(card: ReadCard, places: readonly PassagePlace[]): Complaint | undefined {
  const { question, claim, kind } = card;
  if (kind === 'term') return undefined;
  const claims = kind === 'basic' ? claimsOf(card) : [claim];
  for (const { near, window } of places) {
    const there = statementsOf(near);
    const found = firstOf(claims, (said) => contradictionOf(said, question, there, window));
    if (found === undefined) continue;
    return {
      severity: found.how === 'negation' && isUnsure(question, near) ? 'warning' : 'error',
      message:
        found.how === 'negation'
          ? `card and passage differ in a "not" at ${quoted(found.said)}`
          : `the card says ${quoted(found.said)}, the passage ${quoted(found.passage)}`,
      remedy: 'See what the passage says, and say the same.',
      words: found.said,
    };
  }
  return undefined;
}

/** The passage has somebody else's view in it, or the card speaks of a fear: it denies what others ask or hope. */
function isUnsure(question: ReadText, near: ReadText): boolean {
  return hasOtherView(near) || fearing.test(question.text);
}

const fearing = /\b(?:fear|doubt|worr|object|sceptic|skeptic|suspect)/i;

/** The answer as a claim, and with the question's words where it is too short to stand alone. */
function claimsOf(card: ReadCard): ReadText[] {
  const { question, answer } = card;
  // "What is not needed?", "what is unnecessary for": the denial is in the question.
  const { negations, limits } = statementsOf(question);
  const denials = negations.filter(({ text }) => !isAttribute(text, question));
  if (denials.length + limits.length > 0 || setsApart.test(question.text)) return [];
  if (answer.content.length >= 5) return [answer, assertionOf(card)];
  return [answer, new ReadText(`${question.text.replace(/\?\s*$/, '')} ${answer.text}`)];
}

const setsApart =
  /\b(?:in place of|other than|more \p{L}+ (?:\p{L}+ )?than|as opposed to|unlike|apart from|besides|differs?|compared|missing|absent)\b|\b(?:keeps?|kept|stop(?:s|ped)?|saved?|protect(?:s|ed)?)\b[^?]{0,80}\bfrom\b/iu;

/** "A misaligned model": the word only says which one is meant. */
function isAttribute(text: string, { words }: ReadText): boolean {
  const at = words.findIndex((word) => word.text === text);
  return /^(?:un|in|im|ir|mis|dis|non)\p{L}{4}/u.test(text) && (words[at + 1]?.stem ?? '') !== '';
}

function firstOf<Item, Found>(
  items: readonly Item[],
  find: (item: Item) => Found | undefined,
): Found | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
