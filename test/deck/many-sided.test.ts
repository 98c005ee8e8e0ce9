import { describe, expect, it } from 'vitest';
import { parseDeck } from '../../src/deck/parse.ts';
import type { Notation } from '../../src/model/deck.ts';

const last = 'Q: The next?\nA: Yes.\n';

function read(card: string, notation: Notation) {
  const { cards, problems } = parseDeck(`${card}\n\n${last}`, { path: 'a.md', notation });
  return [cards.map(({ kind }) => kind), problems.map(({ line, rule }) => `${line} ${rule}`)];
}

const holes = (count: number): string => `C: ${'[a] '.repeat(count)}`;
const list = (count: number): string =>
  `Q: All?\nA:\n${Array.from({ length: count }, (_, n) => `${n + 1}. item ${n}`).join('\n')}\n<!-- list -->`;

describe('a card with very many sides', () => {
  it.each<[Notation]>([['shared'], ['hashcards'], ['repeater']])(
    'is an error in the notation %s and hides no other card',
    (notation) => {
      expect(read(holes(500), notation)).toEqual([['cloze', 'basic'], []]);
      expect(read(holes(50_000), notation)).toEqual([['basic'], ['1 too-many-sides']]);
    },
  );

  it('is one too where it is a list', () => {
    expect(read(list(500), 'shared')).toEqual([['list', 'basic'], []]);
    expect(read(list(20_000), 'shared')).toEqual([['basic'], ['3 too-many-sides']]);
  });
});
