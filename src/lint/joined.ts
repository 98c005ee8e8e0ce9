/** What a joining word puts before and after itself, in one sentence. */
export interface Joined<Kind extends string> {
  readonly kind: Kind;
  readonly before: string;
  readonly after: string;
}

/** Words that join, as a pattern that begins and ends with them. */
export interface Joiner<Kind extends string> {
  readonly kind: Kind;
  readonly words: RegExp;
  /** The joined parts end at commas too. */
  readonly close?: boolean;
}

/** Characters on each side of a joining word that it can join. */
const reach = 200;
const least = 3;
const sentence = /[^.;:!?\n]+/g;

/** Where the sentences of a text have one of these words, and what each joins there. */
export function joinedIn<Kind extends string>(
  text: string,
  joiners: readonly Joiner<Kind>[],
): readonly Joined<Kind>[] {
  const sentences = text.match(sentence) ?? [];
  return sentences.flatMap((each) => joiners.flatMap((joiner) => partsOf(each, joiner)));
}

function partsOf<Kind extends string>(text: string, joiner: Joiner<Kind>): Joined<Kind>[] {
  const found = joiner.words.exec(text);
  if (found === null) return [];
  const left = text.slice(Math.max(0, found.index - reach), found.index);
  const right = text.slice(found.index + found[0].length).slice(0, reach);
  const before = joiner.close === true ? (left.split(',').at(-1) ?? '') : left;
  const after = joiner.close === true ? (right.split(',')[0] ?? '') : right;
  const tooShort = before.trim().length < least || after.trim().length < least;
  return tooShort ? [] : [{ kind: joiner.kind, before: before.trim(), after: after.trim() }];
}
