import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listDeckFiles, mayBeThere } from '../../../src/app/decks/deck-files.ts';
import { readDeckFile } from '../../../src/app/decks/read-deck-file.ts';
import type { DeckReading } from '../../../src/app/decks/read-deck-file.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tenet-files-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function put(file: string, text: string | Uint8Array = 'Q: a?\nA: b\n'): string {
  const absolute = path.join(folder, file);
  mkdirSync(path.dirname(absolute), { recursive: true });
  writeFileSync(absolute, text);
  return absolute;
}

function list(skipped?: string): ReturnType<typeof listDeckFiles> {
  return listDeckFiles(path.join(folder, 'decks'), folder, skipped);
}

function read(file: string, largestBytes?: number): DeckReading {
  const found = list().files.find(({ path: listed }) => listed === file);
  if (found === undefined) throw new Error(`${file} was not listed`);
  return readDeckFile(found, largestBytes);
}

describe('the list of deck files', () => {
  it('has the Markdown files of all folders, in the order of their paths', () => {
    for (const file of ['b.md', 'a/z.md', 'a/a.md', 'c.txt', '.hidden/x.md', '.y.md'])
      put(`decks/${file}`);
    expect(list().files.map(({ path: file }) => file)).toEqual([
      'decks/a/a.md',
      'decks/a/z.md',
      'decks/b.md',
    ]);
  });

  it('gives paths relative to the collection, also where the decks are the collection', () => {
    put('a.md');
    expect(listDeckFiles(folder, folder).files.map(({ path: file }) => file)).toEqual(['a.md']);
  });

  it('does not look into a folder that is to be skipped', () => {
    put('decks/a.md');
    put('decks/drafts/b.md');
    expect(list(path.join(folder, 'decks/drafts')).files).toHaveLength(1);
  });

  it('follows links to files and folders, and each real folder once', () => {
    put('decks/real/a.md');
    put('elsewhere/b.md');
    put('single.md');
    symlinkSync(path.join(folder, 'elsewhere'), path.join(folder, 'decks/linked'));
    symlinkSync(path.join(folder, 'decks/real'), path.join(folder, 'decks/again'));
    symlinkSync(path.join(folder, 'single.md'), path.join(folder, 'decks/single.md'));
    const { files, problems } = list();
    expect(files.map(({ path: file }) => file)).toEqual([
      'decks/linked/b.md',
      'decks/real/a.md',
      'decks/single.md',
    ]);
    expect(problems).toMatchObject([{ file: 'decks/again', rule: 'folder-twice' }]);
  });

  it('ends where links lead in a circle', () => {
    put('decks/a.md');
    symlinkSync(path.join(folder, 'decks'), path.join(folder, 'decks/loop'));
    symlinkSync(path.join(folder, 'decks/self'), path.join(folder, 'decks/self'));
    const { files, problems, unknown } = list();
    expect(files).toHaveLength(1);
    expect(problems.map(({ file, rule }) => [file, rule])).toEqual([
      ['decks/self', 'file-unreadable'],
      ['decks/loop', 'folder-twice'],
    ]);
    expect(unknown).toEqual(['decks/self']);
  });

  it('takes a link that leads nowhere for a deck only by its name, and waits for what it held', () => {
    put('decks/a.md');
    for (const name of ['gone.md', 'notes.txt', 'folder'])
      symlinkSync(path.join(folder, 'elsewhere', name), path.join(folder, 'decks', name));
    const listing = list();
    expect(listing.files).toHaveLength(1);
    expect(listing.problems.map(({ file, severity }) => [file, severity]).sort()).toEqual([
      ['decks/folder', 'warning'],
      ['decks/gone.md', 'error'],
      ['decks/notes.txt', 'warning'],
    ]);
    expect(mayBeThere('decks/folder/b.md', listing)).toBe(true);
    expect(mayBeThere('decks/gone.md', listing)).toBe(true);
  });

  it('passes over a file that is removed while it looks', async () => {
    put('decks/a.md');
    const flickering = new Worker(
      `const { rmSync, writeFileSync } = require('node:fs');
      const { workerData } = require('node:worker_threads');
      for (let n = 0; ; n = (n + 1) % 20) {
        const file = workerData + '/b' + n + '.md';
        writeFileSync(file, '');
        rmSync(file);
      }`,
      { eval: true, workerData: path.join(folder, 'decks') },
    );
    let flickers = 0;
    const problems: unknown[] = [];
    for (const endMs = Date.now() + 5000; flickers < 100 && Date.now() < endMs;) {
      const listing = list();
      flickers += listing.files.length - 1;
      problems.push(...listing.problems);
      await setImmediate();
    }
    await flickering.terminate();
    expect(flickers).toBeGreaterThan(0);
    expect(problems).toEqual([]);
  });

  it.skipIf(process.platform !== 'linux')('says so of a file whose name is not UTF-8', () => {
    put('decks/a.md');
    writeFileSync(
      Buffer.concat([Buffer.from(`${folder}/decks/caf`), Buffer.from([0xe9, 0x2e, 0x6d, 0x64])]),
      '',
    );
    const { files, problems } = list();
    expect(files).toHaveLength(1);
    expect(problems).toMatchObject([{ rule: 'file-unreadable', severity: 'error' }]);
    expect(problems[0]?.message).toContain('not UTF-8');
  });

  it('knows nothing of what lies below a folder that cannot be listed', () => {
    const missing = list();
    expect(missing.problems).toMatchObject([{ file: 'decks', rule: 'folder-unreadable' }]);
    expect(mayBeThere('decks/a.md', missing)).toBe(true);
    expect(mayBeThere('other/a.md', missing)).toBe(false);
  });

  it.skipIf(process.platform === 'win32')(
    'never waits for a pipe that is named like a deck',
    () => {
      put('decks/a.md');
      execFileSync('mkfifo', [path.join(folder, 'decks/pipe.md')]);
      const { files, problems } = list();
      expect(files).toHaveLength(1);
      expect(problems).toMatchObject([{ file: 'decks/pipe.md', rule: 'not-a-file' }]);
    },
  );
});

describe('reading a deck file', () => {
  it('gives its text with the byte order mark, and what it is known by', () => {
    put('decks/a.md', '\ufeffQ: ä?\r\nA: b\r\n');
    put('decks/b.md', '\ufeffQ: ä?\r\nA: b\r\n');
    const [a, b] = [read('decks/a.md'), read('decks/b.md')];
    expect(a).toMatchObject({ kind: 'text', text: '\ufeffQ: ä?\r\nA: b\r\n' });
    expect(a.kind === 'text' && b.kind === 'text' && a.hash === b.hash).toBe(true);
  });

  it('names the line that is not UTF-8', () => {
    put('decks/a.md', Buffer.concat([Buffer.from('Q: ä?\nA: '), Buffer.from([0xe4, 0x0a])]));
    expect(read('decks/a.md')).toMatchObject({
      kind: 'problem',
      problem: { file: 'decks/a.md', line: 2, rule: 'not-utf-8', severity: 'error' },
    });
  });

  it('refuses what is binary or too large without reading it whole', () => {
    put('decks/binary.md', Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 0, 1]));
    const large = put('decks/large.md', '');
    truncateSync(large, 200 * 1024 * 1024);
    expect(read('decks/binary.md')).toMatchObject({ problem: { rule: 'binary-file' } });
    expect(read('decks/large.md')).toMatchObject({
      problem: { rule: 'file-too-large', message: '200 MB are too much for a deck' },
    });
  });

  it('says so when the file is gone before it is read', () => {
    put('decks/a.md');
    const [file] = list().files;
    rmSync(path.join(folder, 'decks/a.md'));
    expect(file && readDeckFile(file)).toMatchObject({ problem: { rule: 'file-unreadable' } });
  });
});
