import { clauseOf, verbClauseOf } from '../clause.ts';
import { countWords } from '../words.ts';
import { type Asked, type Asking, isSubject, leastAnswer, sliced, stop } from './asking.ts';

/** `New researchers should focus on …` → What should new researchers do? */
export function askWhatMust(asking: Asking): Asked | undefined {
  const asked = askedOfSubject(asking, true);
  if (asked === undefined || asked.form !== 'what-must') return undefined;
  const answer = sliced(asking, asked.answer);
  return countWords(answer) < leastAnswer || /^(?:not|be|have|no|then|also)\b/.test(answer)
    ? undefined
    : asked;
}

/** `principled researchers must be willing …` → What must principled researchers do …? */
export function askedOfSubject(asking: Asking, always: boolean): Asked | undefined {
  const clause = clauseOf(asking);
  const end = asking.start + stop(asking.text);
  if (
    clause !== undefined &&
    /^(?:must|should|can|could|may|might|will|would)$/.test(clause.verb)
  ) {
    const subject = sliced(asking, clause.subject);
    if (!isSubject(subject) || (!always && !/^(?:must|should)$/.test(clause.verb)))
      return undefined;
    if (sliced(asking, clause.rest).includes(';')) return undefined;
    return {
      question: `What ${clause.verb} ${asking.lower(subject)} do`,
      answer: { ...clause.rest, end },
      lead: '',
      form: 'what-must',
    };
  }
  const verb = always ? verbClauseOf(asking) : undefined;
  if (verb === undefined || !isSubject(verb.subject)) return undefined;
  return {
    question: `What does ${asking.lower(verb.subject)} ${verb.verb}`,
    answer: { ...verb.rest, end },
    lead: '',
    form: 'what-does',
  };
}
