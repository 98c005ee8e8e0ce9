import { describe, expect, it } from 'vitest';
import { spokenQuestion } from '../../../src/generate/transcript/spoken-question.ts';
import { loadTagger } from '../../../src/generate/transcript/tagger.ts';
import { passageOf } from '../document.ts';

const tag = await loadTagger();

function asked(text: string): string | undefined {
  const found = spokenQuestion([passageOf(text, { speaker: 'Ada Bell' })], 'Carl Cole', tag);
  return found === undefined ? undefined : (found.told ?? `“${found.said}”`);
}

describe('spokenQuestion', () => {
  it('puts a question that stands alone into the third person', () => {
    expect(asked('ok what do you think is the best way to keep bees in the winter')).toBe(
      'what does Carl Cole think is the best way to keep bees in the winter',
    );
  });

  it('keeps one as it was said, where it points at the talk or asks for yes or no', () => {
    expect(asked('yep why is it so important for this project to have a lot of hives')).toBe(
      '“why is it so important for this project to have a lot of hives”',
    );
    expect(asked('is there any way that a harvest could fail that keeps you awake at night')).toBe(
      '“is there any way that a harvest could fail that keeps you awake at night”',
    );
  });

  it('ends a question where the next one begins, and at a dash', () => {
    expect(
      asked("why don't the keepers of the north try old hives first — for example small ones"),
    ).toBe("why don't the keepers of the north try old hives first");
    expect(
      asked('what sort of hive would you give to a new keeper do you have any ideas there'),
    ).toBe('what sort of hive would Carl Cole give to a new keeper');
  });

  it.each([
    ['a confirmation', 'so bees dance in the dark and they feel the dancer is that the basic idea'],
    ['what begins with a pronoun', 'ok and then what is it that they do in the winter'],
    ['an embedded question', 'i know what the old keepers are doing in the winter with the bees'],
    ['what is broken off', 'so how do bees know where the food is and'],
  ])('asks nothing of %s', (_name, text) => {
    expect(asked(text)).toBeUndefined();
  });
});
