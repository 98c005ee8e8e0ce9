import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import type { AnkiExportReport } from '../../src/app/export/anki.ts';
import type { ImportReport } from '../../src/app/import/report.ts';
import { Home } from './support/run-tenet.ts';

const rocks = [
  '# Rocks',
  '',
  '## Melts',
  '',
  'Q: What is molten rock below ground called?',
  'A: **Magma**.',
  'S: [The survey](https://example.org/survey)',
  '<!-- id: rockscard0001 -->',
  '',
  'C: Basalt is [mafic], granite is [felsic].',
  '<!-- id: rockscard0002 -->',
  '',
].join('\n');

const homes: Home[] = [];

afterEach(() => {
  for (const home of homes.splice(0)) home.close();
});

function open(files: Readonly<Record<string, string | Uint8Array>> = {}): Home {
  const home = new Home(files);
  homes.push(home);
  return home;
}

/** A collection with a card that was answered "good". */
function studied(): Home {
  const home = open({ 'decks/rocks.md': rocks });
  expect(home.tenet('review', '--plain').typing('\n3\nq\n').run().status).toBe(0);
  return home;
}

function exported(home: Home, format: string, file: string, ...options: readonly string[]): void {
  const { status, stderr } = home.tenet('export', format, ...options, '--out', file).run();
  expect(stderr).toBe('');
  expect(status).toBe(0);
}

function logOf(home: Home): readonly string[] {
  return home.tenet('log', 'export').run().stdout.trimEnd().split('\n');
}

describe('tenet export and import', () => {
  it('carry cards and their history to another collection as a package of Anki', () => {
    const home = studied();
    const args = ['export', 'anki', '--with-history', '--out', 'rocks.apkg'];
    const run = home.tenet('--json', ...args).run();
    expect(run.status).toBe(0);
    expect(run.json<AnkiExportReport>()).toMatchObject({ notes: 2, cards: 3, logRows: 1 });
    const other = open();
    const file = other.write('rocks.apkg', readFileSync(home.path('notes/rocks.apkg')));
    const taken = other.tenet('--json', 'import', file).run();
    expect(taken.json<ImportReport>()).toMatchObject({ added: 2, files: ['decks/rocks.md'] });
    const deck = other.read('notes/decks/rocks.md');
    for (const line of rocks.split('\n')) expect(deck).toContain(line);
    expect(logOf(other).join('\n')).toContain('"kind":"answer"');
    const again = other.tenet('--json', 'import', file).run();
    expect(again.json<ImportReport>()).toMatchObject({
      added: 0,
      updated: 0,
      unchanged: 2,
      events: 0,
    });
  });

  it('leave the history at home when told to', () => {
    const home = studied();
    const args = ['export', 'anki', '--without-history', '--out', 'rocks.apkg'];
    const run = home.tenet('--json', ...args).run();
    expect(run.json<AnkiExportReport>()).toMatchObject({ history: false, logRows: 0 });
  });

  it('write separated text that is read back', () => {
    const home = studied();
    exported(home, 'csv', 'rocks.csv');
    expect(home.read('notes/rocks.csv')).toMatch(/^#separator:tab\n/);
    const other = open();
    const file = other.write('rocks.csv', readFileSync(home.path('notes/rocks.csv')));
    expect(other.tenet('--json', 'import', file).run().json<ImportReport>().added).toBe(2);
  });

  it('write JSON that brings back the decks word for word and the whole log', () => {
    const home = studied();
    exported(home, 'json', 'all.json', '--with-history');
    const other = open();
    const file = other.write('all.json', readFileSync(home.path('notes/all.json')));
    expect(other.tenet('import', file).run().status).toBe(0);
    expect(other.read('notes/decks/rocks.md')).toBe(rocks);
    expect(logOf(other)).toEqual(logOf(home));
  });
});

describe('tenet import of what is no package', () => {
  it('says so in plain words and changes nothing', () => {
    const home = open({ 'decks/rocks.md': rocks });
    const file = home.write('odd.apkg', 'PK\u0003\u0004 and then nothing of use');
    const { status, stdout, stderr } = home.tenet('import', file).run();
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^tenet: .*odd\.apkg is not a whole zip file: .*\n.*\n$/);
    expect(home.read('notes/decks/rocks.md')).toBe(rocks);
  });
});

describe('tenet export to what it does not know', () => {
  it('names the formats', () => {
    const { status, stderr } = open({ 'decks/rocks.md': rocks }).tenet('export', 'docx').run();
    expect(status).toBe(2);
    expect(stderr).toMatch(/^tenet: export does not know "docx"\n.*anki, csv, json/);
  });
});
