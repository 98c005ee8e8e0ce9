import { clauseOf, inverted } from '../clause.ts';
import { isFirstOrSecondPerson } from '../words.ts';
import { type Asked, type Asking, isSubject, sliced, stop } from './asking.ts';

/** `A can fail when B` → When can A fail? */
export function askWhenLate(asking: Asking): Asked | undefined {
  const { text, start, lower } = asking;
  const at =
    /(?<! (?:is|are|was|were|even|only|ago|for|of|than|as)) when (?=(?:the|an?|\p{L}+) )/u.exec(
      text,
    )?.index;
  if (at === undefined || /[,;:“"]/.test(text.slice(0, at))) return undefined;
  const clause = clauseOf({ text: text.slice(0, at), start });
  if (clause === undefined) return undefined;
  const subject = sliced(asking, clause.subject);
  const rest = sliced(asking, clause.rest);
  if (!isSubject(subject) || isFirstOrSecondPerson(rest) || !/^be \p{L}+|^\p{Ll}+ed\b/u.test(rest))
    return undefined;
  const answer = { start: start + at + ' when '.length, end: start + stop(text) };
  return {
    question: `When ${inverted(clause.verb, lower(subject), rest)}`,
    answer,
    lead: 'When ',
    form: 'when',
  };
}
