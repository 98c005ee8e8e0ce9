import { clausesOf } from './clauses.ts';
import { answerFrom, clausesFrom, type Clauses, type SpokenPattern } from './spoken-pattern.ts';
import type { Tagged } from './tagger.ts';

/** `X — which is basically a Y`: what is X? */
export function spokenDefinitions(text: string, words: readonly Tagged[]): SpokenPattern[] {
  const clauses = clausesOf(words);
  return [
    ...text.matchAll(
      / — which is (?:basically |really |just |essentially )?(?=an? |the |when |where )/g,
    ),
  ].flatMap(({ index, 0: whole }) => {
    const term = termBefore(words, index);
    const start = index + whole.length;
    const end = definitionEnd(text, clauses, start);
    const answer =
      term === undefined
        ? undefined
        : answerFrom(text, clausesFrom(clauses, start), { start, end });
    return term === undefined || answer === undefined
      ? []
      : [
          {
            slot: 'called' as const,
            question: `What is ${term}`,
            answer,
            start: index,
            end,
            score: 0.8,
          },
        ];
  });
}

/** The farthest end of a clause that still leaves a definition one can hold. */
function definitionEnd(text: string, clauses: Clauses, start: number): number {
  const ends = clauses
    .filter(({ end }) => end > start + 30 && text.slice(start, end).split(' ').length <= 34)
    .map(({ end }) => end);
  const dash = text.indexOf(' —', start);
  return Math.min(ends.at(-1) ?? text.length, dash === -1 ? text.length : dash);
}

/** The noun phrase that ends at an offset. */
function termBefore(words: readonly Tagged[], offset: number): string | undefined {
  const until = words.findLastIndex(({ end }) => end <= offset);
  let from = until + 1;
  while (from > 0 && until - from < 7) {
    const word = words[from - 1];
    if (
      word === undefined ||
      (!/^(?:NOUN|PROPN|ADJ|ADP|PUNCT)$/.test(word.pos) && !word.text.endsWith('ing')) ||
      /^(?:about|on|in|is|by|at|using)$/i.test(word.text)
    )
      break;
    from -= 1;
  }
  if (words[from - 1]?.pos === 'DET' && until >= from) from -= 1;
  const phrase = words.slice(from, until + 1);
  if (!phrase.some(({ pos }) => pos === 'NOUN' || pos === 'PROPN')) return undefined;
  const text = phrase
    .map(({ text: word }) => word)
    .join(' ')
    .replaceAll('( ', '(')
    .replaceAll(' )', ')');
  return text.split(' ').length <= 7 ? text : undefined;
}
