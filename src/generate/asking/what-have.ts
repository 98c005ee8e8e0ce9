import { type Asked, type Asking, isSubject, stop } from './asking.ts';

const have =
  /^(?<subject>(?:\p{L}[\p{L}-]* ){0,3}\p{L}+s) have (?<what>(?:\p{L}[\p{L}-]* ){0,3}(?:knowledge|understanding|awareness|experience|command|control|grasp|memory|memories|picture|record) (?:of|over|with|in)) (?=\S.{10,}$)/u;

/** `Models have extensive knowledge of X` → What do models have extensive knowledge of? */
export function askWhatHave({ text, start, lower }: Asking): Asked | undefined {
  const found = have.exec(text);
  const { subject, what } = found?.groups ?? {};
  if (found === null || subject === undefined || what === undefined || !isSubject(subject))
    return undefined;
  const answer = { start: start + found[0].length, end: start + stop(text) };
  return {
    question: `What do ${lower(subject)} have ${what}`,
    answer,
    lead: '',
    form: 'what-does',
  };
}
