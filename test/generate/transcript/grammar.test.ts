import { describe, expect, it } from 'vitest';
import { verbBehindOpening, verbOf } from '../../../src/generate/transcript/grammar.ts';
import { loadTagger } from '../../../src/generate/transcript/tagger.ts';

const tag = await loadTagger();

function verb(text: string, at = 0): string | undefined {
  const words = tag(text);
  const found = verbOf(words, at);
  return found === undefined ? undefined : words[found]?.text;
}

describe('verbOf', () => {
  it('finds the verb behind a pronoun, a noun with its adjectives, and what narrows it', () => {
    expect(verb('they really can see the dancer')).toBe('can');
    expect(verb('the old keepers of the hive were asleep')).toBe('were');
    expect(verb('the goal that we want to aim for is to see the dance')).toBe('is');
    expect(verb("i'm sure of it")).toBe("'m");
  });

  it('finds none where no clause begins', () => {
    expect(verb('in the middle of the winter')).toBeUndefined();
    expect(verb('the methods used to teach bees')).toBeUndefined();
    expect(verb('and they dance')).toBeUndefined();
  });
});

describe('verbBehindOpening', () => {
  it('looks behind adverbs that may open a clause', () => {
    const words = tag('in general bees are quiet');
    expect(words[verbBehindOpening(words, 0) ?? -1]?.text).toBe('are');
    expect(verbBehindOpening(tag('to see bees'), 0)).toBeUndefined();
  });
});
