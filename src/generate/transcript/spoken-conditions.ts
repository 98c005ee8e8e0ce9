import { boundaryScores, clausesOf } from './clauses.ts';
import { answerFrom, clausesFrom, leaning, type SpokenPattern } from './spoken-pattern.ts';
import type { Tagged } from './tagger.ts';

/** Words that a condition speaks to anybody with, by what a question says instead. */
const anybody: readonly (readonly [RegExp, string])[] = [
  [/\byou(?:'|’)re\b|\byou are\b/gi, 'one is'],
  [/\b(?:you|we) have\b|\b(?:you|we)(?:'|’)ve\b/gi, 'one has'],
  [/\b(?:you|we) want\b/gi, 'one wants'],
  [/\b(?:you|we) (can|could|will|would|should|might|had)\b/gi, 'one $1'],
  [
    /\b(?:you|we) (look|open|start|stop|write|read|set|call|use|give|make|take|get|think|train|know|ask|run|build|deploy|scale|spend|put|try|need|understand|measure|solve)\b/gi,
    'one $1s',
  ],
];

/** `if A B`: what happens if A? The border lies where a subject with its verb follows. */
export function spokenConditions(text: string, words: readonly Tagged[]): SpokenPattern[] {
  const scores = boundaryScores(words);
  const clauses = clausesOf(words);
  const found: SpokenPattern[] = [];
  for (const [at, word] of words.entries()) {
    const before = words[at - 1];
    if (
      word.text !== 'if' ||
      (before !== undefined &&
        !/^(?:so|but|and|think|is|fundamentally|basically|because|—|example)$/i.test(before.text) &&
        (scores[at] ?? -9) < 1)
    )
      continue;
    const border = borderAfter(words, scores, at);
    const last =
      clauses.find(({ from, strength }) => from > (border ?? Infinity) + 5 && strength >= 1.2)
        ?.from ?? words.length;
    const condition =
      border === undefined
        ? undefined
        : told(text.slice(words[at + 1]?.start, words[border - 1]?.end));
    const start = words[border ?? 0]?.start ?? 0;
    const end = words[last - 1]?.end ?? 0;
    if (condition === undefined || border === undefined) continue;
    const answer = answerFrom(text, clausesFrom(clauses, start), { start, end });
    if (
      answer === undefined ||
      leaning.test(answer.replace(/^(?:then )?(?:it|they|that) /i, '')) ||
      /^(?:then )?(?:that|this|there)\b/i.test(answer)
    )
      continue;
    found.push({
      slot: 'if',
      question: `What happens if ${condition}`,
      answer: answer.replace(/^then /, ''),
      start: word.start,
      end,
      score: 0.6,
    });
  }
  return found;
}

const subjectWord = /^(?:you|we|i|it|they|he|she|people|humans|models|then|the|that|there)$/i;

function borderAfter(
  words: readonly Tagged[],
  scores: readonly number[],
  at: number,
): number | undefined {
  for (let next = at + 5; next < Math.min(words.length - 4, at + 22); next += 1) {
    const word = words[next];
    const before = words[next - 1];
    const after = words[next + 1];
    if (word === undefined || before === undefined || after === undefined) return undefined;
    if (
      !subjectWord.test(word.text) ||
      (scores[next] ?? -9) <= -9 ||
      /^(?:and|or|but|that|which|who)$/i.test(before.text)
    )
      continue;
    const verb = words
      .slice(next + 1, next + 4)
      .some(
        ({ text: each, pos }) =>
          pos === 'AUX' || /^(?:'re|'ll|'s|'d|can|could|will|would|should|might|need)$/.test(each),
      );
    if (
      verb &&
      (before.pos === 'NOUN' ||
        before.pos === 'ADV' ||
        before.pos === 'ADJ' ||
        before.pos === 'PROPN' ||
        before.pos === 'PRON')
    )
      return next;
  }
  return undefined;
}

function told(condition: string): string | undefined {
  let text = condition;
  for (const [pattern, by] of anybody) text = text.replace(pattern, by);
  const leans =
    /\b(?:think about|imagine|look at|consider)\b|\b(?:i|you|we|us|our|your|my|this|these|those|such|that|it|they|them|he|she|there|or something|kind of)\b|[[—]/i.test(
      text,
    );
  return leans || /\bone\b.*\bone\b/.test(text) || text.split(' ').length < 4 ? undefined : text;
}
