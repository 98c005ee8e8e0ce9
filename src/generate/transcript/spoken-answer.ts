import type { Passage } from '../../model/source.ts';
import { countWords } from '../words.ts';
import { type SpokenSentence, spokenSentences } from './sentences.ts';
import { isCutOff, runsOn, unfit } from './spoken-pattern.ts';
import type { Tagger } from './tagger.ts';
import { stem, type Worth } from './worth.ts';

/** Whole sentences that answer a question, as offsets into their paragraph, and how they read with marks. */
export interface SpokenAnswer {
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly score: number;
}

const cues =
  /\b(?:because|the reason|the goal|the problem|the idea|fundamentally|that's why|in order to|need to|important|means|would be|the (?:biggest|best|main))\b/i;
const chat =
  /\b(?:(?:good|great|interesting|excellent|hard|much wider) question|teased|go into (?:details|some)|i'm happy to|bunch of|ways of answering|fair question|thank you|you (?:said|mentioned|asked)|that you described)\b|^(?:that's|there's (?:a lot|lots)|i don't have|yes|no)\b/i;
const fewestWords = 10;
const mostWords = 42;
const leastScore = 2.3;
/** An answer is found near its question. */
const paragraphs = 2;

/** The sentences that answer a question best: early, whole, about what was asked. */
export function bestAnswer(
  question: string,
  answered: readonly Passage[],
  { tag, worth }: { readonly tag: Tagger; readonly worth: Worth },
): SpokenAnswer | undefined {
  const about = new Set(
    question
      .toLowerCase()
      .match(/[a-z]{4,}/g)
      ?.map(stem),
  );
  const open = /^(?:why|how|what|which|who|where)\b/i.test(question);
  const found = answered.slice(0, paragraphs).flatMap((passage, paragraph) => {
    const sentences = spokenSentences(passage.text, tag(passage.text));
    return sentences.flatMap((_, at) =>
      [1, 2, 3].flatMap((count) => {
        const run = sentences.slice(at, at + count);
        if (run.length < count || !isTogether(run)) return [];
        return answerOf(passage, run, { late: paragraph * 3 + at, about, worth, open });
      }),
    );
  });
  const [best] = found.toSorted((a, b) => b.score - a.score);
  return best !== undefined && best.score >= leastScore ? best : undefined;
}

/** What is asked, and where in its answer one looks. */
interface Question {
  readonly late: number;
  readonly about: ReadonlySet<string>;
  readonly worth: Worth;
  /** Begins with a question word: yes or no is no answer. */
  readonly open: boolean;
}

/** Sentences that stand next to each other. */
function isTogether(run: readonly SpokenSentence[]): boolean {
  return run.every((sentence, index) => {
    const before = run[index - 1];
    return before === undefined || sentence.before?.end === before.end;
  });
}

function answerOf(
  passage: Passage,
  run: readonly SpokenSentence[],
  { late, about, worth, open }: Question,
): SpokenAnswer[] {
  const text = run.map(({ text: said }) => said.charAt(0).toUpperCase() + said.slice(1)).join('. ');
  const words = countWords(text);
  const last = run.at(-1);
  const [first] = run;
  if (first === undefined || last === undefined || words < fewestWords || words > mostWords)
    return [];
  if (
    unfit.test(text) ||
    isCutOff(text) ||
    runsOn(text, 30) ||
    run.some(({ text: said }) => chat.test(said))
  )
    return [];
  const shared = new Set(
    text
      .toLowerCase()
      .match(/[a-z]{4,}/g)
      ?.map(stem)
      .filter((word) => about.has(word)),
  ).size;
  if (shared < (open ? 1 : 2) || /^(?:they|what|thing|he|she)\b/i.test(text)) return [];
  const border = Math.min(...run.map(({ strength }) => strength));
  const score =
    1.6 +
    Math.min(3, shared) * 0.5 +
    (cues.test(text) ? 0.6 : 0) +
    worth(text) -
    late * 0.25 -
    (border < 1 ? 0.5 : 0) -
    (/^(?:that|this|he|those|these|which)\b/i.test(text) ? 0.8 : 0) -
    (/^(?:it|they)\b/i.test(text) ? 0.3 : 0);
  return [{ passage, start: first.start, end: last.end, text, score }];
}
