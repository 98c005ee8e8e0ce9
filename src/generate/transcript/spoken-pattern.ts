import type { SpokenClause } from './clauses.ts';
import { marked } from './spoken-answer.ts';

/** A question made of what the guest says, with the stretch of his words that answers it. */
export interface SpokenPattern {
  readonly slot: 'because' | 'what-is' | 'called' | 'if';
  readonly question: string;
  readonly answer: string;
  readonly start: number;
  readonly end: number;
  readonly score: number;
}

export type Clauses = readonly SpokenClause[];

/** Words that a written card has no use for. */
export const sound = /\[|\b(?:fucktonne|you know|or something|kind of like|i don't know)\b/i;

/** What points at words before it. */
export const leaning =
  /^(?:it|its|that|this|they|these|those|he|she|there|which|who|or|than|as|such|one|them|then|what)\b/i;

/** So many words without a mark are more than one sentence. */
export function runsOn(text: string, most: number): boolean {
  return text.split(/[.,—]/).some((part) => part.trim().split(' ').length > most);
}

/** A stretch of clauses as an answer with marks; undefined where it is too short, too long or broken off. */
export function answerFrom(
  text: string,
  clauses: Clauses,
  { start, end }: { start: number; end: number },
): string | undefined {
  const within = clauses
    .filter((clause) => clause.end > start && clause.start < end)
    .map((clause) => cut(clause, end));
  const answer = marked(text, within, start);
  const words = answer.split(' ').length;
  const broken =
    /^(?:us|me|him|her|them)\b| (?:that if|right it|or something) |\b(?:and|but|so|or|because|the|a|of|to|that|is|if|like|i|we|in|for)$/i.test(
      answer,
    );
  return words < 7 || words > 38 || broken || runsOn(answer, 26) || sound.test(answer)
    ? undefined
    : answer;
}

function cut(clause: Clauses[number], end: number): Clauses[number] {
  return { ...clause, end: Math.min(clause.end, end) };
}

/** Clauses as they stand from an offset on: the one around it begins there. */
export function clausesFrom(clauses: Clauses, start: number): Clauses {
  const after = clauses.filter(({ end }) => end > start);
  const [first, ...others] = after;
  return first === undefined || first.start >= start ? after : [begun(first, start), ...others];
}

function begun(clause: SpokenClause, start: number): SpokenClause {
  return { ...clause, start };
}
