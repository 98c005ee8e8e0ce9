import type { CardDraft } from '../../model/draft.ts';
import type { Passage, Source } from '../../model/source.ts';
import { namesIn } from './casing.ts';
import { type Exchange, exchangesOf, rolesIn } from './exchanges.ts';
import { type SpokenSentence, spokenSentences } from './sentences.ts';
import { bestAnswer } from './spoken-answer.ts';
import { spokenCloze } from './spoken-cloze.ts';
import { spokenConditions } from './spoken-condition.ts';
import { spokenName } from './spoken-name.ts';
import type { SpokenPattern, SpokenRule } from './spoken-pattern.ts';
import { spokenQuestion } from './spoken-question.ts';
import { spokenReason } from './spoken-reason.ts';
import { spokenSentence } from './spoken-sentence.ts';
import { spokenTerms } from './spoken-term.ts';
import { answerDraft, patternDraft, type Talk } from './talk-draft.ts';
import { loadTagger, type Tagged } from './tagger.ts';
import { worthIn } from './worth.ts';

/** Fewer ends of sentences than this to a word, and a talk was written down without punctuation. */
const fewestEnds = 1 / 200;

/** Whether a document is a talk without punctuation, which the rules cannot read. */
export function isUnpunctuatedTalk({ kind, passages }: Source): boolean {
  if (kind !== 'transcript' && kind !== 'subtitles') return false;
  let words = 0;
  let ends = 0;
  for (const { text } of passages) {
    words += text.split(' ').length;
    ends += text.match(/[.?!](?=\s|$)/g)?.length ?? 0;
  }
  return words > 100 && ends < words * fewestEnds;
}

/** Below this most drafts would be thrown away. */
const leastScore = 0.42;

interface TalkTask {
  readonly signal?: AbortSignal | undefined;
  /** Names as other documents write them. */
  readonly names?: readonly string[] | undefined;
}

/** What is asked and said in such a talk, as drafts for a person to look over: none is sure. */
export async function draftTalk(source: Source, task: TalkTask = {}): Promise<CardDraft[]> {
  const { signal, names = [] } = task;
  const roles = rolesIn(source);
  if (roles === undefined) return [];
  const tag = await loadTagger();
  const speakers = [...roles.guests, ...(roles.host === undefined ? [] : [roles.host])];
  const talk: Talk = {
    source,
    names: [...names, ...namesIn(source.text), ...speakers],
    tag,
    worth: worthIn(source.passages),
  };
  const drafts: CardDraft[] = [];
  for (const exchange of exchangesOf(source, roles)) {
    signal?.throwIfAborted();
    drafts.push(...askedDrafts(talk, exchange));
  }
  for (const passage of source.passages) {
    signal?.throwIfAborted();
    drafts.push(...patternDrafts(talk, passage, roles.guests));
  }
  return drafts
    .filter(({ score }) => score >= leastScore)
    .toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function askedDrafts(talk: Talk, { asked, guest, answered }: Exchange): CardDraft[] {
  const question = spokenQuestion(asked, guest, talk.tag);
  if (question === undefined) return [];
  const answer = bestAnswer(question.said, answered, talk);
  return answer === undefined ? [] : [answerDraft(talk, guest, question, answer)];
}

/** The first of these that fits a sentence makes its card. */
const rules: readonly SpokenRule[] = [spokenReason, spokenName, spokenSentence];
const longest = 20_000;

function patternDrafts(talk: Talk, passage: Passage, guests: readonly string[]): CardDraft[] {
  const { text, speaker, region, readBy } = passage;
  if (region !== 'body' || readBy !== undefined || speaker === undefined || text.length > longest)
    return [];
  if (!guests.includes(speaker)) return [];
  const words = talk.tag(text);
  const found = spokenSentences(text, words).flatMap((sentence): readonly SpokenPattern[] => {
    const { main } = sentence;
    const pattern =
      patternOf(talk, text, words, sentence) ?? (main && patternOf(talk, text, words, main));
    return pattern === undefined ? [] : [weakened(pattern, sentence.strength)];
  });
  return [...spokenTerms(text, words), ...spokenConditions(text, words), ...found].map((pattern) =>
    patternDraft(talk, passage, speaker, pattern),
  );
}

function patternOf(
  { worth }: Talk,
  text: string,
  words: readonly Tagged[],
  sentence: SpokenSentence,
): SpokenPattern | undefined {
  for (const rule of rules) {
    const pattern = rule(sentence, words);
    if (pattern !== undefined) return pattern;
  }
  return spokenCloze(sentence, words, text, worth);
}

/** A sentence whose borders are in doubt makes a worse card. */
function weakened(pattern: SpokenPattern, strength: number): SpokenPattern {
  return strength >= 1.5
    ? pattern
    : { ...pattern, score: pattern.score - (strength < 1 ? 0.12 : 0.05) };
}
