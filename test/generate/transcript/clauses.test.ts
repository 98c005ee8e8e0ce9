import { describe, expect, it } from 'vitest';
import { namesIn, trueCase } from '../../../src/generate/transcript/casing.ts';
import { clausesOf } from '../../../src/generate/transcript/clauses.ts';
import { exchangesOf, rolesIn } from '../../../src/generate/transcript/exchanges.ts';
import { loadTagger } from '../../../src/generate/transcript/tagger.ts';
import type { Passage } from '../../../src/model/source.ts';
import { documentOf, passageOf } from '../document.ts';

const tag = await loadTagger();

function turn(speaker: string, text: string): Passage {
  return passageOf(text, { speaker });
}

function clauses(text: string): string[] {
  return clausesOf(tag(text)).map(({ start, end }) => text.slice(start, end));
}

describe('clausesOf', () => {
  it('cuts speech where a new clause begins', () => {
    expect(
      clauses(
        'the hive has no windows and the bees cannot see the dancer but they feel her with their feelers',
      ),
    ).toEqual([
      'the hive has no windows',
      'and the bees cannot see the dancer',
      'but they feel her with their feelers',
    ]);
  });

  it('leaves relative clauses and what follows an article whole', () => {
    const text = 'the language that we want to learn is older than any of ours';
    expect(clauses(text)).toEqual([text]);
  });

  it('takes time in proportion to the words', () => {
    const text = 'and the bees fly '.repeat(5000);
    const words = tag(text.slice(0, 2000));
    const many = Array.from({ length: 60 }, () => words).flat();
    const start = performance.now();
    clausesOf(many);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe('trueCase', () => {
  it('writes names and abbreviations as they are written', () => {
    expect(trueCase("i think openai's gpt-4 and rlhf, says ada bell", ['Ada Bell'])).toBe(
      "I think OpenAI's GPT-4 and RLHF, says Ada Bell",
    );
  });

  it('leaves words alone that only hold such letters', () => {
    expect(trueCase('it said maid and apiary', [])).toBe('it said maid and apiary');
  });

  it('takes names from a text that never writes them small', () => {
    expect(namesIn('they met Frisch in the Hive, a hive of old')).toEqual(['Frisch']);
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
    expect(rolesIn(source)).toEqual({ host: 'Ada', guest: 'Carl' });
    expect(
      exchangesOf(source, 'Carl').map(({ answered }) => answered.map(({ text }) => text)),
    ).toEqual([['they dance', 'all day'], ['who knows']]);
  });

  it('leaves out what is read out as if it were an answer', () => {
    const read = { ...turn('Carl', 'an old text'), readBy: 'Ada' };
    const source = documentOf([turn('Ada', 'do you know this one'), read, turn('Carl', 'i do')]);
    expect(
      exchangesOf(source, 'Carl').flatMap(({ answered }) => answered.map(({ text }) => text)),
    ).toEqual(['i do']);
  });
});
