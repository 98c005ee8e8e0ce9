import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { documentSpan } from '../../src/markdown/mapped-text.ts';
import { plainTextReader } from '../../src/sources/plain-text.ts';

const file = path.join(import.meta.dirname, '../fixtures/sources/keeper.txt');
const text = readFileSync(file, 'utf8');
const source = plainTextReader.read(text, 'keeper.txt');

describe('plainTextReader', () => {
  it('takes short lines that stand alone as headings', () => {
    expect(
      source.passages.flatMap((passage) =>
        passage.kind === 'heading' ? [[passage.depth, passage.text]] : [],
      ),
    ).toEqual([
      [1, 'Ada Worker'],
      [2, 'The Open Hive'],
      [2, 'Views'],
    ]);
    expect(source.title).toBe('Ada Worker');
  });

  it('reads numbered items as one list, with the headings above', () => {
    const items = source.passages.filter((passage) => passage.kind === 'item');
    expect(items).toMatchObject([
      { ordered: true, number: 1, list: 0, headings: ['Ada Worker', 'The Open Hive'] },
      { ordered: true, number: 2, list: 0 },
    ]);
  });

  it('shows slugs as words, and leaves the hyphens of English alone', () => {
    const shown = source.passages.map((passage) => passage.text).join('\n');
    expect(shown).toContain('a honey bee keeper');
    expect(shown).toContain('four-year plans');
    expect(shown).toContain('co-wrote');
    expect(shown).toContain('queen care — ');
    expect(shown).toContain('Carl Frisch’s work');
    expect(shown).toContain('handbook for OpenHive');
    expect(shown).toContain('the NNP rule');
  });

  it('leaves an ordinary text as it is', () => {
    const plain = 'A Title\n\nThe honey-bee flies for openhive and OpenHive.\n';
    expect(plainTextReader.read(plain, 'x.txt').passages[1]?.text).toBe(
      'The honey-bee flies for openhive and OpenHive.',
    );
  });

  it('keeps the document unchanged and leads back to it', () => {
    expect(source.text).toBe(text);
    const item = source.passages.find((passage) => passage.text.startsWith('queen care'));
    const span = documentSpan(item ?? { steps: [] }, { start: 0, end: 10 });
    expect(text.slice(span.start, span.end)).toBe('queen-care');
  });

  it('joins the lines of a paragraph', () => {
    expect(source.passages[1]?.text).toMatch(/^Ada Worker is .* plans\. She .*\.$/);
  });
});

const seed = path.resolve(import.meta.dirname, '../../../shared/seeds/004_a239f73175304aca.txt');

describe.skipIf(!existsSync(seed))(
  'plainTextReader on the real biography (skipped where it is not at hand)',
  () => {
    it('finds its sections and its three numbered terms, without slugs', () => {
      const read = plainTextReader.read(readFileSync(seed, 'utf8'), '004.txt');
      const headings = read.passages.filter((passage) => passage.kind === 'heading');
      expect(headings.map((passage) => passage.text)).toHaveLength(4);
      const items = read.passages.filter((passage) => passage.kind === 'item');
      expect(items.map((passage) => passage.text.split(' — ')[0])).toEqual([
        'mechanistic interpretability',
        'Generalization',
        'scalable oversight',
      ]);
      const all = read.passages.map((passage) => passage.text).join(' ');
      expect(all).not.toMatch(/ai-alignment|paul-christiano|openai\b|rlhf/);
      expect(all).toContain('Paul Christiano’s work on iterative amplification');
    });
  },
);
