import { clauseOf, verbClauseOf } from '../clause.ts';
import { countWords } from '../words.ts';
import { type Asked, type Asking, isSubject, leastAnswer, sliced, stop } from './asking.ts';

/** `X requires Y` → What does X require? `X should be viewed as Y` → How should X be viewed? */
export function askWhatDoes(asking: Asking): Asked | undefined {
  const { text, start, lower } = asking;
  const end = start + stop(text);
  const viewed = clauseOf(asking);
  const rest = viewed === undefined ? '' : sliced(asking, { ...viewed.rest, end });
  const as = /^be (viewed|seen|regarded|treated|understood|thought of) as /.exec(rest);
  if (viewed !== undefined && as !== null && isSubject(sliced(asking, viewed.subject))) {
    const question = `How ${viewed.verb} ${lower(sliced(asking, viewed.subject))} be ${as[1]}`;
    return {
      question,
      answer: { start: viewed.rest.start + as[0].length - 'as '.length, end },
      lead: '',
      form: 'what-does',
    };
  }
  const stranded =
    /^(?:require|need|demand|possess|become|include|involve|mean|provide|cause|alter|\p{Ll}+ly alter) /u.exec(
      rest,
    );
  if (viewed !== undefined && stranded !== null && isSubject(sliced(asking, viewed.subject))) {
    const question = `What ${viewed.verb} ${lower(sliced(asking, viewed.subject))} ${stranded[0].trim()}`;
    return {
      question,
      answer: { start: viewed.rest.start + stranded[0].length, end },
      lead: '',
      form: 'what-does',
    };
  }
  const clause = verbClauseOf(asking);
  if (clause === undefined || !isSubject(clause.subject)) return undefined;
  const answer = { ...clause.rest, end };
  if (countWords(sliced(asking, answer)) < leastAnswer) return undefined;
  return {
    question: `What does ${lower(clause.subject)} ${clause.verb}`,
    answer,
    lead: '',
    form: 'what-does',
  };
}
