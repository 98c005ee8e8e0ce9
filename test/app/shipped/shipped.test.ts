import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Package, refreshShipped, thisPackage } from '../../../src/app/shipped/shipped.ts';

let folder: string;
let root: string;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'tenet-shipped-')));
  root = path.join(folder, 'home/tenet');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(base: string, files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(base, file)), { recursive: true });
    writeFileSync(path.join(base, file), text);
  }
}

function packageWith(version: string, files: Readonly<Record<string, string>>): Package {
  const base = path.join(folder, `package-${version}`);
  for (const name of ['decks', 'source-docs'])
    mkdirSync(path.join(base, name), { recursive: true });
  write(base, files);
  return { root: base, version };
}

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const card = (id: string, answer: string): string =>
  `Q: What is ${id}?\nA: ${answer}\n<!-- id: ${id} -->\n`;

const first = {
  'decks/a.md': `${card('aa-1', 'one')}\n${card('aa-2', 'two')}`,
  'decks/.tenet/ledger.jsonl': '{"id":"aa-1"}\n',
  'source-docs/01.md': '# One\n',
};

describe('the first run', () => {
  it("makes the user's collection with copies of what the package ships", async () => {
    const from = packageWith('1.0.0', { ...first, 'decks/.DS_Store': 'rubbish' });
    expect(await refreshShipped(root, from)).toEqual([
      `Made your collection in ${root}: a reader and its decks to start with.`,
    ]);
    for (const [file, text] of Object.entries(first)) expect(read(file)).toBe(text);
    expect(existsSync(path.join(root, 'decks/.DS_Store'))).toBe(false);
    expect(read('tenet.toml')).toMatch(/^id = "[0-9a-z]{13}"$/m);
    expect(readdirSync(path.dirname(root))).toEqual(['tenet']);
    expect(await refreshShipped(root, from)).toEqual([]);
  });

  it('fills an empty folder, and leaves one alone that has something in it', async () => {
    const from = packageWith('1.0.0', first);
    mkdirSync(root, { recursive: true });
    expect(await refreshShipped(root, from)).toHaveLength(1);
    rmSync(root, { recursive: true });
    write(root, { 'thesis.txt': 'years of work' });
    await expect(refreshShipped(root, from)).rejects.toThrow(
      `${root}: your collection would go here, but something else is here already`,
    );
    expect(readdirSync(root)).toEqual(['thesis.txt']);
    expect(readdirSync(path.dirname(root))).toEqual(['tenet']);
  });

  it('has a package to copy from', () => {
    const { root, version } = thisPackage();
    expect(existsSync(path.join(root, 'source-docs'))).toBe(true);
    expect(version).toMatch(/^\d+\.\d+\.\d+/);
  });
});

describe('an upgrade', () => {
  const second = {
    'decks/a.md': `${card('aa-1', 'one, better')}\n${card('aa-2', 'two, better')}\n${card('aa-3', 'three')}`,
    'decks/b.md': card('bb-1', 'new'),
    'decks/.tenet/ledger.jsonl': '{"id":"aa-1"}\n{"id":"bb-1"}\n',
    'source-docs/01.md': '# One, better\n',
    'source-docs/02.md': '# Two\n',
  };

  it('merges the newer package, says it in a sentence, and then has nothing to do', async () => {
    await refreshShipped(root, packageWith('1.0.0', first));
    write(root, {
      'decks/a.md': first['decks/a.md'].replace('A: two', 'A: my own words'),
      'source-docs/01.md': '# My own chapter\n',
    });
    const from = packageWith('1.1.0', second);
    expect(await refreshShipped(root, from)).toEqual([
      'tenet 1.1.0: cards: 2 new, 1 changed; document: 1 new. 2 that you edited stay as you wrote them.',
    ]);
    expect(read('decks/a.md')).toBe(
      `${card('aa-1', 'one, better')}\n${card('aa-2', 'my own words')}\n${card('aa-3', 'three')}`,
    );
    expect(read('decks/b.md')).toBe(second['decks/b.md']);
    expect(read('decks/.tenet/ledger.jsonl')).toBe(second['decks/.tenet/ledger.jsonl']);
    expect(read('source-docs/01.md')).toBe('# My own chapter\n');
    expect(read('source-docs/02.md')).toBe('# Two\n');
    expect(await refreshShipped(root, from)).toEqual([]);
  });

  it('knows what it brought: a card that is deleted afterwards stays gone in the next one', async () => {
    await refreshShipped(root, packageWith('1.0.0', first));
    await refreshShipped(root, packageWith('1.1.0', second));
    rmSync(path.join(root, 'decks/b.md'));
    write(root, { 'decks/a.md': read('decks/a.md').replace(card('aa-3', 'three'), '') });
    const third = packageWith('1.2.0', {
      ...second,
      'decks/b.md': `${card('bb-1', 'newer')}\n${card('bb-2', 'x')}`,
      'source-docs/02.md': '# Two, better\n',
    });
    expect(await refreshShipped(root, third)).toEqual(['tenet 1.2.0: document: 1 changed.']);
    expect(existsSync(path.join(root, 'decks/b.md'))).toBe(false);
    expect(read('decks/a.md')).not.toContain('aa-3');
  });

  it('says nothing when the package is a new one with the same content', async () => {
    await refreshShipped(root, packageWith('1.0.0', first));
    expect(await refreshShipped(root, packageWith('1.0.1', first))).toEqual([]);
  });

  it('that is cut short is finished the next time, over no edit that was made between', async () => {
    await refreshShipped(root, packageWith('1.0.0', first));
    const from = packageWith('1.1.0', {
      ...second,
      // The first deck gives a card away to the one that cannot be written.
      'decks/a.md': card('aa-1', 'one, better'),
      'decks/in/the/way.md': card('aa-2', 'two'),
    });
    write(root, { 'decks/in': 'a file where a folder must be' });
    await expect(refreshShipped(root, from)).rejects.toThrow('decks/in');
    expect(read('decks/a.md')).not.toContain('aa-2');
    rmSync(path.join(root, 'decks/in'));
    write(root, { 'source-docs/01.md': '# Edited meanwhile\n' });
    await refreshShipped(root, from);
    expect(read('decks/in/the/way.md')).toBe(card('aa-2', 'two'));
    expect(read('decks/a.md')).toBe(card('aa-1', 'one, better'));
    expect(read('source-docs/01.md')).toBe('# Edited meanwhile\n');
    expect(readdirSync(path.join(root, '.tenet')).sort()).toEqual([
      'shipped-texts.json',
      'shipped.json',
    ]);
  });

  it('leaves everything as it is when it cannot know what was edited', async () => {
    await refreshShipped(root, packageWith('1.0.0', first));
    rmSync(path.join(root, '.tenet/shipped-texts.json'));
    const from = packageWith('1.1.0', second);
    expect((await refreshShipped(root, from))[0]).toContain('its decks stay as they are');
    expect(read('decks/a.md')).toBe(first['decks/a.md']);
    expect(await refreshShipped(root, from)).toEqual([]);
  });

  it('does not touch a collection that does not follow the package', async () => {
    write(root, { 'tenet.toml': 'id = "mine"\n' });
    expect(await refreshShipped(root, packageWith('1.0.0', first))).toEqual([]);
    expect(readdirSync(root)).toEqual(['tenet.toml']);
  });
});
