import type { ReadText } from './read-text.ts';

const negator =
  /^(?:not|never|cannot|can't|don't|doesn't|didn't|isn't|aren't|wasn't|weren't|won't|wouldn't)$/;
/** Contractions say what stands without them: "isn't" denies "is". */
const affirmed: Readonly<Record<string, string>> = {
  cannot: 'can',
  "can't": 'can',
  "isn't": 'is',
  "aren't": 'are',
  "wasn't": 'was',
  "weren't": 'were',
  "won't": 'will',
  "wouldn't": 'would',
};
const before = 2;
const after = 2;

/** A "not" of a card between words that stand in the passage one behind the other without it: those words. */
export function addedDenial(said: ReadText, near: ReadText): string | undefined {
  const there = ` ${near.words.map(({ text }) => text).join(' ')} `;
  for (const [at, { text }] of said.words.entries()) {
    if (!negator.test(text)) continue;
    const kept = affirmed[text];
    const left = said.words.slice(Math.max(0, at - before), at).map((word) => word.text);
    const right = said.words.slice(at + 1, at + 1 + after);
    const run = [...left, ...(kept === undefined ? [] : [kept]), ...right.map((word) => word.text)];
    if (left.length === 0 || right.length < after || !right.some(({ stem }) => stem !== ''))
      continue;
    if (there.includes(` ${run.join(' ')} `)) return run.join(' ');
  }
  return undefined;
}
