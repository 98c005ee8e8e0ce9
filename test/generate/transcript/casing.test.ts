import { describe, expect, it } from 'vitest';
import { namesIn, trueCase } from '../../../src/generate/transcript/casing.ts';

describe('trueCase', () => {
  it('writes names and abbreviations as they are written', () => {
    expect(trueCase("i think openai's gpt-4 and rlhf, says ada bell", ['Ada Bell'])).toBe(
      "I think OpenAI's GPT-4 and RLHF, says Ada Bell",
    );
  });

  it('leaves words alone that are names only in names', () => {
    expect(trueCase('one of them will see ada', ['Will May', 'Ada One'])).toBe(
      'one of them will see Ada',
    );
  });

  it('leaves words alone that only hold such letters', () => {
    expect(trueCase('it said maid and apiary', [])).toBe('it said maid and apiary');
  });
});

describe('namesIn', () => {
  it('takes names from a text that never writes them small', () => {
    expect(namesIn('they met Frisch in the Hive, a hive of old')).toEqual(['Frisch']);
  });
});
