import { describe, expect, it } from 'vitest';
import { linkSides } from '../../src/identity/sides.ts';
import type { TracedCard } from '../../src/identity/traced-card.ts';
import { tracedDeck } from './traced-deck.ts';

function only(text: string): TracedCard {
  const [card] = tracedDeck(text);
  if (card === undefined) throw new Error('no card');
  return card;
}

/** Each link as the texts of its two sides. */
function linked(before: string, after: string): readonly (readonly [string, string])[] {
  const [old, now] = [only(before), only(after)];
  const textOf = new Map([...old.sides, ...now.sides].map((side) => [side.key, side.text]));
  return linkSides(old, now).map(
    ({ from, to }) => [textOf.get(from) ?? '', textOf.get(to) ?? ''] as const,
  );
}

const cloze = (text: string): string => `C: ${text}\n<!-- id: card-c -->\n`;
const list = (...items: readonly string[]): string =>
  `Q: Layers?\nA:\n${items.map((item, index) => `${index + 1}. ${item}`).join('\n')}\n<!-- id: card-l; list -->\n`;

describe('the sides of a card whose text changed', () => {
  it('keep their keys where hole, item or direction is the same', () => {
    expect(linked(cloze('The [a] and the [b].'), cloze('A [b] with an [a].'))).toEqual([]);
    expect(linked(list('a', 'b'), list('b', 'a', 'c'))).toEqual([]);
  });

  it('go over to the new id in pairs', () => {
    const before = only('T: fault\nD: A crack in rock.\n');
    const after = only('T: fault\nD: A crack.\n');
    expect(linkSides(before, after).map(({ from, to }) => [from, to])).toEqual([
      [`${before.card.id}/def`, `${after.card.id}/def`],
      [`${before.card.id}/term`, `${after.card.id}/term`],
    ]);
  });

  it('are linked where a hole was reworded and all around it stayed', () => {
    expect(linked(cloze('The [crust] is thin.'), cloze('The [lithosphere] is thin.'))).toEqual([
      ['crust', 'lithosphere'],
    ]);
  });

  it('are linked in order where all holes were reworded and the frame stayed', () => {
    expect(linked(cloze('[a] before [b].'), cloze('[one] before [two].'))).toEqual([
      ['a', 'one'],
      ['b', 'two'],
    ]);
  });

  it('are told apart from a hole put in front of them', () => {
    expect(
      linked(cloze('The crust is [very thin].'), cloze('The [crust] is [quite thin].')),
    ).toEqual([]);
    expect(linked(cloze('The crust is [thin].'), cloze('The [crust] is [thin].'))).toEqual([]);
  });

  it('are linked where an item between the same neighbours is alike', () => {
    expect(
      linked(
        list('crust', 'the mantle of rock', 'core'),
        list('crust', 'the mantle, rock', 'core'),
      ),
    ).toEqual([['the mantle of rock', 'the mantle, rock']]);
  });

  it('wait where a name was exchanged and the rest changed too', () => {
    expect(
      linked(
        cloze('It was [James Hutton] who saw it.'),
        cloze('It was [Charles Lyell] who wrote it.'),
      ),
    ).toEqual([]);
  });

  it('do not go over to a card of another kind', () => {
    const before = only('Q: a fault?\nA: A crack.\n<!-- id: card-x -->\n');
    const after = only('T: a fault\nD: A crack.\n<!-- id: card-x -->\n');
    expect(linkSides(before, after)).toEqual([]);
  });
});
