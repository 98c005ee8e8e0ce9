import { describe, expect, it } from 'vitest';
import { foldText } from '../../src/identity/fold.ts';
import { wordsOf } from '../../src/identity/words.ts';

describe('the words of a text', () => {
  it('are in lower case, each once, without possessive endings', () => {
    expect([...wordsOf("The team's plan: the plan").all]).toEqual(['the', 'team', 'plan']);
  });

  it('keep numbers and names with their marks together', () => {
    expect([...wordsOf('GPT-4 cost 1,000.5 in 1939-1945').all]).toEqual([
      'gpt-4',
      'cost',
      '1,000.5',
      'in',
      '1939-1945',
    ]);
  });

  it('tell names and numbers from other words', () => {
    expect([...wordsOf('What did Jan Leike say in 2023 about RLHF?').telling]).toEqual([
      'jan',
      'leike',
      '2023',
      'rlhf',
    ]);
  });

  it('take a first word for a name unless it often opens a sentence', () => {
    expect([...wordsOf('Paris lies on a river. Where is it?').telling]).toEqual(['paris']);
  });
});

describe('folding a text', () => {
  it('removes what a program tidies and keeps what a person means', () => {
    expect(foldText('  *So*  “he”\u00a0said – no… ')).toBe('So "he" said - no..');
    expect(foldText('2*3 and snake_case')).toBe('2*3 and snake_case');
    expect(foldText('polish')).not.toBe(foldText('Polish'));
  });

  it('does not tell ways of writing one character apart', () => {
    expect(foldText('cafe\u0301')).toBe(foldText('caf\u00e9'));
  });
});
