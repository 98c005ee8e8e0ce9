import { describe, expect, it } from 'vitest';
import { findSpeakers } from '../../src/sources/speakers.ts';

const names = (paragraphs: readonly string[]) =>
  findSpeakers(paragraphs)?.map((label) => label?.speaker);

describe('findSpeakers', () => {
  it('finds labels with colons, and says how long they are', () => {
    const talk = [
      'ANN: Hello.',
      'BEN: Hello.',
      'ANN: Why?',
      'It goes on.',
      'BEN: So.',
      'ANN: Ah.',
      'BEN: Yes.',
    ];
    expect(names(talk)).toEqual(['Ann', 'Ben', 'Ann', undefined, 'Ben', 'Ann', 'Ben']);
    expect(findSpeakers(talk)?.[0]?.length).toBe(5);
  });

  it('finds labels of two words without colons or capitals, one of them glued to a word', () => {
    const turns = [
      'ann host why do they',
      'ben guest they smell',
      'ann host ok',
      'ben guestit is so',
      'ann host ah',
      'ben guest yes',
      'and so on',
      'ben guest of course',
    ];
    expect(names(turns)).toEqual([
      'Ann Host',
      'Ben Guest',
      'Ann Host',
      'Ben Guest',
      'Ann Host',
      'Ben Guest',
      undefined,
      'Ben Guest',
    ]);
  });

  it('takes no words for names that begin sentences, or that the text speaks of', () => {
    const essay = Array.from({ length: 6 }, (_, at) => [
      `and so bees of hive ${at} dance`,
      `honey bees are small, and honey bees are many, and of honey bees we speak ${at}`,
      `i think they sleep ${at}`,
    ]).flat();
    expect(findSpeakers(essay)).toBeUndefined();
  });

  it('finds none in a text that is no talk', () => {
    expect(
      findSpeakers(['Ants march.', 'Bees dance.', 'Wasps sting.', 'Ants smell.']),
    ).toBeUndefined();
  });
});
