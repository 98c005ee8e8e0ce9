import { describe, expect, it } from 'vitest';
import {
  countWords,
  isFirstOrSecondPerson,
  loweringFor,
  mentionsDocument,
  startsWithReference,
} from '../../src/generate/words.ts';
import { documentOf, passageOf } from './document.ts';

describe('loweringFor', () => {
  const lower = loweringFor(documentOf([passageOf('Frisch watched bees. Many bees dance.')]));

  it('lowers what the document writes in small letters, and words that only join', () => {
    expect(lower('Bees dance.')).toBe('bees dance.');
    expect(lower('The dance.')).toBe('the dance.');
  });

  it('leaves names and abbreviations as they are', () => {
    expect(lower('Frisch saw it.')).toBe('Frisch saw it.');
    expect(lower('DNA tells.')).toBe('DNA tells.');
    expect(lower('I saw it.')).toBe('I saw it.');
  });
});

describe('words', () => {
  it('are counted by the spaces between them', () => {
    expect(countWords(' one two-three $x + y$ ')).toBe(5);
    expect(countWords('')).toBe(0);
  });

  it('tell what does not stand alone', () => {
    expect(startsWithReference('This is new')).toBe(true);
    expect(startsWithReference('The latter is new')).toBe(true);
    expect(startsWithReference('Thistles are new')).toBe(false);
    expect(isFirstOrSecondPerson('as you know')).toBe(true);
    expect(isFirstOrSecondPerson('in the US')).toBe(false);
    expect(mentionsDocument('as chapter 3 says')).toBe(true);
    expect(mentionsDocument('a chapel')).toBe(false);
  });
});
