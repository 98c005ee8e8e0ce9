import { type Clause, clauseOf } from '../clause.ts';
import { countWords, isFirstOrSecondPerson } from '../words.ts';
import { type Asked, type Asking, isSubject, leastAnswer, sliced, stop } from './asking.ts';

const predicate =
  /^(?:not |no longer |only |fundamentally |simply |just |mostly |primarily )*(?:about |an? |the |one |that |to |how |what |whether |where |figuring |\p{L}{3,}ing |\p{L}{3,} (?:(?:that|which) (?:is|are|was|were|has|have|can|may|will)|in which|made) )/iu;

/** What can be a doing: "the challenge is figuring out", not "the labs are building". */
const matter =
  /\b(?:challenges?|goals?|problems?|tasks?|ideas?|ways?|steps?|strateg(?:y|ies)|aims?|approach(?:es)?|keys?|plans?|questions?|difficulty|parts?|points?|jobs?|priorit(?:y|ies)|solutions?|techniques?|methods?|alternatives?)\b/i;

/** `The limit of X is Y` → What is the limit of X? A doing that is something is asked for itself. */
export function askWhatIs(asking: Asking): Asked | undefined {
  const clause = clauseOf(asking);
  if (clause === undefined || !/^(?:is|are|was|were)$/.test(clause.verb)) return undefined;
  const { lower } = asking;
  const end = asking.start + stop(asking.text);
  const subject = anyone(sliced(asking, clause.subject), asking);
  const rest = sliced(asking, { ...clause.rest, end });
  if (/^(?:\p{L}+ly )?\p{L}+ing\b/u.test(subject)) return askDoing(asking, clause, rest);
  if (!isSubject(subject) || !predicate.test(rest)) return undefined;
  if (
    /^(?:\p{L}+ )*\p{L}+ing /u.test(rest.slice(0, 40)) &&
    !matter.test(subject) &&
    !/^(?:an?|the|one|that|to|how|what|whether|where|about|fundamentally about) /.test(rest)
  )
    return undefined;
  if (countWords(rest) < leastAnswer || countWords(subject) > 16) return undefined;
  if (!/^(?:the|an?|one of|our|its|\p{Lu}|\p{Ll}+['’]s) ?/iu.test(subject)) return undefined;
  const about = /^(?:(fundamentally|mostly|primarily|only|simply|just) )?about /.exec(rest);
  const answer = { start: clause.rest.start + (about?.[0].length ?? 0), end };
  const question = `What ${clause.verb} ${lower(subject)}${about === null ? '' : ` ${about[0].trim()}`}`;
  return { question, answer, lead: '', form: 'what-is' };
}

/** "How well we can" said of anybody. */
function anyone(text: string, { anybody }: Asking): string {
  return anybody
    ? text.replaceAll(/\b(?:we|you) (?=(?:can|could|must|should|may|might|will|would)\b)/gi, 'one ')
    : text;
}

/** `Doing X is a Y of Z` → What is a Y of Z? */
function askDoing(asking: Asking, { verb, subject }: Clause, rest: string): Asked | undefined {
  const named = /^(?:an?|one|the) [^;]+/.exec(rest)?.[0];
  const doing = sliced(asking, subject);
  if (named === undefined || isFirstOrSecondPerson(named + doing) || countWords(named) > 24)
    return undefined;
  return {
    question: `What ${verb} ${named.replace(/, [^,]*$/, '')}`,
    answer: subject,
    lead: '',
    form: 'what-is',
  };
}
