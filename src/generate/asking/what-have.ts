import { type Asked, type Asking, isSubject, stop } from './asking.ts';

/** `Models have extensive knowledge of X` → What do models have? */
export function askWhatHave({ text, start, lower }: Asking): Asked | undefined {
  const found =
    /^(?<subject>(?:\p{L}[\p{L}-]* ){0,3}\p{L}+s) have (?!been|to|not|had|\p{L}+ed )(?<rest>\S.{30,})$/u.exec(
      text,
    )?.groups;
  const { subject, rest } = found ?? {};
  if (subject === undefined || rest === undefined || !isSubject(subject)) return undefined;
  const answer = { start: start + text.length - rest.length, end: start + stop(text) };
  return { question: `What do ${lower(subject)} have`, answer, lead: '', form: 'what-does' };
}
