import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spokenSentences } from '../../../src/generate/transcript/sentences.ts';
import { loadTagger } from '../../../src/generate/transcript/tagger.ts';

const tag = await loadTagger();

function sentences(text: string): string[] {
  return spokenSentences(text, tag(text)).map(({ text: said }) => said);
}

describe('spokenSentences', () => {
  it('finds whole sentences, without the fillers around them', () => {
    expect(
      sentences(
        "yeah so i think the hive has no windows right and the bees have to feel what she does because they can't see her",
      ),
    ).toEqual([
      'the hive has no windows',
      "the bees have to feel what she does because they can't see her",
    ]);
  });

  it('prints no fillers within', () => {
    expect(sentences('we are building kind of a new hive in the garden')).toEqual([
      'we are building a new hive in the garden',
    ]);
    expect(sentences('the hive in the garden is kind of old')).toEqual([
      'the hive in the garden is old',
    ]);
  });

  it('joins a condition to what follows from it, with a comma', () => {
    expect(sentences('if you open a hive in the winter you will lose the bees')).toEqual([
      'if you open a hive in the winter, you will lose the bees',
    ]);
  });

  it('keeps the main clause apart, where more is added', () => {
    const text = 'the hive is a good place for young bees which people often forget';
    expect(spokenSentences(text, tag(text))[0]?.main?.text).toBe(
      'the hive is a good place for young bees',
    );
  });

  it('knows what was said right before', () => {
    const text = 'the dance of bees is very old and it works well in the dark';
    expect(spokenSentences(text, tag(text)).map(({ before }) => before?.text)).toEqual([
      undefined,
      'the dance of bees is very old',
    ]);
  });

  it('leaves out what has lost its beginning or its end', () => {
    expect(sentences('know that and then the')).toEqual([]);
    expect(sentences('the bees want to go to the')).toEqual([]);
    const said = 'we looked at the comb all day and dominant in the old hives are the drones';
    expect(sentences(said)).not.toContainEqual(expect.stringMatching(/^dominant/));
  });

  it('finds each one where it stands', () => {
    const word = fc.constantFrom(
      ...'the a bees hive we you it is are can dance if because and but so that which — right i think very old not see'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (words) => {
        const text = words.join(' ');
        for (const { start, end } of spokenSentences(text, tag(text))) {
          expect(start).toBeLessThan(end);
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
        }
      }),
      { numRuns: 60 },
    );
  });
});
