import { foldedWords, namesIn } from './glossary.ts';
import type { ReadCard } from './read-card.ts';
import { quantitiesOf } from './quantities.ts';
import { countShared } from './read-text.ts';

/** Another card that says nearly the same. */
export interface NearCard {
  readonly name: string;
  /** Of the words of both cards, those that both have. */
  readonly jaccard: number;
  /** Alike by their words alone; else only as much as two cards on one sentence may not be. */
  readonly sure: boolean;
}

interface Kept {
  readonly name: string;
  readonly question: ReadonlySet<string>;
  readonly answer: ReadonlySet<string>;
  readonly all: ReadonlySet<string>;
  readonly numbers: string;
  readonly asks: string;
  readonly answers: string;
  /** Where the documents say it. */
  readonly places: readonly { readonly document: string; readonly start: number }[];
}

/** How many cards have a word, by its stem. */
export type WordCounts = ReadonlyMap<string, number>;

/** A stem that more cards have than this leads to none of them. */
const mostCards = 40;
const leastJaccard = 0.55;
const leastOfShorter = 0.75;
/** Of two cards on one sentence less is enough for a doubt, where the answers have half of their words in common. */
const leastOnePlace = { jaccard: 0.42, ofShorter: 0.62, answer: 0.5 } as const;
/** Characters between two anchors in one sentence, about. */
const onePlace = 150;
/** Of cards of fewer words the shorter is easily inside the other. */
const fewestWords = 6;
/** The answers of doubles are alike too. */
const leastAnswer = 0.34;

/** Knows the cards it was given by their rare words, so that no card is compared with all. */
export class NearCards {
  readonly #byStem = new Map<string, Kept[]>();
  readonly #byQuestion = new Map<string, Kept[]>();
  readonly #defined = new Set<string>();
  readonly #counts: WordCounts | undefined;

  /** Without counts, a word is as rare as the cards taken so far make it. */
  constructor(counts?: WordCounts) {
    this.#counts = counts;
  }

  take(card: ReadCard): void {
    const kept = keptOf(card);
    for (const stem of kept.all) push(this.#byStem, stem, kept);
    push(this.#byQuestion, kept.asks, kept);
    for (const term of definedBy(card)) this.#defined.add(term);
  }

  /** The card that is most alike of those that say the same; undefined where none does. */
  nearest(card: ReadCard): NearCard | undefined {
    const own = keptOf(card);
    if (own.all.size < 3) return undefined;
    let best: NearCard | undefined;
    for (const other of this.#candidates(own)) {
      const near = this.#sameness(own, other);
      if (near !== undefined && (best === undefined || isNearer(near, best))) best = near;
    }
    return best;
  }

  /** A card that asks this in the same words and answers something else. */
  contrary(card: ReadCard): string | undefined {
    const own = keptOf(card);
    const others = this.#byQuestion.get(own.asks) ?? [];
    return others.find(({ answers, name }) => answers !== own.answers && name !== own.name)?.name;
  }

  /** Whether a card taken so far says what a term is, in words as `foldedWords` gives them, one space between them. */
  defines(term: string): boolean {
    return this.#defined.has(term);
  }

  /** How alike two cards are, where they say the same; cards that differ in a number do not. */
  #sameness(own: Kept, other: Kept): NearCard | undefined {
    if (own.name === other.name) return undefined;
    const numbers = own.numbers === other.numbers;
    if (!numbers && own.numbers !== '' && other.numbers !== '') return undefined;
    const shared = this.#weight([...own.all].filter((stem) => other.all.has(stem)));
    const [a, b] = [this.#weight(own.all), this.#weight(other.all)];
    const jaccard = shared / (a + b - shared);
    const small = Math.min(own.all.size, other.all.size) < fewestWords;
    const ofShorter = small ? 0 : shared / Math.min(a, b);
    const answers =
      countShared(own.answer, other.answer) /
      Math.max(1, Math.min(own.answer.size, other.answer.size));
    const sure =
      numbers && (jaccard >= leastJaccard || ofShorter >= leastOfShorter) && answers >= leastAnswer;
    if (sure) return { name: other.name, jaccard, sure };
    const alike = jaccard >= leastOnePlace.jaccard || ofShorter >= leastOnePlace.ofShorter;
    return alike && answers >= leastOnePlace.answer && areOnePlace(own, other)
      ? { name: other.name, jaccard, sure }
      : undefined;
  }

  /** Words that many cards have, such as those of one pattern of questions, tell little. */
  #weight(stems: Iterable<string>): number {
    let weight = 0;
    for (const stem of stems) weight += 1 / Math.log2(2 + this.#cardsWith(stem));
    return weight;
  }

  #cardsWith(stem: string): number {
    return (
      (this.#counts === undefined ? this.#byStem.get(stem)?.length : this.#counts.get(stem)) ?? 0
    );
  }

  #candidates(own: Kept): Set<Kept> {
    const rare = [...own.all].filter((stem) => this.#cardsWith(stem) <= mostCards);
    return new Set(rare.flatMap((stem) => this.#byStem.get(stem) ?? []));
  }
}

function push(map: Map<string, Kept[]>, key: string, kept: Kept): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [kept]);
  else known.push(kept);
}

function isNearer(one: NearCard, other: NearCard): boolean {
  return one.sure === other.sure ? one.jaccard > other.jaccard : one.sure;
}

function areOnePlace({ places }: Kept, other: Kept): boolean {
  return places.some(({ document, start }) =>
    other.places.some(
      (each) => each.document === document && Math.abs(each.start - start) <= onePlace,
    ),
  );
}

const asksWhat =
  /^(?:[^?]{0,60}, )?what (?:is|are|was|were|does|do) (?:meant by |called )?(?:an? |the )?["“]?([^?"”]{1,60}?)["”]?(?: stand for| mean)?(?:,[^?]{0,80})?\?/i;
const asksForName = /\b(?:called|named|term|name|word|abbreviation)\b[^?]*\?/i;
const longestName = 5;

/** The terms that a card says the meaning of, with and without what stands in brackets behind them. */
function definedBy({ kind, question, answer }: ReadCard): readonly string[] {
  if (kind === 'cloze' || kind === 'list') return [];
  const asked = kind === 'term' ? question.text : asksWhat.exec(question.text)?.[1];
  const named =
    kind === 'basic' && answer.words.length <= longestName && asksForName.test(question.text)
      ? answer.text.replace(/^(?:an?|the) |[.!]+$/gi, '')
      : undefined;
  const names = [asked, named].flatMap((each) =>
    each === undefined ? [] : [each].concat(namesIn(each)),
  );
  return names.map((name) => foldedWords(name).join(' '));
}

const numeric = /\d/;
const ordinal = /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|next|last)$/;

function keptOf({ card, question, answer, claim, grounds }: ReadCard): Kept {
  const numbers = [
    ...quantitiesOf(claim).map(({ value }) => String(value)),
    ...claim.words.filter(({ text }) => ordinal.test(text)).map(({ text }) => text),
    ...claim.words
      .filter(({ text }) => numeric.test(text) && !/^\d/.test(text))
      .map(({ text }) => text),
  ];
  return {
    name: card.name,
    question: question.stems,
    answer: answer.stems,
    all: claim.stems,
    numbers: [...new Set(numbers)].sort().join(' '),
    asks: question.words.map(({ text }) => text).join(' '),
    answers: answer.words.map(({ text }) => text).join(' '),
    places: grounds.flatMap(({ ground: { place, source } }) =>
      place === undefined ? [] : [{ document: source.path, start: place.start }],
    ),
  };
}
