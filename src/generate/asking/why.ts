import { clauseOf, inverted, verbClauseOf } from '../clause.ts';
import { countWords, isFirstOrSecondPerson } from '../words.ts';
import { type Asked, type Asking, isSubject, leastAnswer, sliced, stop } from './asking.ts';

/** `A because B` → Why A? */
export function askWhy(asking: Asking): Asked | undefined {
  const { text, start, lower, anybody } = asking;
  const at = / because (?!of\b)/.exec(text)?.index;
  if (at === undefined || /[;:?]/.test(text.slice(0, at))) return undefined;
  const main = text
    .slice(0, at)
    .replace(/,$/, '')
    .replace(/^(?:But|And|So|Yet) /, '');
  const offset = at - main.length - (text[at - 1] === ',' ? 1 : 0);
  const reason = { start: start + at + ' because '.length, end: start + stop(text) };
  if (countWords(text.slice(at)) < leastAnswer + 1) return undefined;
  const question = whyQuestion({ text: main, start: start + offset, lower, anybody });
  return question === undefined
    ? undefined
    : { question, answer: reason, lead: 'Because ', form: 'why' };
}

function whyQuestion(asking: Asking): string | undefined {
  const { text, anybody, lower } = asking;
  const need = /^(?:You|We) (?:\p{L}+ly )?need (.+)$/u.exec(text)?.[1];
  if (anybody && need !== undefined && !isFirstOrSecondPerson(need))
    return `Why does it take ${need}`;
  const clause = clauseOf(asking);
  const subject = clause === undefined ? '' : sliced(asking, clause.subject);
  const rest = clause === undefined ? '' : sliced(asking, clause.rest);
  if (clause !== undefined && isSubject(subject) && !isFirstOrSecondPerson(rest))
    return `Why ${inverted(clause.verb, lower(subject), rest)}`;
  const other = verbClauseOf(asking);
  if (other === undefined || !isSubject(other.subject)) return undefined;
  const object = sliced(asking, other.rest);
  return isFirstOrSecondPerson(object)
    ? undefined
    : `Why does ${lower(other.subject)} ${other.verb} ${object}`;
}
