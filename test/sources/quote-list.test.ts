import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { documentSpan } from '../../src/markdown/mapped-text.ts';
import type { Passage, Source } from '../../src/model/source.ts';
import { quoteListReader } from '../../src/sources/quote-list.ts';

type Quote = Extract<Passage, { kind: 'quote' }>;

function quotesOf(source: Source): Quote[] {
  return source.passages.filter((passage): passage is Quote => passage.kind === 'quote');
}

describe('quoteListReader', () => {
  const file = path.join(import.meta.dirname, '../fixtures/sources/sayings.txt');
  const text = readFileSync(file, 'utf8');
  const source = quoteListReader.read(text, 'sayings.txt');

  it('knows whose sayings they are from the title', () => {
    expect(source).toMatchObject({ title: 'Quotes of Ada Worker', author: 'Ada Worker' });
    const titles = ['Ada Worker’s Sayings', 'Lessons from Ada Worker', 'Wisdom by Ada Worker'];
    for (const title of titles)
      expect(quoteListReader.read(`${title}\n\n- "A." — B\n`, 'x.txt').author).toBe('Ada Worker');
    expect(
      quoteListReader.read('Quotes of the day\n\n- "A." — B\n', 'x.txt').author,
    ).toBeUndefined();
  });

  it('keeps part and number apart where the numbering starts again', () => {
    expect(quotesOf(source).map(({ part, number, topic }) => [part, number, topic])).toEqual([
      ['Part 1: Hives', 1, 'honey'],
      ['Part 1: Hives', 2, 'the definition of a swarm'],
      ['Part 1: Hives', 3, 'smoke'],
      ['Part 2: Weather', 1, 'rain'],
    ]);
  });

  it('takes the whole saying, quotation marks and dashes inside included', () => {
    expect(quotesOf(source).map(({ quote }) => quote)).toEqual([
      'Honey is "slow" sunlight.',
      'A swarm is a queen with friends.',
      'Less is — often — more.',
      'Rain is a day off.',
    ]);
  });

  it('tells a publication from a person', () => {
    expect(quotesOf(source)[0]).toMatchObject({
      attributedTo: 'The Hive',
      fromPublication: true,
      speaker: 'Ada Worker',
    });
    const [person] = quotesOf(quoteListReader.read('- "Be." — Seneca, Letters 13\n', 'x.txt'));
    expect(person).toMatchObject({
      attributedTo: 'Seneca, Letters 13',
      fromPublication: false,
      speaker: 'Seneca, Letters 13',
      topic: '',
    });
  });

  it('leads each saying back to its place, with CRLF too', () => {
    const document = text.replaceAll('\n', '\r\n');
    for (const quote of quotesOf(quoteListReader.read(document, 'x.txt'))) {
      const span = documentSpan(quote, { start: 0, end: quote.text.length });
      expect(document.slice(span.start, span.end)).toBe(quote.quote);
    }
  });

  it('knows a quote list by its lines, and takes no article for one', () => {
    expect(quoteListReader.detect(text, 'x.txt')).toBeGreaterThan(0.9);
    expect(quoteListReader.detect('She said "yes" — and left.\n'.repeat(9), 'x.txt')).toBe(0);
  });

  it('reads hostile lines in bounded time', () => {
    const started = process.cpuUsage().user;
    const bait = `1. On ${'a '.repeat(80)}: "${'" — '.repeat(4000)}`;
    quoteListReader.read(`${bait}\n`.repeat(50), 'x.txt');
    quoteListReader.read(`- "${'x'.repeat(2_000_000)}`, 'x.txt');
    expect((process.cpuUsage().user - started) / 1e6).toBeLessThan(2);
  });
});

const seed = path.resolve(import.meta.dirname, '../../../shared/seeds/002_44192f4c6c60c033.txt');

describe.skipIf(!existsSync(seed))(
  'quoteListReader on the real list (skipped where it is not at hand)',
  () => {
    it('finds 75 quotes in eight parts, all of one speaker, each with a publication', () => {
      const quotes = quotesOf(quoteListReader.read(readFileSync(seed, 'utf8'), '002.txt'));
      expect(quotes).toHaveLength(75);
      expect(new Set(quotes.map(({ part }) => part)).size).toBe(8);
      expect(new Set(quotes.map(({ part, number }) => `${part}/${number}`)).size).toBe(75);
      expect(new Set(quotes.map(({ speaker }) => speaker))).toEqual(new Set(['Jan Leike']));
      expect(
        quotes.every(
          ({ fromPublication, attributedTo, topic }) =>
            fromPublication && attributedTo !== '' && topic !== '',
        ),
      ).toBe(true);
    });
  },
);
