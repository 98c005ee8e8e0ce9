import { countWords } from '../words.ts';
import { boundaryScores, conditionals } from './clauses.ts';
import { plainly } from './sentences.ts';
import { isCutOff, runsOn, type SpokenPattern, unfit } from './spoken-pattern.ts';
import type { Tagged } from './tagger.ts';

/** Words that a condition speaks to anybody with, by what a question says instead. */
const anybody: readonly (readonly [RegExp, string])[] = [
  [/\b(?:you|we)(?:'|’)re\b|\b(?:you|we) are\b/gi, 'one is'],
  [/\b(?:you|we) (?:actually |really )?(?:have|had)\b|\b(?:you|we)(?:'|’)ve\b/gi, 'one has'],
  [/\b(?:you|we) (?:actually |really )?want(?:ed)?\b/gi, 'one wants'],
  [/\b(?:you|we) (can|could|will|would|should|might)\b/gi, 'one $1'],
  [
    /\b(?:you|we) (?:actually |really )?(look|open|start|stop|write|read|set|call|use|give|make|take|get|think|train|know|ask|run|build|deploy|scale|spend|put|try|need|understand|measure|solve|compare|optimise|optimize|combine|add|introduce|change|keep|lose|find|nail|increase|reduce|release|hire|teach|learn|pay|move|leave|reward|punish)\b/gi,
    'one $1s',
  ],
];
const fewestOutcome = 5;
const mostOutcome = 34;

/** What holds under a condition, and does not come of it. */
const state = /^(?:it(?:'s| is| has to be)|there(?:'s| is| are))\b/i;

/** `if A B`: what happens if A? The outcome ends where the next clause surely begins. */
export function spokenConditions(text: string, words: readonly Tagged[]): SpokenPattern[] {
  const scores = boundaryScores(words);
  return conditionals(words).flatMap(({ at, outcome }): SpokenPattern[] => {
    const word = words[at]?.text.toLowerCase() ?? 'if';
    const clause = text.slice(words[at + 1]?.start, words[outcome - 1]?.end);
    const told = inThirdPerson(clause.replace(/ (?:right|then|basically|actually)$/i, ''));
    const found = told === undefined ? undefined : outcomeIn(text, words, scores, outcome);
    if (told === undefined || found === undefined) return [];
    const content = {
      kind: 'question' as const,
      question: `what ${state.test(found.answer) ? 'is true' : 'happens'} ${word} ${told}`,
      answer: found.answer,
    };
    return [
      {
        slot: 'if',
        content,
        start: words[at]?.start ?? 0,
        end: found.end,
        score: /^(?:it|they)\b(?!'s (?:\w+ )*(?:to|that) )/i.test(found.answer) ? 0.38 : 0.64,
      },
    ];
  });
}

/** The longest outcome that ends at a border and is a whole sentence. */
function outcomeIn(
  text: string,
  words: readonly Tagged[],
  scores: readonly number[],
  from: number,
): { readonly answer: string; readonly end: number } | undefined {
  const start = words[from]?.start ?? 0;
  for (let to = from + fewestOutcome; to <= Math.min(words.length, from + mostOutcome); to += 1) {
    if (to < words.length && (scores[to] ?? -9) < 0.75) continue;
    const end = words[to - 1]?.end ?? start;
    const answer = plainly(
      text
        .slice(start, end)
        .replace(/^then /i, '')
        .replace(
          /(?: (?:right|and|so|but|then|like|honestly|or something|now|otherwise|or in \w+))+$/i,
          '',
        ),
    );
    if (isOutcome(answer)) return { answer, end };
    if ((scores[to] ?? 9) >= 2) return undefined;
  }
  return undefined;
}

/** What the condition names, "it" and "they" may stand for; not so "that" and "there". */
function isOutcome(answer: string): boolean {
  return (
    countWords(answer) >= fewestOutcome &&
    !unfit.test(answer) &&
    !isCutOff(answer) &&
    !runsOn(answer, 28) &&
    !/^(?:that|this|they|there (?:we|you)|those|these|i|so|how|what|he|she)\b|\b(?:that if|for example|i think|this|those|i'm|well you)\b| — /i.test(
      answer,
    )
  );
}

function inThirdPerson(clause: string): string | undefined {
  let text = clause;
  for (const [pattern, by] of anybody) text = text.replace(pattern, by);
  text = text.replaceAll(/\bour\b/gi, 'one’s');
  // "Two ways, and one of them …" names what it points at.
  const rest = text.replaceAll(/\bone of them\b/gi, '');
  const leans =
    /\b(?:think(?:s|ing)? about|imagines?|looks? at|considers?|pictures?|goes? back)\b|\b(?:i|you|we|us|your|my|me|this|these|those|such|that (?:problem|system|way|stage|point)|(?:gets?|makes?|does|do|solves?|has|uses?|of|with|for|to|in|on) that|it|they|them|he|she|there|kind of|i'm|things?|something)\b|[[—]/i.test(
      rest,
    );
  const words = countWords(text);
  return leans ||
    /\bone\b.*\bone\b(?!’)/.test(rest) ||
    words < 3 ||
    words > 22 ||
    !names(text) ||
    hanging.test(text)
    ? undefined
    : text;
}

/** A condition that names what it is about, beside what "one" does. */
function names(condition: string): boolean {
  const own = condition.match(/\p{L}[\p{L}'’-]{3,}/gu) ?? [];
  return (
    own.filter(
      (word) =>
        !/^(?:wants?|have|actually|really|very|much|some|more|with|from|what|that|does|just|work|well|like|into)$/i.test(
          word,
        ),
    ).length >= 2
  );
}

/** A condition that has lost its end, or took the beginning of what follows along. */
const hanging =
  /\b(?:that|probably|and|or|but|the|an?|of|to|is|are|was|as|so|with|in|for|maybe|then)$/i;
