import { describe, expect, it } from 'vitest';
import { questionHeading, roleOf } from '../../src/generate/question-heading.ts';
import { cards, documentOf, heading, items, passageOf } from './document.ts';

const ask = heading('Why do bees *dance*?', 3);
const answer = passageOf('To show where *flowers* are. Others follow.', {
  headings: ['A document', 'Dancing', 'Why do bees dance?'],
  citations: [
    { label: '1', title: 'Frisch', target: 'O.md#frisch', anchor: 'the waggle dance', at: 26 },
    { label: '2', title: 'Page', target: 'O.md#page', at: 43 },
  ],
});

describe('questionHeading', () => {
  it('asks the heading and answers with the first sentence below it', () => {
    expect(cards(questionHeading, [ask, answer])).toEqual([
      'Why do bees *dance*? → To show where *flowers* are.',
    ]);
  });

  it('gives the first sentence’s footnotes, its topics and its place', () => {
    const [draft] = questionHeading.draft(documentOf([ask, answer]));
    expect(draft).toMatchObject({
      role: 'reason',
      topics: ['Dancing'],
      sources: [{ label: 'Frisch', target: 'O.md#frisch', anchor: 'the waggle dance' }],
      sentence: 'To show where flowers are.',
      span: { start: 0, end: 26 },
      sure: true,
    });
  });

  it.each([
    ['a heading that asks nothing', [heading('Dancing'), answer]],
    ['a question that another heading follows', [ask, heading('More')]],
    ['a question that a list answers', [ask, ...items(['One.', 'Two.'])]],
    ['an answer that only leads to a list', [ask, passageOf('There are two reasons:')]],
    ['a question that is answered with one', [ask, passageOf('Why not?')]],
    ['the references', [{ ...ask, region: 'furniture' as const }, answer]],
  ])('makes nothing of %s', (_name, passages) => {
    expect(cards(questionHeading, passages)).toEqual([]);
  });
});

describe('roleOf', () => {
  it.each([
    ['Why do bees dance?', 'reason'],
    ['How many bees live in a hive?', 'fact'],
    ['Who found out?', 'fact'],
    ['What is a drone?', 'definition'],
    ['What do critics object?', 'objection'],
    ['How does a bee find its way?', 'question'],
  ])('takes %j for a %s', (text, role) => {
    expect(roleOf({ text })).toBe(role);
  });
});
