import { describe, expect, it } from 'vitest';
import { clausesOf, conditionals } from '../../../src/generate/transcript/clauses.ts';
import { loadTagger } from '../../../src/generate/transcript/tagger.ts';

const tag = await loadTagger();

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

  it('cuts behind a word that only asks for assent, and before an adjective behind a noun', () => {
    expect(
      clauses('bees cannot see in the dark right if you open the hive in the winter they can see'),
    ).toEqual([
      'bees cannot see in the dark right',
      'if you open the hive in the winter',
      'they can see',
    ]);
    expect(clauses('the summer was good for the harvest old hives were full of honey')).toEqual([
      'the summer was good for the harvest',
      'old hives were full of honey',
    ]);
  });

  it('leaves relative clauses and what follows an article whole', () => {
    const text = 'the language that we want to learn is older than any of ours';
    expect(clauses(text)).toEqual([text]);
  });

  it('takes time in proportion to the words', () => {
    const words = tag('and the bees fly '.repeat(120));
    const many = Array.from({ length: 60 }, () => words).flat();
    const start = performance.now();
    clausesOf(many);
    conditionals(many);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe('conditionals', () => {
  it('finds where what follows from a condition begins', () => {
    const text = 'so if we make the hives better bees do not automatically get better';
    const words = tag(text);
    expect(
      conditionals(words).map(({ at, outcome }) => [
        words[at]?.text,
        text.slice(words[outcome]?.start),
      ]),
    ).toEqual([['if', 'bees do not automatically get better']]);
  });

  it('finds none where nothing follows', () => {
    expect(conditionals(tag('we ask if bees can see the dancer'))).toEqual([]);
  });
});
