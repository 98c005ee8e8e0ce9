import { clausesOf, type SpokenClause } from './clauses.ts';
import type { Tagged } from './tagger.ts';

/** A stretch of whole clauses, as offsets into the paragraph, and how it reads with marks. */
export interface SpokenSpan {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly score: number;
}

const fillers =
  /^(?:(?:yeah|yes|yep|ok|okay|well|right|exactly|so|and|but|then|also|like|now|honestly|actually|basically|great question|good question|that's right|i mean|you know|i think|i guess|i would say|of course|in general|in some sense|definitely|sure|also)\s+)+/i;
const chat =
  /\b(?:i don't know|good question|great question|i mean|you know|fucktonne|kind of|or something|something like that|things like that|and stuff|or whatever|right\b)|\[|^there(?:'s| is| are) (?:a )?(?:lot|bunch|few)\b| that if /i;
const cues =
  /\b(?:because|the reason|the goal|the problem|the idea|fundamentally|basically|that's why|the question|in order to|need to|the way|important|means)\b/i;
const leaning =
  /^(?:it|that|this|they|these|those|he|she|there|which|who|or|than|as|such|one|them)\b/i;
const leastScore = 1.3;
const fewest = 12;
const most = 40;

/** The stretch of a paragraph that answers best: whole clauses with a sure start, early, in plain words. */
export function bestSpan(
  text: string,
  words: readonly Tagged[],
  about: ReadonlySet<string>,
): SpokenSpan | undefined {
  const clauses = clausesOf(words);
  let best: SpokenSpan | undefined;
  for (const [index, first] of clauses.entries()) {
    if (first.strength < 1.2) continue;
    for (let last = index; last < Math.min(clauses.length, index + 4); last += 1) {
      const after = clauses[last + 1];
      if (after !== undefined && after.strength < 1.2) continue;
      const span = spanOf(text, clauses.slice(index, last + 1), { index, about });
      if (
        span !== undefined &&
        span.score >= leastScore &&
        (best === undefined || span.score > best.score)
      )
        best = span;
    }
  }
  return best;
}

function spanOf(
  text: string,
  clauses: readonly SpokenClause[],
  { index, about }: { readonly index: number; readonly about: ReadonlySet<string> },
): SpokenSpan | undefined {
  const raw = text.slice(clauses[0]?.start, clauses.at(-1)?.end);
  const filler = fillers.exec(raw)?.[0].length ?? 0;
  const start = (clauses[0]?.start ?? 0) + filler;
  const end = clauses.at(-1)?.end ?? start;
  const plain = text.slice(start, end);
  const count = plain.split(' ').length;
  if (
    count < fewest ||
    count > most ||
    chat.test(plain) ||
    /\b(?:and|but|so|or|because|the|a|of|to|that|is|if|like|i|we)$/i.test(plain)
  )
    return undefined;
  const shared = new Set(
    plain
      .toLowerCase()
      .match(/[a-z]{4,}/g)
      ?.filter((word) => about.has(stem(word))),
  ).size;
  const score =
    2 -
    index * 0.15 +
    Math.min(3, shared) * 0.7 +
    (cues.test(plain) ? 0.8 : 0) -
    (leaning.test(plain) ? 1.2 : 0) -
    Math.max(0, count - 30) * 0.05;
  return { start, end, text: marked(text, clauses, start), score };
}

/** With a comma or a full stop where a clause begins. */
export function marked(text: string, clauses: readonly SpokenClause[], start: number): string {
  let out = '';
  for (const [at, clause] of clauses.entries()) {
    const part = text
      .slice(at === 0 ? start : clause.start, clause.end)
      .replace(/\s*—\s*$/, '')
      .replace(/^—\s*/, '');
    if (at === 0) out = part;
    else if (
      /^(?:and|but|so|because|if|when|while|unless|although|since|until|which|where)\b/i.test(part)
    )
      out += `, ${part}`;
    else if (clause.strength >= 1.8) out += `. ${part.charAt(0).toUpperCase()}${part.slice(1)}`;
    else out += ` ${part}`;
  }
  return out;
}

/** A word without its commonest endings, to compare. */
export function stem(word: string): string {
  return word
    .toLowerCase()
    .replace(/(?:ations?|ings?|ed|es|s|ly|ment|er)$/, '')
    .slice(0, 7);
}
