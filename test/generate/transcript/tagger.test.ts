import { describe, expect, it } from 'vitest';
import { loadTagger } from '../../../src/generate/transcript/tagger.ts';

const tag = await loadTagger();

describe('loadTagger', () => {
  it('says where each word stands', () => {
    const text = "i'm sure that bees don't sleep";
    const words = tag(text);
    expect(words.every(({ text: word, start, end }) => text.slice(start, end) === word)).toBe(true);
    expect(words.slice(0, 2).map(({ text: word, pos }) => [word, pos])).toEqual([
      ['i', 'PRON'],
      ["'m", 'AUX'],
    ]);
  });

  it('takes a word for a noun where no verb can stand', () => {
    const words = tag('so basically compute has played a role');
    expect(words.find(({ text }) => text === 'compute')?.pos).toBe('NOUN');
  });
});
