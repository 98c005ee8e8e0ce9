import { baseOf, oppositesOf } from './antonyms.ts';
import type { ReadText } from './read-text.ts';
import { remembered } from './remembered.ts';
import type { Word } from './words.ts';

/** A word that says something or compares. */
export interface Stated {
  /** Without endings, and without the beginning that turns it round: `insufficient` → `suffici`. */
  readonly base: string;
  /** As written. */
  readonly text: string;
  /** Its position among those of the text. */
  readonly at: number;
  /** The number of the stretch between marks and joining words in which it stands. */
  readonly clause: number;
}

/** A denial in a text, with what it denies. */
export interface Negation {
  /** As written: `not`, `insufficient`. */
  readonly text: string;
  /** The first words that say something behind it, up to four in its clause; with a beginning like `in-`, those around. */
  readonly denied: readonly Stated[];
  /** The position, among the stated words, of what it denies first. */
  readonly at: number;
}

export interface Statements {
  readonly words: readonly Stated[];
  readonly negations: readonly Negation[];
  /** Positions of words that deny or limit in other ways: "instead", "fail", "hardly". */
  readonly limits: readonly number[];
}

const negators =
  /^(?:not|never|no|nothing|nobody|none|cannot|can't|couldn't|don't|doesn't|didn't|isn't|aren't|wasn't|weren't|won't|wouldn't|shouldn't|hasn't|haven't|hadn't|without|neither|nor)$/;
const limiting =
  /^(?:instead|rather|fail|fails|failed|failing|lack|lacks|lacked|lacking|avoid|avoids|avoided|prevent|prevents|stop|stops|too|unable|less|little|few|fewer|hardly|barely|scarcely|seldom|rarely|only|but|except|unless|far|below|beyond|impossible|wrong|false|deny|denies|doubt|doubts|if|whether|refuse|refuses|refused|against|worse|forbids?|forbade|forbidden|rejects?|rejected|excludes?|excluded|opposes?|opposed|dismiss|dismisses|dismissed|disputes?|disputed|contradicts?|contradicted|warns?|warned|objects?|bans?|banned|abandons?|abandoned|omits?|omitted|resists?|resisted|wrongly|mistake|mistaken|myth|misconception|unwilling|doubtful)$/;
/** "Not only", "isn't it": no denial. */
const undoing =
  /^(?:just|only|merely|simply|solely|so|quite|it|there|this|that|you|they|he|she|we)$/;
const parting =
  /^(?:but|because|so|and|or|if|when|while|although|though|unless|until|where|which|who|like)$/;
const prefixes = /^(?:un|in|im|ir|mis|dis|non)(?=\p{L}{4})/u;
/** Whether words deny something, or say it of few. */
export function hasNegation(words: readonly Word[]): boolean {
  return words.some(
    ({ text }) => negators.test(text) || /^(?:hardly|barely|scarcely|seldom|rarely)$/.test(text),
  );
}

const ends = /[.,;:!?()\n—–]|\s{2}/;
/** Words that say something, behind a negator, that it denies. */
const scope = 4;

/** What a text says and what it denies. */
export const statementsOf = remembered(readStatements);

const condition = /^(?:until|till|unless|before|without|except)$/;
const excepting = /^(?:but|except)$/;
const comparing = /^(?:fewer|less|later|earlier|sooner)$/;
/** "It is false that founders never tuned it." */
const rejecting = /^(?:false|untrue|myth|den(?:y|ies|ied)|mistaken)$/;
/** Words behind a denial in which a condition takes it back. */
const conditionReach = 14;

/** "Not until", "never before", "nothing but", "no fewer than", "not uncommon": in the end it is said, not denied. */
export function isConditional(text: string, words: readonly Word[], at: number): boolean {
  const [first, ...rest] = words.slice(at + 1, at + 1 + conditionReach);
  if (first === undefined) return false;
  if (words.slice(Math.max(0, at - 4), at).some((word) => rejecting.test(word.text))) return true;
  if (excepting.test(first.text) || comparing.test(first.text) || isPrefixed(first.text))
    return true;
  const end = [first, ...rest].findIndex((word, index) =>
    /[.;!?]/.test(text.slice(words[at + index]?.end, word.start)),
  );
  const own = end === -1 ? [first, ...rest] : [first, ...rest].slice(0, end);
  return own.some((word) => condition.test(word.text));
}

function isPrefixed(word: string): boolean {
  return prefixes.test(word) && turned.has(word.replace(prefixes, ''));
}

function readStatements({ text, words }: ReadText): Statements {
  const stated: Stated[] = [];
  const negations: { text: string; denied: Stated[]; at: number }[] = [];
  const limits: number[] = [];
  let open: { text: string; denied: Stated[]; at: number } | undefined;
  let before = 0;
  let clause = 0;
  for (const [index, word] of words.entries()) {
    if (ends.test(text.slice(before, word.start)) || parting.test(word.text)) {
      open = undefined;
      clause += 1;
    }
    before = word.end;
    if (limiting.test(word.text)) limits.push(stated.length);
    if (negators.test(word.text)) {
      if (undoing.test(words[index + 1]?.text ?? '') && word.text !== 'no') continue;
      // "If you are not …" says nothing about whether you are.
      if (words.slice(Math.max(0, index - 3), index).some((each) => each.text === 'if')) continue;
      if (isConditional(text, words, index)) {
        limits.push(stated.length);
        continue;
      }
      open = { text: word.text, denied: [], at: stated.length };
      negations.push(open);
      continue;
    }
    const own = statedAs(word, stated.length, clause);
    if (own === undefined) continue;
    stated.push(own.stated);
    const doubled = open !== undefined || negators.test(words[index - 1]?.text ?? '');
    if (own.prefixed && !doubled)
      negations.push({ text: word.text, denied: [own.stated], at: own.stated.at });
    if (open !== undefined && open.denied.length < scope) open.denied.push(own.stated);
  }
  return { words: stated, negations, limits };
}

function statedAs(
  word: Word,
  at: number,
  clause: number,
): { readonly stated: Stated; readonly prefixed: boolean } | undefined {
  const base = baseOf(word.text);
  const wants = word.text.startsWith('want');
  if (word.stem === '' && !wants && oppositesOf(base).size === 0) return undefined;
  const positive = word.text.replace(prefixes, '');
  const prefixed = positive !== word.text && turned.has(positive);
  const own = wants ? 'want' : prefixed ? baseOf(positive) : base;
  return { stated: { base: own, text: word.text, at, clause }, prefixed };
}

/** Words that a beginning like `un-` turns into their opposite. */
const turned = new Set(
  `sufficient adequate likely aligned able reliable necessary certain complete consistent correct capable effective
  efficient accurate possible practical probable proper perfect relevant regular responsible solved supervised solvable
  important expected available related limited common clear known safe usual agree agreed approve honest trust
  alignment calibrated interpreted understood understand trivial technical scrutable dependent direct formal visible
  tractable feasible stable biased constrained restricted wise helpful friendly willing`.split(
    /\s+/,
  ),
);
