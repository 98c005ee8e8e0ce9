import { countWords, isFirstOrSecondPerson, startsWithReference } from '../words.ts';
import { type Asked, type Asking, leastAnswer, stop } from './asking.ts';
import { askedOfSubject } from './what-must.ts';

const lead =
  /^(?<word>If|When|Once|As|Before|After|Without|Unless|To|In order to|In the context of) (?<condition>[^,;:]{8,160}?), (?<main>\S.*)$/u;

/** `If A, B` → What happens if A? With "we must" in B, what must be done; `To A, B` likewise. */
export function askWhen(asking: Asking): Asked | undefined {
  const { text, start } = asking;
  const found = lead.exec(text)?.groups;
  const { word, condition, main } = found ?? {};
  if (word === undefined || condition === undefined || main === undefined) return undefined;
  const told = asking.anybody ? inThirdPerson(condition) : condition;
  if (told === undefined || isFirstOrSecondPerson(told) || startsWithReference(told))
    return undefined;
  const clause = `${word.toLowerCase()} ${told}`;
  const from = start + text.length - main.length;
  const inner: Asking = { ...asking, text: main, start: from };
  const asked =
    askedOfAnybody(inner) ??
    askedOfSubject(
      inner,
      /^(?:not|to)\b/.test(condition) ||
        word === 'To' ||
        word === 'In order to' ||
        word === 'In the context of',
    );
  if (asked !== undefined)
    return { ...asked, question: `${asked.question} ${clause}`, form: 'when' };
  if (
    /^(?:To|In order to|In the context of)$/.test(word) ||
    isFirstOrSecondPerson(main) ||
    countWords(main) < leastAnswer + 1
  )
    return undefined;
  if (!/^(?:the|an?|it|they|human|\p{L}+)\b/iu.test(main)) return undefined;
  const isThing = startsWithReference(main) && !/^(?:its?|they|their)\b/i.test(main);
  return isThing
    ? undefined
    : {
        question: `${isPast(word, condition) ? 'What happened' : 'What happens'} ${clause}`,
        answer: { start: from, end: start + stop(text) },
        lead: '',
        form: 'when',
      };
}

/** "Once bread was baked in factories"; "if it were" is not of the past. */
function isPast(word: string, condition: string): boolean {
  return word !== 'If' && word !== 'Unless' && /\b(?:was|were|had|did)\b/.test(condition);
}

/** "We must do" in a saying: what must be done. */
function askedOfAnybody({ text, start, anybody }: Asking): Asked | undefined {
  if (!anybody) return undefined;
  const found =
    /^(?:we|you) (?:\p{L}+ly )?(?<verb>need to|need|must have|must|should|can|have to) (?=\S)/iu.exec(
      text,
    );
  const verb = found?.groups?.['verb']?.toLowerCase();
  if (found === null || verb === undefined) return undefined;
  const answer = { start: start + found[0].length, end: start + stop(text) };
  const question: Readonly<Record<string, string>> = {
    'need to': 'What needs to be done',
    'have to': 'What has to be done',
    need: 'What is needed',
    'must have': 'What is required',
    must: 'What must be done',
    should: 'What should be done',
    can: 'What can be done',
  };
  return { question: question[verb] ?? 'What is needed', answer, lead: '', form: 'what-must' };
}

/** "You give" and "we give" as "one gives"; undefined where more than the verb would have to change. */
function inThirdPerson(condition: string): string | undefined {
  const found = /^(?:you|we) (?<verb>\p{Ll}+) (?<rest>.*)$/u.exec(condition)?.groups;
  const { verb, rest } = found ?? {};
  if (verb === undefined || rest === undefined) return condition;
  if (isFirstOrSecondPerson(rest)) return undefined;
  const form = /^(?:can|could|must|should|will|would|may|might)$/.test(verb)
    ? verb
    : verb === 'have'
      ? 'has'
      : verb === 'are'
        ? 'is'
        : `${verb}${/(?:s|sh|ch|x|o)$/.test(verb) ? 'es' : 's'}`;
  return `one ${form} ${rest}`;
}
