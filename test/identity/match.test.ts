import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textHash } from '../../src/identity/text-hash.ts';
import { matchTexts, tracedDeck } from './traced-deck.ts';

const neighbours = (card: string): string =>
  `Q: first of all?\nA: alpha\n\n${card}\n\nQ: last of all?\nA: omega\n`;

/** The same card twice, with these ids. */
const twice = (a: string, b: string): string =>
  [a, b].map((id) => `Q: one?\nA: 1\n<!-- id: ${id} -->\n`).join('\n');

const bridge = (city: string, year: string): string =>
  neighbours(
    `Q: In which year was the old bridge of ${city} built?\nA: It was built in ${year}, of stone.`,
  );

/** As if a card of an unchanged file asked for a summary too. */
const asksSummary = (hashes: readonly number[]): ReadonlySet<number> =>
  new Set(hashes.filter((hash) => hash === textHash('Summary')));

describe('matching cards', () => {
  it('links a card with the same text and another id', () => {
    const card = 'Q: one?\nA: 1';
    const { links } = matchTexts(
      `${card}\n<!-- id: old-id -->\n`,
      `${card}\n<!-- id: new-id -->\n`,
    );
    expect(links).toMatchObject([
      { from: 'old-id', to: 'new-id', why: 'same-text', keys: [{ from: 'old-id', to: 'new-id' }] },
    ]);
  });

  it('does not guess among equal texts whose ids all changed', () => {
    expect(matchTexts(twice('old-a', 'old-b'), twice('new-a', 'new-b')).links).toEqual([]);
  });

  it('takes an unchanged question that is unique, whatever the answer says now', () => {
    const { links } = matchTexts(
      'Q: Who leads it?\nA: Ada, since 2019.\n',
      'Q: Who leads it?\nA: Bo.\n',
    );
    expect(links).toMatchObject([{ why: 'side' }]);
  });

  it('does not take a question that two of the cards ask', () => {
    const { links } = matchTexts(
      'Q: Translate\nA: dog, hound\n\nQ: Translate\nA: horse, mare\n',
      'Q: Translate\nA: fish, carp\n\nQ: Translate\nA: bird, wren\n',
    );
    expect(links).toEqual([]);
  });

  it('does not take a question that cards of unchanged files ask too', () => {
    const [before, after] = ['Q: Summary?\nA: one thing\n', 'Q: Summary?\nA: another matter\n'];
    expect(matchTexts(before, after).links).toHaveLength(1);
    expect(matchTexts(before, after, { elsewhere: asksSummary }).links).toEqual([]);
  });

  it('does not see a difference in what a program tidies', () => {
    const { links } = matchTexts(
      'Q: What is "lift" - in *short*?\nA: An upward force.\n',
      'Q: What is “lift” – in _short_?\nA: A push.\n',
    );
    expect(links).toMatchObject([{ why: 'side' }]);
  });

  it('links a reworded card only between the neighbours that it had', () => {
    const old = 'Q: Why does ice float on water?\nA: It is less dense than water.';
    const now = 'Q: Why does ice float on cold water?\nA: It is much less dense than water.';
    expect(matchTexts(neighbours(old), neighbours(now)).links).toMatchObject([{ why: 'gap' }]);
    const moved = matchTexts(neighbours(old), `${now}\n\n${neighbours('')}`);
    expect(moved.links).toEqual([]);
    expect(moved.unsure).toMatchObject([{ candidates: [{}] }]);
  });

  it('does not decide between two likely candidates', () => {
    const old = 'Q: Why does ice float on water?\nA: It is less dense than water.';
    const split = `Q: Why does ice float on cold water?\nA: It is less dense than cold water.

Q: Why does ice float on warm water?\nA: It is less dense than warm water.`;
    const { links, unsure, lost } = matchTexts(neighbours(old), neighbours(split));
    expect(links).toEqual([]);
    expect(unsure[0]?.candidates).toHaveLength(2);
    expect(lost).toHaveLength(1);
  });

  it('does not link cards with different names or numbers, however alike', () => {
    expect(matchTexts(bridge('Mostar', '1566'), bridge('Prizren', '1566')).links).toHaveLength(1);
    expect(matchTexts(bridge('Mostar', '1566'), bridge('Prizren', '1533')).links).toEqual([]);
  });

  it('never matches a text that was here before by likeness', () => {
    const old = neighbours('Q: Why does ice float?\nA: It is light.');
    const now = neighbours('Q: Why does ice float?\nA: It is less dense.');
    const seen = new Set(tracedDeck(now).map(({ card }) => card.id));
    expect(matchTexts(old, now).links).toHaveLength(1);
    expect(matchTexts(old, now, { seen }).links).toEqual([]);
  });

  it('returns a text that was here before to its family', () => {
    const old = 'Q: Why does ice float?\nA: It is light.\n';
    const now = 'Q: Why does ice float?\nA: It is less dense.\n';
    const from = tracedDeck(old)[0]?.card.id;
    const to = tracedDeck(now)[0]?.card.id;
    if (from === undefined || to === undefined) throw new Error('no card');
    const { links } = matchTexts(old, now, { seen: new Set([to]), lineage: [[to, from]] });
    expect(links).toMatchObject([{ from, to, why: 'return' }]);
  });

  it('reads scripts without spaces', () => {
    const { links } = matchTexts(
      neighbours('Q: 日本の首都はどこですか？\nA: 東京です。'),
      neighbours('Q: 日本の首都は、どこですか？\nA: 東京都です。'),
    );
    expect(links).toHaveLength(1);
    const other = matchTexts(
      neighbours('Q: 日本の首都はどこですか？\nA: 東京'),
      neighbours('Q: 中国の首都はどこですか？\nA: 北京'),
    );
    expect(other.links).toEqual([]);
  });

  it('links each card once, and nothing where nothing changed', () => {
    const word = fc.constantFrom('ice', 'Rome', 'water', 'the', 'is', '1957', 'dense', 'why', 'x');
    const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((list) => list.join(' '));
    const deck = fc
      .array(fc.tuple(words, words), { maxLength: 8 })
      .map((cards) => cards.map(([q, a]) => `Q: ${q}?\nA: ${a}\n`).join('\n'));
    fc.assert(
      fc.property(deck, deck, (before, after) => {
        const { links, lost } = matchTexts(before, after);
        const [from, to] = [links.map((link) => link.from), links.map((link) => link.to)];
        expect(new Set(from).size).toBe(from.length);
        expect(new Set(to).size).toBe(to.length);
        expect(from.filter((id) => lost.includes(id))).toEqual([]);
        expect(matchTexts(before, before).links).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('decides the same whatever the order of the cards, where no gap is needed', () => {
    const questions = Array.from({ length: 12 }, (_, n) => `question number ${n} of the list`);
    const deck = (order: readonly number[], answer: string): string =>
      order.map((n) => `Q: ${questions[n]}?\nA: ${answer} ${n}\n`).join('\n');
    const all = questions.map((_, n) => n);
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: 12 }), (order) => {
        const { texts } = matchTexts(deck(all, 'the first answer'), deck(order, 'a later answer'));
        expect(texts).toHaveLength(12);
        expect(texts.every(([from, to]) => from === to)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
