import type { Asked } from '../asking/asking.ts';
import { askOf } from '../asking/index.ts';
import { clausesOf } from './clauses.ts';
import {
  answerFrom,
  type Clauses,
  leaning,
  runsOn,
  sound,
  type SpokenPattern,
} from './spoken-pattern.ts';
import type { Tagged } from './tagger.ts';

const fillers =
  /^(?:(?:yeah|yes|ok|well|right|so|and|but|then|also|now|honestly|actually|basically|i mean|you know|i think|i guess|fundamentally|in general|in some sense|of course|in particular)\s+)+/i;

/** What single clauses of a paragraph say by themselves: reasons, and what something is. */
export function spokenPatterns(text: string, words: readonly Tagged[]): SpokenPattern[] {
  const clauses = clausesOf(words);
  const found: SpokenPattern[] = [];
  for (const [index, clause] of clauses.entries()) {
    if (clause.strength < 1) continue;
    for (const last of [index, index + 1, index + 2]) {
      const end = clauses[last]?.end;
      const next = clauses[last + 1];
      if (end === undefined || (next !== undefined && next.strength < 1)) continue;
      const raw = text.slice(clause.start, end);
      const start = clause.start + (fillers.exec(raw)?.[0].length ?? 0);
      const pattern = patternOf(text, { start, end }, clauses.slice(index, last + 1));
      if (pattern === undefined) continue;
      found.push(pattern);
      break;
    }
  }
  return found;
}

function patternOf(
  text: string,
  span: { start: number; end: number },
  clauses: Clauses,
): SpokenPattern | undefined {
  const { start } = span;
  const spoken = text
    .slice(start, span.end)
    .replace(/(?: (?:and|but|so|right|or|like|because|—))+$/i, '');
  const end = start + spoken.length;
  const count = spoken.split(' ').length;
  if (count < 9 || count > 48 || sound.test(spoken)) return undefined;
  return reasonOf(text, { start, end }, clauses) ?? sentenceOf(text, { start, end }, clauses);
}

/** Half sentences and asides, which are no claims. */
const unclaimed =
  /^(?:the reason|in the|in fact|by |for |with |at |i kind|i want|i'm excited|let's|we're using|you're|—)|\b(?:that you (?:described|mentioned|said)|at the same time|your question|a lot more|on top)\b| (?:it|this|that) (?:works?|really|would|could|will|seems|is|was)\b| it's\b/i;

/** A claim quoted in a question says more than a pronoun and a verb. */
const fewestClaimWords = 6;

/** `A because B`, with A in the guest's own words: for which reason does he say so? */
function reasonOf(
  text: string,
  { start, end }: { start: number; end: number },
  clauses: Clauses,
): SpokenPattern | undefined {
  const spoken = text.slice(start, end);
  const at = / because (?!of\b)/.exec(spoken)?.index;
  if (at === undefined || leaning.test(spoken)) return undefined;
  const claim = spoken
    .slice(0, at)
    .replace(/(?:,| —| just| simply| mostly| and| but| so| right)+$/, '');
  const reason = answerFrom(text, clauses, { start: start + at + ' because '.length, end });
  if (
    claim.split(' ').length < fewestClaimWords ||
    claim.split(' ').length > 24 ||
    reason === undefined
  )
    return undefined;
  if (runsOn(claim, 18) || unclaimed.test(claim) || leaning.test(claim)) return undefined;
  if (/ — |\b(?:this|that|these|those|it|they|them)$|^(?:what|how|why|if|when) /i.test(claim))
    return undefined;
  return {
    slot: 'because',
    question: `{why} “${claim.charAt(0).toUpperCase()}${claim.slice(1)}”`,
    answer: `Because ${reason}`,
    start,
    end,
    score: 0.7,
  };
}

/** What the engine for written sentences makes of a clause. */
function sentenceOf(
  text: string,
  { start, end }: { start: number; end: number },
  clauses: Clauses,
): SpokenPattern | undefined {
  const spoken = text.slice(start, end);
  if (/ — /.test(spoken)) return undefined;
  const sentence = spoken.charAt(0).toUpperCase() + spoken.slice(1);
  const asked = askOf({ text: sentence, start, lower: small, anybody: false });
  if (asked === undefined || !isSound(asked)) return undefined;
  const answer = answerFrom(text, clauses, asked.answer);
  if (answer === undefined) return undefined;
  return {
    slot: asked.form === 'why' ? 'because' : 'what-is',
    question: asked.question,
    answer: asked.lead === '' ? answer : asked.lead + answer,
    start,
    end,
    score: asked.form === 'why' ? 0.72 : 0.62,
  };
}

function small(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** Speech is full of half questions; only full ones are asked. */
function isSound({ question, form }: Asked): boolean {
  if (form === 'what-must' || question.split(' ').length < 5) return false;
  if (/\b(?:is|are|was|were) (?:has|have|is|are|was|were|maybe|ultimately)\b/.test(question))
    return false;
  return !/\b(?:it|its|this|these|those|they|them|their|such|he|she|there|here|thing|things|stuff|something|one|i|we|you|us|our|your|my|me|another|other|point|bit|lot)\b|\bthat$|\bthat (?:we|is|was|are)\b|\?/i.test(
    question.replace(/^(?:What|Why) \w+ one of\b/, ''),
  );
}
