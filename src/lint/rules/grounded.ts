import { namesOf } from '../names.ts';
import { measureOf, sameAmount } from '../measures.ts';
import { kinOfPeople } from '../peoples.ts';
import { amountsOf, type Quantity, valuesOf } from '../quantities.ts';
import { isReckoned } from '../reckoned.ts';
import { answeredQuantities, isYear, rivalIn } from '../rival-quantities.ts';
import type { ReadCard } from '../read-card.ts';
import type { ReadDocument, ReadGround } from '../read-ground.ts';
import { countShared, ReadText } from '../read-text.ts';
import { remembered } from '../remembered.ts';
import { type Complaint, type LintRule, quoted } from '../rule.ts';
import { unheardOf } from '../unheard-of.ts';
import { stemOf, type Word, wordsOf } from '../words.ts';

/** Q01: a passage in a named source supports the answer. */
export const grounded: LintRule = {
  id: 'Q01',
  name: 'grounded',
  check: (card) => {
    if (card.grounds.length === 0) return [];
    const missing = missingAnchor(card);
    if (missing !== undefined) return [missing];
    const strange = strangerOf(card);
    if (strange !== undefined) return [strange];
    return [...unanchored(card), ...thinSupport(card), ...unheard(card)].slice(0, 1);
  },
};

function missingAnchor({ grounds }: ReadCard): Complaint | undefined {
  const lost = grounds.find(({ ground, at }) => ground.anchor !== undefined && at === undefined);
  if (lost?.ground.anchor === undefined) return undefined;
  return {
    severity: 'error',
    message: `its anchor ${quoted(lost.ground.anchor)} does not stand once in ${lost.document.source.title}`,
    remedy: 'Give up to eight words that stand there once, or another source.',
    words: '',
  };
}

/** A name or a figure of the answer that is nowhere in the sources. */
function strangerOf(card: ReadCard): Complaint | undefined {
  const name = strangeName(card);
  const number = name === undefined ? strangeNumber(card) : undefined;
  const words = name ?? number?.text;
  if (words === undefined) return undefined;
  return {
    // Somebody may have reckoned a small number that is spelled out.
    severity: number?.exact === false ? 'warning' : 'error',
    message: `${quoted(words)} is nowhere in ${titlesOf(card.grounds)}`,
    remedy: 'Say what the source says, or cite the source that says this.',
    words,
  };
}

function titlesOf(grounds: readonly ReadGround[]): string {
  return [...new Set(grounds.map(({ document }) => document.source.title))].join(' or ');
}

const asksName =
  /^(?:[^?]{0,60}, )?(?:(?:who|whom|whose|where)\b|(?:(?:in|at|on|from|for|by|to|with) )?(?:which|what) (?:(?!should|do|does|did|is|are|was|can|would|will|must|may)\p{L}+ ){0,2}?(?:person|people|researcher|scientist|author|founder|speaker|city|town|country|place|company|lab|organi[sz]ation|university|institute|school|conference|journal|magazine|newspaper|publication|prize|award|language|tool|benchmark|dataset|model|programme|program|product|platform|website|book|novel|film|hardware|chips?|venue)s?\b)/iu;

function strangeName({ question, answer, titles, grounds }: ReadCard): string | undefined {
  const names = namesOf(answer.text, asksName.test(question.text));
  for (const { text, opens } of names) {
    const words = ownWords(text, opens).filter(({ text: word }) => !isKnown(word, grounds));
    const strange = words.filter(({ text: word }) => !says(question, word) && !says(titles, word));
    if (strange.length === 0 || abbreviates(text, grounds)) continue;
    return text;
  }
  return undefined;
}

/** The words of a name; a capital letter in front of an abbreviation is only that of the sentence. */
function ownWords(name: string, opens: boolean): readonly Word[] {
  const words = wordsOf(name);
  return opens && /^\S+ \p{Lu}{2,}/u.test(name) ? words.slice(1) : words;
}

const months =
  /^(?:january|february|march|april|june|july|august|september|october|november|december)$/;

function says({ words }: ReadText, word: string): boolean {
  return words.some(({ text }) => text === word || singular(text) === singular(word));
}

function singular(word: string): string {
  return word.length > 2 ? word.replace(/s$/, '') : word;
}

function isKnown(word: string, grounds: readonly ReadGround[]): boolean {
  if (word.length < 2) return true;
  return grounds.some(({ document }) => forms(word).some((form) => knows(document, form)));
}

/** Other ways in which a document may have a word: one or many, in another spelling, half of it. */
function forms(word: string): string[] {
  return [
    ...(months.test(word) ? [word.slice(0, 3)] : []),
    word,
    singular(word),
    `${word}s`,
    word.replace(/is(e|ed|es|ing|ation)$/, 'iz$1'),
    word.replace(/iz(e|ed|es|ing|ation)$/, 'is$1'),
    word.replaceAll(/\d+$/g, ''),
    word.replace(/(?:ian|an|ish|ese)$/, ''),
    ...kinOfPeople(word),
  ];
}

function knows({ vocabulary, source }: ReadDocument, word: string): boolean {
  if (word === '') return false;
  return (
    vocabulary.has(word) ||
    source.title.toLowerCase().includes(word) ||
    source.author?.toLowerCase().includes(word) === true
  );
}

/** `AGI` where the sources write it out, or the other way round. */
function abbreviates(name: string, grounds: readonly ReadGround[]): boolean {
  const words = name.split(' ');
  if (words.length > 1) {
    const initials = words.map((word) => word.charAt(0).toLowerCase()).join('');
    return grounds.some(({ document }) => document.vocabulary.has(initials));
  }
  const letters = name.replace(/s$/, '');
  if (!/^\p{Lu}{2,6}$/u.test(letters)) return false;
  return grounds.some(({ document }) => writesOut(wholeOf(document), letters.toLowerCase()));
}

/** Words beyond are not looked through for what an abbreviation stands for. */
const longest = 300_000;

const wholeOf = remembered(
  ({ source }: ReadDocument) => new ReadText(source.text.slice(0, longest)),
);

function writesOut({ words }: ReadText, initials: string): boolean {
  let run = '';
  for (const { text: word } of words) {
    run = (run + word.charAt(0)).slice(-initials.length);
    if (run === initials) return true;
  }
  return false;
}

/** A year that nobody asks for only says when the source is from. */
const asksTime = /\b(?:when|year|date)\b/i;

function strangeNumber({
  answer,
  question,
  claim,
  titles,
  grounds,
}: ReadCard): Quantity | undefined {
  const own = answeredQuantities(question, answer).filter(
    ({ exact, value, unit }) => (exact || measureOf(unit) !== undefined) && value !== 100,
  );
  if (own.length === 0) return undefined;
  const known = [
    question,
    titles,
    ...grounds.map(({ at, document }) => at?.window ?? wholeOf(document)),
  ].map(valuesOf);
  const strange = own.filter(
    (each) =>
      !known.some((values) => values.has(each.value)) &&
      (asksTime.test(question.text) || !isYear(each)),
  );
  // A passage that has another figure is contradicted, not silent: that is another rule's.
  const places = grounds.flatMap(({ at }) => at ?? []);
  return strange.find(
    (each) =>
      rivalIn(each, places) === undefined &&
      !places.some(({ near }) => isReckoned(each, claim, near)) &&
      !grounds.some(({ document }) => saysNumber(document, each.value)) &&
      !places.some(({ window }) => saysAmount(window, each)),
  );
}

/** In other units: ten miles for sixteen kilometres. */
function saysAmount(window: ReadText, own: Quantity): boolean {
  return amountsOf(window).some((there) => sameAmount(own, there) === true);
}

function saysNumber(document: ReadDocument, value: number): boolean {
  const { vocabulary } = document;
  const plain = String(value);
  return (
    [plain, `${plain}%`, value.toLocaleString('en')].some((form) => vocabulary.has(form)) ||
    valuesOf(wholeOf(document)).has(value)
  );
}

/** A source without words from it: what the card claims must at least be somewhere in it. */
function unanchored(card: ReadCard): Complaint[] {
  if (card.grounds.some(({ at }) => at !== undefined)) return [];
  const stems = [...card.claim.stems];
  const found = Math.max(...card.grounds.map(({ document }) => bestShare(stems, document)));
  const severity = found < 0.4 ? 'error' : 'warning';
  return [
    {
      severity,
      message:
        severity === 'error'
          ? `no passage of ${titlesOf(card.grounds)} says this`
          : `no anchor shows where ${titlesOf(card.grounds)} says this`,
      remedy: 'Add up to eight words from the passage, in quotation marks, after the link.',
      words: '',
    },
  ];
}

/** In which passages of a document a stem stands. */
const placesOfStems = remembered(({ source }: ReadDocument): ReadonlyMap<string, number[]> => {
  const places = new Map<string, number[]>();
  for (const [index, { text }] of source.passages.entries())
    for (const stem of new ReadText(text).stems) {
      const known = places.get(stem);
      if (known === undefined) places.set(stem, [index]);
      else known.push(index);
    }
  return places;
});

/** The largest share of some stems that one passage has. */
function bestShare(stems: readonly string[], document: ReadDocument): number {
  const places = placesOfStems(document);
  const counts = new Map<number, number>();
  for (const stem of stems)
    for (const index of places.get(stem) ?? []) counts.set(index, (counts.get(index) ?? 0) + 1);
  let best = 0;
  for (const count of counts.values()) best = Math.max(best, count);
  return best / Math.max(1, stems.length);
}

const leastSupport = 0.2;

/** The passage has hardly a word of the answer. Own words are welcome, so this is only a doubt. */
function thinSupport({ question, answer, claim, grounds }: ReadCard): Complaint[] {
  const places = grounds.flatMap(({ at }) => at ?? []);
  const stems = [...answer.stems].filter((stem) => !question.stems.has(stem));
  if (places.length === 0 || stems.length < 4) return [];
  const inAnswer =
    Math.max(...places.map(({ window }) => countShared(stems, window.stems))) / stems.length;
  const inAll =
    Math.max(...places.map(({ window }) => countShared(claim.stems, window.stems))) /
    claim.stems.size;
  if (inAnswer >= leastSupport || inAll >= leastSupport * 1.5) return [];
  return [
    {
      severity: 'warning',
      message: `the passage has hardly a word of the answer ${quoted(answer.text)}`,
      remedy: 'See whether the passage says this, or cite the one that does.',
      words: answer.text,
    },
  ];
}

const stemsOfAll = remembered(
  ({ vocabulary }: ReadDocument): ReadonlySet<string> =>
    new Set(
      [...vocabulary].flatMap((word) => [stemOf(word), stemOf(word.replace(/e[rs]t?$/, ''))]),
    ),
);

/** Words that nothing in the source is called by. */
function unheard(card: ReadCard): Complaint[] {
  const words = unheardOf(card, (stem) =>
    card.grounds.some(({ document }) => stemsOfAll(document).has(stem)),
  );
  if (words === undefined) return [];
  return [
    {
      severity: 'warning',
      message: `${titlesOf(card.grounds)} never speaks of ${quoted(words)}`,
      remedy: 'Cite the source that says this, or leave it out.',
      words: card.answer.text,
    },
  ];
}
