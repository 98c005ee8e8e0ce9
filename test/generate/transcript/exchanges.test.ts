import { describe, expect, it } from 'vitest';
import { exchangesOf, rolesIn } from '../../../src/generate/transcript/exchanges.ts';
import type { Passage, Source } from '../../../src/model/source.ts';
import { readSource } from '../../../src/sources/index.ts';
import { seedsAreHere, seedText } from '../../sources/seeds.ts';
import { documentOf, passageOf } from '../document.ts';

function turn(speaker: string, text: string): Passage {
  return passageOf(text, { speaker });
}

function exchanges(source: Source): [string, string[]][] {
  const roles = rolesIn(source);
  if (roles === undefined) return [];
  return exchangesOf(source, roles).map(({ guest, answered }) => [
    guest,
    answered.map(({ text }) => text),
  ]);
}

describe('rolesIn', () => {
  it('takes whoever asks most for the host, and the others for guests', () => {
    const source = documentOf([
      turn('Ada', 'what do you think of bees and what do you do'),
      turn('Carl', 'they dance all day'),
      turn('Eve', 'and they sleep all night'),
    ]);
    expect(rolesIn(source)).toEqual({ host: 'Ada', guests: ['Carl', 'Eve'] });
  });

  it('knows a lecture, and leaves alone a talk in which nobody is named', () => {
    expect(rolesIn(documentOf([turn('Ada', 'bees dance')]))).toEqual({
      host: undefined,
      guests: ['Ada'],
    });
    expect(rolesIn(documentOf([passageOf('bees dance')]))).toBeUndefined();
  });
});

describe('exchangesOf', () => {
  it('joins an answer over a short interjection that asks nothing', () => {
    const source = documentOf([
      turn('Ada', 'what do you think of bees and what do you do'),
      turn('Carl', 'they dance'),
      turn('Ada', 'right exactly'),
      turn('Carl', 'all day'),
      turn('Ada', 'why is that'),
      turn('Carl', 'who knows'),
    ]);
    expect(exchanges(source)).toEqual([
      ['Carl', ['they dance', 'all day']],
      ['Carl', ['who knows']],
    ]);
  });

  it('gives each guest his own answer, and joins no two', () => {
    const source = documentOf([
      turn('Ada', 'what do you think of bees and what do you do'),
      turn('Carl', 'they dance in the dark and that is all there is to say of them'),
      turn('Eve', 'they sleep more than people think and that is what i look into'),
      turn('Carl', 'some of them'),
    ]);
    expect(exchanges(source).map(([guest]) => guest)).toEqual(['Carl', 'Eve']);
  });

  it('leaves out what is read out as if it were an answer', () => {
    const read = { ...turn('Carl', 'an old text'), readBy: 'Ada' };
    const source = documentOf([turn('Ada', 'do you know this one'), read, turn('Carl', 'i do')]);
    expect(exchanges(source)).toEqual([['Carl', ['i do']]]);
  });
});

describe.skipIf(!seedsAreHere)(
  'exchangesOf on the real interview (skipped where it is absent)',
  () => {
    const source = seedsAreHere ? readSource(seedText('001'), '001.txt') : documentOf([]);

    it.each([
      ["right it's an awkward fact", 'when we\u2019re looking', "that's right that makes it"],
      ['got it', 'discriminator and the critique model', 'and so by looking at this'],
      ['but it packs a huge punch', 'for human preferences', 'yeah but also why'],
    ])('joins the answer over “%s”', (interjection, before, after) => {
      const { passages } = source;
      const at = passages.findIndex(({ text }, index) => {
        const next = passages[index + 1]?.text ?? '';
        return text.startsWith(interjection) && next.startsWith(after);
      });
      const [above, own, below] = passages.slice(at - 1, at + 2);
      expect(own?.speaker).toBe('Rob Wiblin');
      expect(above?.text.replaceAll("'", '\u2019')).toContain(before);
      const roles = rolesIn(source);
      const found = roles === undefined ? [] : exchangesOf(source, roles);
      const joined = found.find(({ answered }) => answered.some((each) => each === above));
      expect(joined?.answered).toContain(below);
      expect(joined?.asked).not.toContain(own);
    });
  },
);
