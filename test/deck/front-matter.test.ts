import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { readFrontMatter } from '../../src/deck/front-matter.ts';
import { linesOf } from '../../src/deck/lines.ts';
import { parseDeck } from '../../src/deck/parse.ts';

function read(text: string): ReturnType<typeof readFrontMatter> {
  return readFrontMatter(linesOf(text), 'a.md');
}

describe('front matter in YAML', () => {
  it.each([
    'title: Plain words, with a comma',
    'title: "Quoted: \\"so\\" \\u00e9"',
    "title: 'It''s'",
    'title: A thing # a remark',
    'title: C# and F#',
    '"title": Key in quotes',
    'title:   \n  On the next line',
    'title: On two\n  lines',
    'title: |\n  A block\n  of two',
    'title: >-\n  Folded\n  text',
    'title: 2026',
    'title: ~',
    'title:',
    'tags: [a, "b c", \'d\']\ntitle: x',
    'tags: [a,\n  b,\n  c]\ntitle: x',
    'tags:\n  - a\n  - "b"\ntitle: x',
    'tags:\n- a\n- b # why\ntitle: x',
    'tags: []\ntitle: x',
    'aliases:\n  - title: not this\nauthor: {name: nor this}\ntitle: this',
    '# a remark\ndate: 2026-11-01\ncssclasses: [wide]\n\ntitle: After others',
  ])('%j is read as YAML means it', (body) => {
    const expected = parseYaml(body) as { title?: unknown; tags?: unknown };
    const front = read(`---\n${body}\n---\n`);
    const title = expected.title ?? undefined;
    expect(front.title).toBe(
      title === undefined ? undefined : String(title).replaceAll(/\s+/g, ' ').trim(),
    );
    const tags = (expected.tags ?? []) as readonly string[];
    expect(front.tags).toEqual(tags.map((tag) => tag.replaceAll(' ', '-')));
    expect(front.problems).toEqual([]);
  });

  it('takes name for title, tags from a text, and hashes off tags', () => {
    expect(read('---\nname: N\ntags: "#one, two #one"\n---\n')).toMatchObject({
      title: 'N',
      tags: ['one', 'two'],
    });
  });

  it.each([
    ['title: {a: b}', 'title'],
    ['title: *other', 'title'],
    ['title: [a, b]', 'title'],
    ['tags: [{a: b}]', 'tags'],
    ['tags: [a', 'tags'],
  ])('reports %j, which is no text or list', (body, key) => {
    const [problem] = read(`---\nx: y\n${body}\n---\n`).problems;
    expect(problem).toMatchObject({ rule: 'front-matter', line: 3, severity: 'error' });
    expect(problem?.message).toContain(`"${key}"`);
  });
});

describe('front matter in TOML', () => {
  it.each(['---', '+++'])('is read between %s', (mark) => {
    const text = `${mark}\nname = "N"\ntags = ["a", "b"]\nupdated = 2026-11-01\n[extra]\ntitle = "no"\n${mark}\n`;
    expect(read(text)).toMatchObject({ title: 'N', tags: ['a', 'b'], problems: [] });
  });

  it('is reported with its line where it is broken', () => {
    const deck = parseDeck('---\nname = "N"\ntags = [\n---\nQ: q\nA: a\n', { path: 'x/deck.md' });
    expect(deck.problems).toMatchObject([{ rule: 'front-matter', severity: 'error' }]);
    expect(deck.title).toBe('deck');
    expect(deck.cards).toHaveLength(1);
  });
});

describe('a file without front matter', () => {
  it.each(['', 'title: x\n', '---\nQ: q\nA: a\n---\n', '---\ntitle: open\n', ' ---\na: b\n---\n'])(
    '%j has none',
    (text) => expect(read(text)).toMatchObject({ end: 0, tags: [] }),
  );
});

it('an unknown notation is reported and not used', () => {
  const front = read('---\nnotation: anki\n---\n');
  expect(front.notation).toBeUndefined();
  expect(front.problems).toMatchObject([{ line: 2, message: 'the notation "anki" is not known' }]);
});
