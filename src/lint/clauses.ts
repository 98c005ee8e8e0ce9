import type { ReadText } from './read-text.ts';
import { remembered } from './remembered.ts';
import type { Word } from './words.ts';

/** A stretch of a text between marks and joining words: one statement, about. */
export interface Clause {
  readonly text: string;
  readonly words: readonly Word[];
  /** The stems of its words that say something. */
  readonly stems: ReadonlySet<string>;
  /** The number of its sentence in the text. */
  readonly sentence: number;
}

const joining =
  /^(?:and|but|or|while|whereas|because|since|so|although|though|if|unless|when|whenever|until|where|which|who|whose|yet)$/;
const parting = /[.,;:!?()\n—–]|\s{2}/;
const ending = /[.;!?\n]/;

/** The clauses of a text, in order; those without a word that says something are left out. */
export const clausesOf = remembered(readClauses);

/** Whether marks end the sentences of a text: speech that was written down without them has no clauses. */
export function hasSentences({ text, words }: ReadText): boolean {
  const marks = text.match(/[.!?](?=\s|["”’)]|$)/g)?.length ?? 0;
  return words.length < 30 || marks * 60 > words.length;
}

function readClauses({ text, words }: ReadText): readonly Clause[] {
  const clauses: Clause[] = [];
  let own: Word[] = [];
  let sentence = 0;
  const close = (): void => {
    const clause = clauseOf(text, own, sentence);
    if (clause !== undefined) clauses.push(clause);
    own = [];
  };
  for (const [index, word] of words.entries()) {
    const gap = text.slice(words[index - 1]?.end ?? 0, word.start);
    if (parting.test(gap) || joining.test(word.text)) close();
    if (ending.test(gap)) sentence += 1;
    own.push(word);
  }
  close();
  return clauses;
}

function clauseOf(text: string, words: readonly Word[], sentence: number): Clause | undefined {
  const stems = new Set(words.flatMap(({ stem }) => (stem === '' ? [] : [stem])));
  if (stems.size === 0) return undefined;
  return { text: text.slice(words[0]?.start, words.at(-1)?.end), words, stems, sentence };
}
