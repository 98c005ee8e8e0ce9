import { describe, expect, it } from 'vitest';
import type { Glossary } from '../../../src/lint/glossary.ts';
import type { LintCard } from '../../../src/lint/card.ts';
import { basic, card, findings, ground, severities, source } from '../made.ts';

const glossary: Glossary = {
  terms: [
    { name: 'VSH', chapter: 'docs/02-smells.md' },
    { name: 'queen substance', chapter: 'docs/02-smells.md' },
    { name: 'swarm', chapter: 'docs/02-smells.md' },
    { name: 'trophallaxis, food sharing' },
  ],
  chapters: ['docs/01-hive.md', 'docs/02-smells.md'],
};

/** A card on a document. */
function of(
  path: string,
  question: string,
  answer = 'They look after the brood.',
  text = 'Bees.',
): LintCard {
  return basic(question, answer, { grounds: [ground(source([text], { path }))] });
}

const verdict = (cards: LintCard | readonly LintCard[]): readonly string[] =>
  severities('Q17', cards, { glossary });

describe('Q17 with the glossary of a collection', () => {
  it('knows what the chapter of the card or one before it explains', () => {
    expect(verdict(of('docs/02-smells.md', 'Why do bees with VSH live longer?'))).toEqual([]);
    expect(verdict(of('docs/01-hive.md', 'Why do bees with VSH live longer?'))).toEqual([
      'warning',
    ]);
  });

  it('only advises where a word of every day is explained later', () => {
    expect(verdict(of('docs/01-hive.md', 'Why does a swarm hang in a tree?'))).toEqual(['info']);
    expect(verdict(of('docs/01-hive.md', 'Whom does the queen substance calm?'))).toEqual([
      'warning',
    ]);
  });

  it('counts on the glossary alone for readers of the chapters', () => {
    expect(verdict(of('docs/01-hive.md', 'Why does trophallaxis calm bees?'))).toEqual([]);
  });

  it('holds only marked terms against cards on other documents, and these where the document tells none', () => {
    expect(verdict(of('paper.md', 'Why does a swarm need VSH?'))).toEqual(['warning']);
    expect(verdict(of('paper.md', 'Why does a swarm hang in a tree?'))).toEqual([]);
    const told = 'Varroa-sensitive hygiene (VSH) runs in families.';
    expect(verdict(of('paper.md', 'Why does a swarm need VSH?', 'It lives longer.', told))).toEqual(
      [],
    );
  });

  it.each([
    [
      'a term of its own',
      card({ kind: 'term', term: 'varroa-sensitive hygiene (VSH)', definition: 'a habit' }),
    ],
    [
      'a question what it is',
      basic('What is varroa-sensitive hygiene (VSH)?', 'A habit of some bees.'),
    ],
    ['a question what it is called', basic('What is the habit called?', 'VSH.')],
  ])('knows a term after %s', (_, before) => {
    expect(verdict([before, of('docs/01-hive.md', 'Why do bees with VSH live longer?')])).toEqual(
      [],
    );
  });

  it('knows terms of one and of many, and the longest at a place', () => {
    const cards = of('docs/01-hive.md', 'Which queen substances do swarms need?');
    expect(findings('Q17', cards, { glossary })).toMatchObject([{ words: 'queen substance' }]);
  });

  it('accepts the card that itself asks what the term is, or says it in brackets', () => {
    expect(verdict(of('docs/01-hive.md', 'What is VSH in a hive of bees?'))).toEqual([]);
    expect(verdict(of('docs/01-hive.md', 'Why does VSH (cleaning cells of mites) help?'))).toEqual(
      [],
    );
  });
});
