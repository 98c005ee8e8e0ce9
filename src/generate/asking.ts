import type { Span } from '../model/problem.ts';
import { type Clause, clauseOf, inverted, verbClauseOf } from './clause.ts';
import { countWords, isFirstOrSecondPerson, type Lowering, startsWithReference } from './words.ts';

/** A question made of a sentence with its own verb, and what of the sentence answers it. */
export interface Asked {
  /** Without its mark, so that a name can follow: `Why is RLHF no solution`. */
  readonly question: string;
  /** Offsets in the passage's text. */
  readonly answer: Span;
  /** What the answer begins with beside the words of the passage: `Because `, `It `. */
  readonly lead: string;
  readonly form: 'why' | 'what-is' | 'when' | 'what-does' | 'what-must';
}

/** A stretch of a passage that is asked about, and how its words read inside a question. */
export interface Asking {
  readonly text: string;
  readonly start: number;
  readonly lower: Lowering;
  /** "We" and "you" stand for anybody, as in a saying; else such sentences are left alone. */
  readonly anybody: boolean;
}

function stop(text: string): number {
  return /[.!?]+["”’)]*$/.exec(text)?.index ?? text.length;
}

function sliced({ text, start }: Asking, span: Span): string {
  return text.slice(span.start - start, span.end - start);
}

/** "How well we can" said of anybody. */
function anyone(text: string, { anybody }: Asking): string {
  return anybody
    ? text.replaceAll(/\b(?:we|you) (?=(?:can|could|must|should|may|might|will|would)\b)/gi, 'one ')
    : text;
}

/** Fit to be the subject of a question that stands alone. */
function isSubject(subject: string): boolean {
  return (
    !startsWithReference(subject) &&
    !isFirstOrSecondPerson(subject) &&
    !/^(?:and|but|so|or|yet|then|there|what|who|how|if|when|as|while|because|although|though|however|to|in|on|at|for|with|by|from|after|before|without|of|given|despite|since|once|unless|until|honestly|actually|basically|today|now|currently|instead)\b/i.test(
      subject,
    )
  );
}

const leastAnswer = 3;

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

const predicate =
  /^(?:not |no longer |only |fundamentally |simply |just |mostly |primarily )*(?:about |an? |the |one |that |to |how |what |whether |where |figuring |\p{L}{3,}ing )/iu;

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
        question: `What happens ${clause}`,
        answer: { start: from, end: start + stop(text) },
        lead: '',
        form: 'when',
      };
}

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

/** `It is important to A: B` → Why is it important to A? */
export function askImportant({ text, start }: Asking): Asked | undefined {
  const found =
    /^(?:It['’]s|It is) (?:also |very )?(?<how>important|critical|crucial|essential|necessary|vital) to (?<what>[^:;]{8,140}): (?=\S)/.exec(
      text,
    );
  const { how, what } = found?.groups ?? {};
  if (found === null || how === undefined || what === undefined || isFirstOrSecondPerson(what))
    return undefined;
  const answer = { start: start + found[0].length, end: start + stop(text) };
  return { question: `Why is it ${how} to ${what}`, answer, lead: '', form: 'why' };
}

/** `get A to do B, such that C` → What happens if one gets A to do B? */
export function askSuchThat({ text, start }: Asking): Asked | undefined {
  const found =
    /(?:^|: )(?<verb>get|let|use|make|train|keep|give) (?<what>[^,;:]{6,120}), (?:such|so) that (?=\S)/.exec(
      text,
    );
  const { verb, what } = found?.groups ?? {};
  if (found === null || verb === undefined || what === undefined) return undefined;
  if (isFirstOrSecondPerson(what) || startsWithReference(what)) return undefined;
  const answer = { start: start + found.index + found[0].length, end: start + stop(text) };
  return { question: `What happens if one ${verb}s ${what}`, answer, lead: '', form: 'when' };
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

/** `principled researchers must be willing …` → What must principled researchers do …? */
function askedOfSubject(asking: Asking, always: boolean): Asked | undefined {
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

/** `New researchers should focus on …` → What should new researchers do? */
export function askWhatMust(asking: Asking): Asked | undefined {
  const asked = askedOfSubject(asking, true);
  if (asked === undefined || asked.form !== 'what-must') return undefined;
  const answer = sliced(asking, asked.answer);
  return countWords(answer) < leastAnswer || /^(?:not|be|have|no|then|also)\b/.test(answer)
    ? undefined
    : asked;
}

/** The first of the ways of asking that fits a sentence, the surest first. */
export function askOf(asking: Asking): Asked | undefined {
  const whole = withoutConcession(asking);
  return (
    askWhy(whole) ??
    askReason(whole) ??
    askImportant(whole) ??
    askSuchThat(whole) ??
    askWhen(whole) ??
    askWhenLate(whole) ??
    askWhatIs(whole) ??
    askWhatDoes(whole) ??
    askWhatMust(whole)
  );
}

/** `While A, B` grants A and says B. */
function withoutConcession(asking: Asking): Asking {
  const granted =
    /^(?:While|Although|Though) [^;:]{10,160}?, (?=(?:the|an?|practical|we|\p{L}+) )/iu.exec(
      asking.text,
    );
  if (granted === null) return asking;
  const text = asking.text.slice(granted[0].length);
  return startsWithReference(text)
    ? asking
    : { ...asking, text, start: asking.start + granted[0].length };
}

/** `The reason why I would recommend X is that Y` → Why would … recommend X? `{I}` stands for the name. */
function askReason({ text, start }: Asking): Asked | undefined {
  const found =
    /^The reason (?:why |that )?I (?<verb>would|do|did|can) (?<what>[^,]{8,120}?)(?:, [^,]{3,80},)? is that /.exec(
      text,
    );
  const { verb, what } = found?.groups ?? {};
  if (found === null || verb === undefined || what === undefined) return undefined;
  if (isFirstOrSecondPerson(what)) return undefined;
  const answer = { start: start + found[0].length, end: start + stop(text) };
  return { question: `Why ${verb} {I} ${what}`, answer, lead: 'Because ', form: 'why' };
}
