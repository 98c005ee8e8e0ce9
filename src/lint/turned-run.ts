import { baseOf, oppositesOf } from './antonyms.ts';
import { isConditional } from './negation.ts';
import type { ReadText } from './read-text.ts';
import type { Word } from './words.ts';

/** Words of a passage that a card repeats with one of them turned. */
export interface TurnedRun {
  readonly how: 'denied' | 'affirmed' | 'opposite' | 'other name';
  /** As the passage has them, without its "not". */
  readonly words: string;
}

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
/** "Not only", "not just": no denial. */
const undoing = /^(?:only|just|merely|simply|solely|necessarily|even|quite|so|yet|always|all)$/;
const denying =
  /^(?:not|no|nobody|nothing|none|never|neither|nor|cannot|without|hardly|\p{L}+n't)$/u;

/** A run of words with a "not" more, a "not" less, or the opposite of a word; undefined where there is none. */
export function turnedRun(said: ReadText, near: ReadText): TurnedRun | undefined {
  const [own, there] = [spaced(said.words), spaced(near.words)];
  return (
    deniedRun(said, there) ??
    affirmedRun(said, near, own) ??
    oppositeRun(said, own, there, near) ??
    otherName(said, near)
  );
}

function spaced(words: readonly Word[]): string {
  return ` ${words.map(({ text }) => text).join(' ')} `;
}

function contains(text: string, run: readonly string[]): boolean {
  return text.includes(` ${run.join(' ')} `);
}

function says(words: readonly Word[], least: number): boolean {
  return words.filter(({ stem }) => stem !== '').length >= least;
}

/** The card denies what the passage says in the same words. */
function deniedRun({ words }: ReadText, there: string): TurnedRun | undefined {
  for (const [at, { text }] of words.entries()) {
    if (!negator.test(text)) continue;
    const kept = affirmed[text];
    const left = words.slice(Math.max(0, at - 2), at);
    const right = words.slice(at + 1, at + 3);
    const run = [...texts(left), ...(kept === undefined ? [] : [kept]), ...texts(right)];
    if (left.length === 0 || right.length < 2 || !says(right, 1)) continue;
    if (contains(there, run)) return { how: 'denied', words: run.join(' ') };
  }
  return undefined;
}

/** The passage denies what the card, which denies nothing, says in the same words. */
function affirmedRun({ words }: ReadText, near: ReadText, own: string): TurnedRun | undefined {
  if (words.some(({ text }) => denying.test(text))) return undefined;
  for (const [at, { text }] of near.words.entries()) {
    const next = near.words[at + 1]?.text ?? '';
    if (!negator.test(text) || undoing.test(next)) continue;
    // "If you are not willing" says nothing about whether you are.
    if (near.words.slice(Math.max(0, at - 3), at).some((word) => word.text === 'if')) continue;
    if (isConditional(near.text, near.words, at)) continue;
    const kept = affirmed[text];
    const right = near.words.slice(at + 1, at + (kept === undefined ? 4 : 3));
    const run = [...(kept === undefined ? [] : [kept]), ...texts(right)];
    if (run.length < 3 || !says(right, kept === undefined ? 2 : 1)) continue;
    if (contains(own, run)) return { how: 'affirmed', words: run.join(' ') };
  }
  return undefined;
}

/** A word of the card is the opposite of the one before the same words in the passage. */
function oppositeRun(
  { words }: ReadText,
  own: string,
  there: string,
  near: ReadText,
): TurnedRun | undefined {
  const theirs = near.words.map(({ text }) => text);
  for (const [at, { text }] of words.entries()) {
    const opposites = oppositesOf(baseOf(text));
    const right = words.slice(at + 1, at + 3);
    if (opposites.size === 0 || right.length < 2 || !says(right, 1)) continue;
    const rest = texts(right);
    if (contains(there, [text, ...rest])) continue;
    const other = theirs.find(
      (word, place) =>
        opposites.has(baseOf(word)) &&
        theirs[place + 1] === rest[0] &&
        theirs[place + 2] === rest[1],
    );
    // "Not better at" and "worse at" say the same.
    if (
      other === undefined ||
      deniesBefore(own, [text, ...rest]) ||
      deniesBefore(there, [other, ...rest])
    )
      continue;
    return { how: 'opposite', words: [other, ...rest].join(' ') };
  }
  return undefined;
}

function isName({ start }: Word, text: string): boolean {
  return /^\p{Lu}/u.test(text.slice(start, start + 2));
}

/** A name of the card stands between the words that stand in the passage around another one. */
function otherName({ text, words }: ReadText, near: ReadText): TurnedRun | undefined {
  const theirs = texts(near.words);
  for (const [at, word] of words.entries()) {
    if (at < 2 || !isName(word, text) || theirs.includes(word.text)) continue;
    const left = words.slice(at - 2, at);
    const right = words.slice(at + 1, at + 3);
    if (right.length < 2 || !says([...left, ...right], 1)) continue;
    const around = [...texts(left), ...texts(right)];
    const place = theirs.findIndex(
      (_, index) =>
        [-2, -1, 1, 2].every((step, part) => theirs[index + step] === around[part]) &&
        isName(near.words[index] ?? word, near.text),
    );
    if (place !== -1)
      return { how: 'other name', words: theirs.slice(place - 2, place + 3).join(' ') };
  }
  return undefined;
}

/** Whether one of the three words before a run denies it. */
function deniesBefore(text: string, run: readonly string[]): boolean {
  const before = text
    .slice(0, text.indexOf(` ${run.join(' ')} `))
    .split(' ')
    .slice(-3);
  return before.some((word) => denying.test(word));
}

function texts(words: readonly Word[]): string[] {
  return words.map(({ text }) => text);
}
