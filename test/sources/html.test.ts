import { describe, expect, it } from 'vitest';
import { TenetError } from '../../src/model/problem.ts';
import type { Passage } from '../../src/model/source.ts';
import { htmlReader } from '../../src/sources/html.ts';
import { fixture } from './seeds.ts';

const text = fixture('page.html');
const source = htmlReader.read(text, 'page.html');
const body = source.passages.filter(({ region }) => region === 'body');

function page(inner: string): Passage[] {
  return [...htmlReader.read(`<!doctype html><body>${inner}`, 'a.html').passages];
}

describe('htmlReader', () => {
  it('takes title and author', () => {
    expect(source).toMatchObject({ title: 'Why bees dance', author: 'Ada Worker', kind: 'html' });
  });

  it('keeps the article and drops menus, banners, comments, related links and the footer', () => {
    expect(body.map(({ kind, text: words }) => [kind, words.slice(0, 30)])).toEqual([
      ['heading', 'Why bees dance'],
      ['paragraph', 'Bees dance because they want t'],
      ['heading', 'Why does the dance matter?'],
      ['paragraph', 'Because others fly where it po'],
      ['item', 'Drone — a male bee.'],
      ['item', 'Worker'],
      ['item', 'nested one'],
      ['row', 'queen six'],
      ['definition', 'What a bee is born to do.'],
    ]);
    expect(source.passages.length).toBeGreaterThan(body.length);
  });

  it('reads lists, tables and definitions as what they are', () => {
    expect(body[4]).toMatchObject({ ordered: false, number: 1, level: 1 });
    expect(body[6]).toMatchObject({ level: 2 });
    expect(body[7]).toMatchObject({ header: ['Bee', 'Legs'], cells: ['queen', 'six'] });
    expect(body[8]).toMatchObject({ term: 'Caste' });
  });

  it('keeps emphasis, resolves character references, drops footnote marks and scripts', () => {
    const [, first] = body;
    expect(first?.text).toContain('food is & how far it is, as Frisch found in 1927. It');
    expect(first?.marks).toMatchObject([{ kind: 'emphasis' }]);
    expect(source.passages.map(({ text: words }) => words).join(' ')).not.toContain('not this');
  });

  it('leads back to the unchanged page', () => {
    const heading = body[2];
    expect(text.slice(heading?.span.start, heading?.span.end)).toBe('Why does the dance matter?');
    expect(heading).toMatchObject({ fragment: 'why', headings: ['Why bees dance'] });
  });

  it('prefers the article to what surrounds it, without classes to go by', () => {
    const prose =
      'The hive keeps its food in cells that face the south, since the sun warms them there first.';
    const passages = page(
      `<table><tr><td><a href=1>One</a></table><div><main><p>${prose}</p><p>${prose}</p></main><p>Short note.</p></div>`,
    );
    expect(passages.filter(({ region }) => region === 'body').map(({ kind }) => kind)).toEqual([
      'paragraph',
      'paragraph',
    ]);
  });

  it('says so where a page shows nothing without its scripts', () => {
    expect(() => page('<div id=app></div><script>start()</script>')).toThrow(TenetError);
  });

  it('reads a page of 150,000 blocks', () => {
    const blocks = 'A'.concat('<p>It is so.'.repeat(150_000));
    expect(htmlReader.read(`<!doctype html>${blocks}`, 'a.html').passages).toHaveLength(150_001);
  });

  it('refuses a million tags and endless nesting, with the place', () => {
    expect(() => page('<b>x</b>'.repeat(500_000))).toThrow(/a\.html:1:\d+ more than 250000 tags/);
    expect(() => page('<div>'.repeat(10_000))).toThrow(/nested more than 400 deep/);
  });
});
