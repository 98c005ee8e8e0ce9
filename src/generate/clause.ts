import type { Span } from '../model/problem.ts';
import type { Sentence } from './sentence.ts';
import { countWords } from './words.ts';

/** A clause with its verb: `subject` + `verb` + `rest`, as offsets into the text that it was found in. */
export interface Clause {
  readonly subject: Span;
  /** An auxiliary or a form of "be": what a question puts before the subject. */
  readonly verb: string;
  readonly rest: Span;
}

const auxiliary =
  /(?<=[\p{L}\p{N})”"’%']) [“"]?(is|are|was|were|can|cannot|could|must|should|will|would|may|might)(?: (not))? (?=\S)/gu;
/** Begins a clause within the subject, which has a verb of its own. */
const opener =
  /(?<![\p{L}-])(?:that|which|who|whose|how|what|where|when|whether|if|because|while|we|you|they|it|he|she|i)(?![\p{L}])/giu;
const ownVerb =
  /(?<![\p{L}])(?:is|are|was|were|can|cannot|could|must|should|will|would|may|might|has|have|had|does|do|did)(?![\p{L}])/giu;
const doing = /^(?:\p{L}+ly )?\p{L}+ing /u;
const mostSubjectWords = 18;

/** The main clause of a stretch of text, where its verb is an auxiliary; undefined where that is not plain. */
export function clauseOf({ text, start }: Omit<Sentence, 'end'>): Clause | undefined {
  for (const found of text.slice(0, 400).matchAll(auxiliary)) {
    const subject = text.slice(0, found.index);
    if (countWords(subject) > mostSubjectWords || isBroken(subject)) return undefined;
    const openers = subject.match(opener)?.length ?? 0;
    const verbs = subject.match(ownVerb)?.length ?? 0;
    const [whole, verb = '', not] = found;
    // "Having two systems debate while a human judges is one way": what one is doing goes up to the noun.
    const isDoing =
      doing.test(subject) && /^(?:one|an?) /.test(text.slice(found.index + whole.length));
    if (!isDoing && verbs < openers - pairs(subject)) continue;
    const rest = found.index + whole.length - (not === undefined ? 0 : not.length + 1);
    return {
      subject: { start, end: start + found.index },
      verb,
      rest: { start: start + rest, end: start + text.length },
    };
  }
  return undefined;
}

/** "How well we can": two openers that share a verb. */
function pairs(subject: string): number {
  return (
    subject.match(
      /\b(?:how|what|that|which|where|when|if|whether)(?: \p{L}+){0,2} (?:we|you|they|it|he|she|i)\b/giu,
    )?.length ?? 0
  );
}

/** A comma ends a subject, unless it stands between two adjectives. */
function isBroken(subject: string): boolean {
  if (/[.;:?!—()]|--/.test(subject)) return true;
  const comma = subject.indexOf(',');
  return (
    comma !== -1 &&
    (countWords(subject.slice(0, comma)) > 2 ||
      subject.includes(',', comma + 1) ||
      /^(?:so|but|and|yet|or|however|still|then|thus|now|here)$/i.test(subject.slice(0, comma)))
  );
}

/** `is RLHF not a solution` from `RLHF is not a solution`; "cannot" is parted. */
export function inverted(verb: string, subject: string, rest: string): string {
  return verb === 'cannot' ? `can ${subject} not ${rest}` : `${verb} ${subject} ${rest}`;
}

/** Verbs in the third person that are worth asking with, and no nouns in the plural. */
const verbs =
  'requires|demands|means|involves|includes|entails|necessitates|allows|enables|refers to|lies in|depends on|relies on|rests on|leads to|consists of|carries|recognizes|recognises|provides|creates|causes|makes|gives|helps|shows|lets|lacks|offers|serves|explains|degrades|presents|treats|prevents|produces|reveals|reflects|contains|combines|determines|describes|ensures|affects|covers|encourages|incentivizes|promises|proposes|argues|holds|claims|suggests|proves|uses|works|needs';
const finite = new RegExp(
  String.raw`^(?<subject>[^,.;:()—]{3,160}?) (?<adverb>\p{Ll}+ly |often |also |inherently )?(?<verb>${verbs}) (?<rest>\S.*)$`,
  'u',
);

/** A clause whose verb is one of those known in the third person: a question needs "does". */
export interface VerbClause {
  readonly subject: string;
  /** With its adverb, in the form that follows "does". */
  readonly verb: string;
  readonly rest: Span;
}

/** As `clauseOf`, for `RLHF relies on …`. */
export function verbClauseOf({ text, start }: Omit<Sentence, 'end'>): VerbClause | undefined {
  const found = finite.exec(text.slice(0, 400))?.groups;
  const { subject, adverb = '', verb, rest } = found ?? {};
  if (subject === undefined || verb === undefined || rest === undefined) return undefined;
  if (countWords(subject) > 12 || subject.search(opener) !== -1 || subject.search(ownVerb) !== -1)
    return undefined;
  // "Makes up" and "carries out" are one verb.
  const particle = /^(?:up|out|off|away|down) (?=\S)/.exec(rest)?.[0] ?? '';
  const from = start + text.slice(0, 400).length - rest.length + particle.length;
  return {
    subject,
    verb: `${adverb}${plain(verb)} ${particle}`.trimEnd(),
    rest: { start: from, end: start + text.length },
  };
}

function plain(verb: string): string {
  const [word = '', ...others] = verb.split(' ');
  const base = /(?:carr|rel)ies$/.test(word) ? `${word.slice(0, -3)}y` : word.replace(/s$/, '');
  return [base, ...others].join(' ');
}
