import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftByRules, ruleDrafter, rules } from '../../src/generate/index.ts';
import { readSource } from '../../src/sources/index.ts';
import { documentOf, heading, passageOf } from './document.ts';

describe('rules', () => {
  it('have names that are told apart, for they are part of the cards’ identity', () => {
    const ids = rules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(
      expect.arrayContaining([
        'question-heading',
        'numbered-reasons',
        'argument-chain',
        'term-list',
        'attributed-quote',
        'defining-sentence',
        'claim-because',
        'condition',
        'what-is',
        'figure',
        'contrast',
        'table-row',
        'bold-question',
        'turn-question',
        'introduced-quotation',
      ]),
    );
  });

  it('never fail, and rest every card on words of its document', () => {
    const line = constantFrom(
      '# T\n\n',
      '## Why *x*?\n\n',
      '## What are the two reasons?\n\n',
      'A *b* is a c that d. ',
      '1. **N.** Said of it here.\n',
      '- t — what it is about\n',
      '\n',
      'We have two ideas:\n\n',
      '- **Claim.** C is.\n- **Because.** B is.\n',
      '- "Q." — S\n',
      '| a | b |\n| - | - |\n| c | d |\n',
      'is called *',
      '“',
      '…',
      ' ; ',
      '[^1]',
      '`',
      '$',
      '\u202E',
      '日本。',
      '&amp;',
      '* * *\n',
      '<b>',
      'The aim of it is to see because ',
      'If bees, then 20% of them in 1927. ',
      '**Why?** So rather than not. ',
    );
    assert(
      property(array(line, { maxLength: 40 }), constantFrom('a.md', 'a.txt'), (lines, path) => {
        const text = `x ${lines.join('')}`;
        const { passages } = readSource(text, path);
        for (const draft of draftByRules(readSource(text, path))) {
          expect(draft.span.end).toBeGreaterThan(draft.span.start);
          expect(draft.span.end).toBeLessThanOrEqual(text.length);
          expect(passages.some((passage) => passage.text.includes(draft.sentence))).toBe(true);
        }
      }),
    );
  });

  it.each([
    ['words', 'is a the of '],
    ['dashes', 'a — '],
    ['definitions', 'A *b* is a c; '],
    ['quotation marks', '“a” is '],
    ['full stops', 'A. b '],
    ['commas', 'a, '],
    ['brackets', 'a (b, '],
    ['counted things', 'two a-b-'],
    ['reasons', 'it is so because it '],
    ['conditions', 'If it is, it is, '],
    ['contrasts', 'one rather than '],
    ['figures', '20% of 1,000 '],
    ['names', 'Ada Bell, '],
    ['spaces', ' '],
  ])('take time in proportion to a passage of many %s', (_name, bait) => {
    const text = `x${bait.repeat(200_000 / bait.length)}:`;
    const long = passageOf('x', { text, span: { start: 0, end: text.length } });
    const item = { ...long, kind: 'item' as const, ordered: true, number: 1, list: 0, level: 1 };
    const source = documentOf([heading('Why?'), long, item, { ...item, number: 2 }]);
    const started = process.cpuUsage().user;
    draftByRules(source);
    expect((process.cpuUsage().user - started) / 1e6).toBeLessThan(1);
  });
});

describe('ruleDrafter', () => {
  it('gives the rules’ drafts in the order of the document', async () => {
    const source = readSource(
      '# T\n\nA *b* is a thing that flies.\n\n## Why?\n\nBecause.\n',
      'a.md',
    );
    const drafts = await ruleDrafter.draft(source, {});
    expect(drafts.map(({ rule }) => rule)).toEqual(['defining-sentence', 'question-heading']);
  });

  it('stops before it starts where it is told to', async () => {
    const signal = AbortSignal.abort();
    await expect(ruleDrafter.draft(documentOf([]), { signal })).rejects.toThrow(/abort/i);
  });
});
