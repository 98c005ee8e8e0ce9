import { type Asked, type Asking, isSubject } from './asking.ts';

/** `Current techniques are insufficient for X` → Which techniques are insufficient for X? */
export function askWhich({ text, start }: Asking): Asked | undefined {
  const found =
    /^(?<subject>(?:\p{L}[\p{L}-]* ){1,4}?(?<head>\p{L}+s)(?:, [^,]{3,40},)?) are (?<rest>(?:not )?\p{L}+ (?:for|to|in|than|of|at) [^.;:]{5,100})/u.exec(
      text,
    )?.groups;
  const { subject, head, rest } = found ?? {};
  if (subject === undefined || head === undefined || rest === undefined || !isSubject(subject))
    return undefined;
  const answer = { start, end: start + subject.replace(/,$/, '').length };
  return { question: `Which ${head.toLowerCase()} are ${rest}`, answer, lead: '', form: 'what-is' };
}
