import { describe, expect, it } from 'vitest';
import type { CardText } from '../../../src/deck/parse.ts';
import { lintCardOf } from '../../../src/app/check/lint-card-of.ts';
import { admitByLint } from '../../../src/app/check/lint-drafts.ts';
import { parseDeck } from '../../../src/deck/parse.ts';
import type { CardDraft } from '../../../src/model/draft.ts';
import { readSource } from '../../../src/sources/index.ts';

const sentence = 'Ants march in long lines because they follow a scent.';
const source = readSource(`# Ants\n\n${sentence}\n`, 'docs/ants.md');
const start = source.text.indexOf(sentence);

function proposed(question: string, answer: string): [CardText, CardDraft, typeof source] {
  const content = { kind: 'basic', question, answer } as const;
  const text: CardText = { content, sources: [], note: '', tags: [] };
  const draft: CardDraft = {
    content,
    role: 'reason',
    tags: [],
    note: '',
    topics: [],
    sources: [],
    rule: 'test',
    slot: 'lead',
    sentence,
    span: { start, end: start + sentence.length },
    score: 1,
    sure: true,
  };
  return [text, draft, source];
}

const sound = proposed('Why do ants march in long lines?', 'Because they follow a scent.');

describe('admitByLint', () => {
  it('lets a sound draft in', () => {
    expect(admitByLint()(...sound)).toEqual({ to: 'deck' });
  });

  it('refuses an error, and says which rule speaks against it', () => {
    expect(admitByLint()(...proposed('Do ants march?', 'Yes.'))).toMatchObject({
      to: 'refused',
      reason: expect.stringMatching(/^Q06 /) as string,
    });
  });

  it('leaves a warning to a person', () => {
    const vague = proposed('What does the book say about ants?', 'They follow a scent.');
    expect(admitByLint()(...vague)).toMatchObject({ to: 'draft' });
  });

  it('leaves a term to a person that only a later chapter explains', () => {
    const [text, draft, source] = proposed(
      'Why do ants with AHB march?',
      'Because they follow a scent.',
    );
    const glossary = {
      terms: [{ name: 'AHB', chapter: 'later.md' }],
      chapters: [source.path, 'later.md'],
    };
    expect(admitByLint({ glossary })(text, draft, source)).toMatchObject({
      to: 'draft',
      reason: expect.stringMatching(/^Q17 /) as string,
    });
  });

  it('refuses the double of a draft before it, and of a card that stands', () => {
    const double = proposed('Why is it in long lines that ants march?', 'They follow a scent.');
    const admit = admitByLint();
    admit(...sound);
    expect(admit(...double)).toMatchObject({ to: 'refused' });
    const { cards } = parseDeck(
      'Q: Why do ants march in long lines?\nA: Because they follow a scent.\n',
      { path: 'own.md' },
    );
    expect(admitByLint({ mates: cards.map((card) => lintCardOf(card)) })(...double)).toMatchObject({
      to: 'refused',
    });
  });

  it('refuses what says nearly the same as a draft that was turned down, and nothing else of it', () => {
    const question = 'Why do ants march in long lines?';
    const content = { kind: 'basic', question, answer: 'They follow a scent.' } as const;
    const about = { note: '', tags: [], deck: '', topics: [], off: [], grounds: [] };
    const rejected = { ...about, content, name: 'the rejected draft' };
    const admit = admitByLint({ turnedDown: [rejected] });
    expect(admit(...sound)).toMatchObject({
      to: 'refused',
      reason: 'Q12 it says nearly the same as the rejected draft',
    });
    // A better answer to its question is no double of it, and does not contradict what nobody keeps.
    const better = proposed(
      question,
      'Each of them walks where the one ahead of it has just been.',
    );
    const alone = admitByLint()(...better);
    expect(alone.to).not.toBe('refused');
    expect(admit(...better)).toEqual(alone);
  });
});
