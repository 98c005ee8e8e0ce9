import type { Passage } from '../../model/source.ts';
import { inThirdPersonOf, leansBack } from '../third-person.ts';
import { countWords } from '../words.ts';
import { boundaryScores } from './clauses.ts';
import { verbOf } from './grammar.ts';
import type { Tagged, Tagger } from './tagger.ts';

/** A question of the host, as it was said and as a card can ask it. */
export interface SpokenQuestion {
  /** In small letters, without its mark. */
  readonly said: string;
  readonly asker: string | undefined;
  /** In the third person, where it stands alone in that. */
  readonly told?: string;
  /** How well a card can ask it, up to 1. */
  readonly score: number;
}

const questionWord = /^(?:why|how|what|which|where|who)$/i;
const auxiliary =
  /^(?:'s|do|does|did|is|are|was|were|can|could|would|will|should|has|have|might)$/i;
/** What stands before a question that is really one; behind other words it is part of a sentence. */
const beforeQuestion =
  /^(?:ok|okay|yeah|yep|yes|so|but|right|and|then|question|one|well|now|curious|first|up|listeners|asked|wonder|—)$/i;
const confirmation =
  /\b(?:basic idea|short version|long and (?:the )?short|right way of|makes? sense|are you saying|do you mean|you(?:'re| are) saying|(?:explain|elaborate on|clarify|comment on|fill us in)|say (?:more|to that)|want to (?:add|elaborate|make)|is that|part of this)\b|\bif you have any$/i;
const fewest = 7;
const most = 34;

/** The question of the host's paragraphs that a card can ask best; undefined where there is none. */
export function spokenQuestion(
  asked: readonly Passage[],
  guest: string,
  tag: Tagger,
): SpokenQuestion | undefined {
  const found = asked.slice(-2).flatMap((passage) => questionsIn(passage, guest, tag));
  return found.toSorted((a, b) => b.score - a.score)[0];
}

function questionsIn(passage: Passage, guest: string, tag: Tagger): SpokenQuestion[] {
  const words = tag(passage.text);
  const scores = boundaryScores(words);
  const starts = words.flatMap((_, at) => (opens(words, at) ? [at] : []));
  return starts.flatMap((at) => {
    const end = questionEnd(words, scores, at, starts);
    const said = passage.text
      .slice(words[at]?.start, words[end - 1]?.end)
      .replace(/ (?:and (?:has|is|does|do|did|another)|on the one|in your opinion|or is)\b.*$/i, '')
      .replace(/ (?:right|and|or|so|but|yeah|—)$/i, '');
    const cut =
      /^(?:and|or|that|which)$/i.test(words[end]?.text ?? '') && !starts.includes(end + 1);
    if (cut || !isAskable(said)) return [];
    return [
      {
        ...toldOf(said, guest),
        said,
        asker: passage.speaker,
        score: scoreOf(said, end === words.length),
      },
    ];
  });
}

function toldOf(said: string, guest: string): { readonly told?: string } {
  const isOpen = /^(?:why|how|what|which|where|who)\b/i.test(said);
  const told = isOpen ? inThirdPersonOf(said, guest) : undefined;
  return told === undefined || !standsAlone(told) ? {} : { told };
}

function scoreOf(said: string, endsThere: boolean): number {
  const pronouns = said.match(/\b(?:it|its|this|these|those|they|them|their|he)\b/gi)?.length ?? 0;
  return (
    (/^(?:why|how|what|which)\b/i.test(said) ? 1 : 0.75) -
    pronouns * 0.12 -
    (endsThere ? 0 : 0.1) -
    Math.max(0, countWords(said) - 24) * 0.01
  );
}

/** Begins with what points back, so nothing tells what is asked about. */
const leaning =
  /^(?:(?:is|was|are|were|does|did|has|have|would|could|can) (?:it|this|that|they|these|those)|how (?:do|did|could|can|would) (?:you|it|they) (?:ever )?(?:know|tell|really)|(?:what|how|why) (?:is|are|was|were|do|does|did|have|has|would)(?:n't)? (?:it|they|that|this|he)(?! (?:so )?(?:important|hard|possible))|which is|do (?:you think you|they))\b/i;
/** Ends that have lost what follows, and words of a question that did not end where it was cut. */
const broken =
  /\b(?:and|or|but|so|the|a|of|to|in|for|with|that|is|are|like|just|kind|it|they|maybe)$|\bthat it's\b|\bthen you\b|\byou might think\b|[[\]—…]|\b(?:and so on|or something|at least|how (?:is|are) the)\b/i;

function isAskable(said: string): boolean {
  const words = countWords(said);
  return (
    words >= fewest &&
    words <= most &&
    !confirmation.test(said) &&
    !broken.test(said) &&
    !leaning.test(said)
  );
}

/** A question word with an auxiliary and its subject soon behind it, or an auxiliary before its subject. */
function opens(words: readonly Tagged[], at: number): boolean {
  const word = words[at];
  if (word === undefined) return false;
  return questionWord.test(word.text) ? opensWithWord(words, at) : opensWithVerb(words, at);
}

function opensWithVerb(words: readonly Tagged[], at: number): boolean {
  const [before, word, after] = [words[at - 1], words[at], words[at + 1]];
  if (word === undefined || after === undefined || !auxiliary.test(word.text) || word.text === "'s")
    return false;
  if (
    before !== undefined &&
    !/^(?:NOUN|PROPN|ADJ|ADV|INTJ|PUNCT|CCONJ|VERB|PRON)$/.test(before.pos)
  )
    return false;
  if (
    before !== undefined &&
    /^(?:that|which|who|what|how|why|where|it|this|i|we|you|they|there|he|she|thing|way)$/i.test(
      before.text,
    )
  )
    return false;
  if (before?.pos === 'VERB' || before?.pos === 'PRON')
    return /^(?:do|is|are|have|would) (?:you|there|we)$/i.test(`${word.text} ${after.text}`);
  return (
    /^(?:you|we|there|it|they|your)$/i.test(after.text) &&
    (before === undefined ||
      before.pos !== 'CCONJ' ||
      /^(?:do|is|are|have|would)$/i.test(word.text))
  );
}

function opensWithWord(words: readonly Tagged[], at: number): boolean {
  const [before, word] = [words[at - 1], words[at]];
  if (word === undefined) return false;
  const rest = words.slice(at + 1, at + 9).filter(({ text }) => text !== "n't");
  const verb = rest.findIndex(({ text }) => auxiliary.test(text));
  const subject = rest[verb + 1];
  const free = isFree(before);
  if (verb === -1 || verb > 5 || subject === undefined)
    return (
      free &&
      /^(?:what|who)$/i.test(word.text) &&
      /^[a-z]+s$/i.test(rest[0]?.pos === 'VERB' ? rest[0].text : '')
    );
  const between = rest.slice(0, verb);
  if (
    between.some(
      ({ pos, text }) =>
        pos === 'VERB' || /^(?:we|you|i|they|it|he|she|that|if|there)$/i.test(text),
    )
  )
    return false;
  const inverted =
    verb <= 3 &&
    (/^(?:you|we|they|your|it|there)$/i.test(subject.text) ||
      (verb === 0 && /^(?:the|going)$/i.test(subject.text))) &&
    before !== undefined &&
    /^(?:NOUN|ADJ|ADV|ADP|PROPN|CCONJ|PRON)$/.test(before.pos);
  return (free || inverted) && /^(?:PRON|DET|NOUN|PROPN|ADJ|ADV|NUM|VERB)$/.test(subject.pos);
}

function isFree(before: Tagged | undefined): boolean {
  return before === undefined || beforeQuestion.test(before.text);
}

/** A question ends where the next begins, where a sentence surely does, or with its paragraph. */
function questionEnd(
  words: readonly Tagged[],
  scores: readonly number[],
  at: number,
  starts: readonly number[],
): number {
  const next = starts.find((start) => start >= at + 5) ?? words.length;
  const clause = words.findIndex(
    ({ text }, index) =>
      index >= at + fewest &&
      (text === '—' || ((scores[index] ?? 0) >= 1.9 && verbOf(words, index) !== undefined)),
  );
  return clause === -1 ? next : Math.min(clause, next);
}

function standsAlone(question: string): boolean {
  return (
    !leansBack(
      question.replace(
        /\b(?:is|was) it (?:so |really |even )?(?=important|possible|necessary|useful|hard|easy|better|good|worth|likely)/i,
        'is ',
      ),
    ) &&
    !/\b(?:if|views?) (?:\w+ )?(?:has|have) any$|^which is\b|\b(?:people|us) (?:need|have)\b/i.test(
      question,
    )
  );
}
