/** The words of a text, as similarity compares them. */
export interface Words {
  /** Each word once, in lower case, without a possessive ending. */
  readonly all: ReadonlySet<string>;
  /** Those of them that are numbers, or names as far as capitals tell. */
  readonly telling: ReadonlySet<string>;
}

const ascii = /^[\x00-\x7f]*$/; // oxlint-disable-line no-control-regex -- all of ASCII is meant
const asciiWord = /[A-Za-z0-9]+(?:(?:['.,]|-(?=[0-9]))[A-Za-z0-9]+)*/g;
const anyWord = /[\p{L}\p{M}\p{N}]+(?:(?:['’.,]|-(?=\p{N}))[\p{L}\p{M}\p{N}]+)*/gu;
const digit = /\p{N}/u;
/** Scripts that put no space between words. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/**
 * Words that often open an English sentence, so that their capital says nothing. In other languages a
 * changed first word may count as a name; the card then waits instead of being linked.
 */
const openers = new Set(
  (
    'a an the this that these those it its they he she we you i in on at by for from to with of as and or but not ' +
    'if when whenever where which what who whom whose why how is are was were be do does did has have had can ' +
    'could should would will may might must name give list define describe explain state one two both all some ' +
    'most many every each no yes because since so then there after before during while under over between ' +
    'according only even according'
  ).split(' '),
);

/** The words of `text`, with names and numbers told apart. */
export function wordsOf(text: string): Words {
  const all = new Set<string>();
  const telling = new Set<string>();
  const isAscii = ascii.test(text);
  const pattern = isAscii ? asciiWord : anyWord;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const written = withoutPossessive(match[0]);
    const word = written.toLowerCase();
    if (!isAscii && unspaced.test(written)) addPairs(written, all);
    else all.add(word);
    if (tells(written, word, text, match.index)) telling.add(word);
  }
  return { all, telling };
}

function withoutPossessive(word: string): string {
  const ends = word.endsWith('s') && (word.at(-2) === "'" || word.at(-2) === '’');
  return ends ? word.slice(0, -2) : word;
}

/** Every two neighbouring characters, where a script does not show its words. */
function addPairs(run: string, all: Set<string>): void {
  const characters = [...run];
  if (characters.length === 1) all.add(run);
  for (let index = 1; index < characters.length; index++) {
    all.add(`${characters[index - 1]}${characters[index]}`);
  }
}

function tells(written: string, word: string, text: string, at: number): boolean {
  if (digit.test(word)) return true;
  if (written === word) return false;
  const innerCapital = written.slice(1) !== word.slice(1);
  return innerCapital || !opensSentence(text, at) || !openers.has(word);
}

function opensSentence(text: string, at: number): boolean {
  return /(?:^|[.!?:;"“([\n*_-])\s*$/.test(text.slice(Math.max(0, at - 4), at));
}
