import { describe, expect, it } from 'vitest';
import { bestAnswer } from '../../../src/generate/transcript/spoken-answer.ts';
import { loadTagger } from '../../../src/generate/transcript/tagger.ts';
import { passageOf } from '../document.ts';

const tools = { tag: await loadTagger(), worth: () => 0.3 };

function answer(question: string, ...said: string[]): string | undefined {
  return bestAnswer(
    question,
    said.map((text) => passageOf(text)),
    tools,
  )?.text;
}

describe('bestAnswer', () => {
  it('takes whole sentences that are about the question', () => {
    expect(
      answer(
        'why do bees dance in the dark of the hive',
        'yeah so the bees have to dance in the dark because the hive has no windows and my brother likes honey a lot',
      ),
    ).toBe('The bees have to dance in the dark because the hive has no windows');
  });

  it('has none where nothing said is about the question', () => {
    expect(
      answer('why do bees dance in the dark', 'my brother likes to eat honey in the morning'),
    ).toBeUndefined();
  });

  it('takes no talk about the question for an answer to it', () => {
    expect(
      answer('why do bees dance', "that's a good question about why bees dance in the hive"),
    ).toBeUndefined();
  });
});
