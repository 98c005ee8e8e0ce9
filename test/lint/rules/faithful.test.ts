import { describe, expect, it } from 'vitest';
import { basic, findings, ground, severities, source } from '../made.ts';

function said(passage: string, question: string, answer: string): readonly string[] {
  const grounds = [ground(source([passage]), passage.slice(0, 30))];
  return severities('Q02', basic(question, answer, { grounds }));
}

describe('Q02 on numbers', () => {
  const passage = 'About 50% of the workers leave the hive within four years, some 300000 bees.';

  it.each([
    ['another percentage', 'How many of the workers leave?', '30% of them.'],
    ['another number of the same', 'Within how many years do workers leave?', 'Within ten years.'],
    ['another number of what is asked', 'How many bees leave?', 'About 3,000.'],
    ['another duration', 'How long do workers stay?', 'Two weeks.'],
  ])('refuses %s', (_, question, answer) => {
    expect(said(passage, question, answer)).toEqual(['error']);
  });

  it.each([
    ['the same in words', 'Which part of the workers leaves?', 'Fifty percent.'],
    ['the rest of a share', 'What share stays in the hive?', '50%.'],
    ['the same with commas', 'How many bees leave?', 'Some 300,000.'],
    ['a number of other things', 'How do workers leave?', 'Through two doors.'],
  ])('accepts %s', (_, question, answer) => {
    expect(said(passage, question, answer)).toEqual([]);
  });

  it('knows that two orders of magnitude are a hundred times', () => {
    const orders = 'The small hive is two orders of magnitude lighter than the large one.';
    expect(said(orders, 'How much lighter is the small hive?', 'About 100 times.')).toEqual([]);
  });
});

describe('Q02 on comparisons', () => {
  const passage = 'For a bee, judging a site is easier than finding one.';

  it('refuses the reverse', () => {
    expect(
      said(passage, 'What is easier for a bee?', 'Finding is easier than judging a site.'),
    ).toEqual(['error']);
  });

  it('refuses the reverse that only question and answer make together', () => {
    const wasps = 'Wasps are smaller than hornets.';
    expect(said(wasps, 'What is smaller than wasps?', 'Hornets.')).toEqual(['error']);
  });

  it('accepts the same, and the same with both sides and the quality turned', () => {
    expect(said(passage, 'What is easier for a bee?', 'Judging is easier than finding.')).toEqual(
      [],
    );
    expect(said(passage, 'What is harder for a bee?', 'Finding is harder than judging.')).toEqual(
      [],
    );
  });

  it('refuses a preference for the wrong one', () => {
    const clover = 'Clover was preferred over the heather by most bees.';
    expect(said(clover, 'What did bees prefer?', 'The heather was preferred over clover.')).toEqual(
      ['error'],
    );
  });
});

describe('Q02 on claims', () => {
  it.each([
    [
      'a lost "not"',
      'We do not think that honey will spoil.',
      'What will honey do?',
      'Honey will spoil.',
    ],
    [
      'an added "not"',
      'Smoke will calm the angry bees.',
      'What of smoke?',
      'Smoke will not calm the angry bees.',
    ],
    [
      'a lost beginning',
      'Smoke is insufficient for angry hornets.',
      'What of smoke?',
      'Smoke is sufficient for angry hornets.',
    ],
    [
      'an opposite',
      'Good heather honey is expensive and slow to gather.',
      'What of it?',
      'Good heather honey is cheap and fast to gather.',
    ],
  ])('refuses %s', (_, passage, question, answer) => {
    expect(said(passage, question, answer)).toEqual(['error']);
  });

  it.each([
    [
      'a denial in other words',
      'Smoke alone cannot calm hornets.',
      'What of smoke?',
      'Smoke alone fails to calm hornets.',
    ],
    [
      '"not only"',
      'Bees do not only gather nectar and pollen.',
      'What do bees do?',
      'They gather nectar and pollen.',
    ],
    [
      'a condition',
      'If you do not smoke the hive, bees get angry.',
      'When?',
      'You smoke the hive.',
    ],
    [
      'a denial in the question',
      'Bees need no light and no warmth.',
      'What do bees not need?',
      'Light and warmth.',
    ],
    [
      'what is said straight elsewhere',
      'Bees do not store cold honey. In warm hives bees store honey.',
      'What?',
      'Bees store honey.',
    ],
  ])('accepts %s', (_, passage, question, answer) => {
    expect(said(passage, question, answer)).toEqual([]);
  });

  it('names the words', () => {
    const grounds = [ground(source(['Smoke will calm the bees.']), 'Smoke')];
    const [finding] = findings(
      'Q02',
      basic('What of smoke?', 'Smoke will not calm the bees.', { grounds }),
    );
    expect(finding?.message).toBe('card and passage differ in a "not" at "not"');
  });
});
