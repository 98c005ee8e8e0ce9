import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../../src/generate/sentence.ts';
import { passageOf } from './document.ts';

function split(text: string): string[] {
  return sentencesOf(passageOf(text)).map((sentence) => sentence.text);
}

describe('sentencesOf', () => {
  it('splits at full stops, question marks and exclamation marks before a capital', () => {
    expect(split('One is. Is two? “Yes!” Three (is too.) Four')).toEqual([
      'One is.',
      'Is two?',
      '“Yes!”',
      'Three (is too.)',
      'Four',
    ]);
  });

  it.each([
    'Models, e.g. GPT-4, are large.',
    'Dr. Smith and J. R. R. Tolkien met.',
    'It fell by 3.5 percent.',
    'See Fig. 3 and p. 4 of it.',
    'It went on… and on.',
    'The U.S. Senate met.',
  ])('does not split %j', (text) => {
    expect(split(text)).toEqual([text]);
  });

  it('does not split inside code', () => {
    const text = 'Call a. B() now. Then stop.';
    const marks = [{ kind: 'code' as const, start: 5, end: 11 }];
    expect(sentencesOf({ text, marks }).map((sentence) => sentence.text)).toEqual([
      'Call a. B() now.',
      'Then stop.',
    ]);
  });

  it('says where each stands', () => {
    const passage = passageOf('One is. Two is.');
    for (const { start, end, text } of sentencesOf(passage))
      expect(passage.text.slice(start, end)).toBe(text);
  });
});
