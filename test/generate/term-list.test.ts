import { describe, expect, it } from 'vitest';
import type { Passage } from '../../src/model/source.ts';
import { termList } from '../../src/generate/term-list.ts';
import { cards, items, passageOf } from './document.ts';

describe('termList', () => {
  it.each([
    ['**drone** — A male bee.', 'drone = A male bee.'],
    ['**drone**: a male *bee*', 'drone = a male *bee*'],
    ['**drone:** a male bee', 'drone = a male bee'],
    ['drone – A male bee.', 'drone = A male bee.'],
    ['waggle dance -- What a bee dances.', 'waggle dance = What a bee dances.'],
  ])('reads %j', (text, card) => {
    expect(cards(termList, items([text]))).toEqual([card]);
  });

  it('reads a bold term at the start of a paragraph, and a definition list', () => {
    expect(cards(termList, [passageOf('**Caste**: what a bee is born to do.')])).toHaveLength(1);
    const definition = passageOf('Caste : What a bee is born to do.', {
      kind: 'definition',
      term: 'Caste',
      definition: 'What a bee is born to do.',
    } as Partial<Passage>);
    expect(cards(termList, [definition])).toEqual(['Caste = What a bee is born to do.']);
  });

  it('keeps a short explanation whole and takes the first sentence of a long one', () => {
    const long = `A male bee. ${'It does many more things. '.repeat(10)}`.trim();
    expect(cards(termList, items([`drone — ${long}`]))).toEqual(['drone = A male bee.']);
    expect(cards(termList, items(['drone — A male bee. It has no sting.']))).toEqual([
      'drone = A male bee. It has no sting.',
    ]);
  });

  it.each([
    ['a name that is a sentence', '**Bees are social.** They share.'],
    ['a label', '**Note**: this is not a term'],
    ['a step of an argument', '**Claim** — the dance shows the way'],
    ['too short an explanation', 'drone — male'],
    ['an item without a name', 'It was cold, and the bees stayed in.'],
    ['an aside', 'The bees that he kept in spring, so he wrote, were many — too many to count.'],
  ])('makes nothing of %s', (_name, text) => {
    expect(cards(termList, items([text]))).toEqual([]);
  });

  it('makes nothing of a dash in a paragraph', () => {
    expect(cards(termList, [passageOf('Bees fly — they have wings for it.')])).toEqual([]);
  });
});
