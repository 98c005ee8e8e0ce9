import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Asked,
  type Collection,
  findCollection,
} from '../../../src/app/collection/collection.ts';
import { initCollection } from '../../../src/app/collection/init.ts';

let home: string;

beforeEach(() => {
  home = realpathSync(mkdtempSync(path.join(tmpdir(), 'tenet-home-')));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

function write(file: string, text: string): string {
  const full = path.join(home, file);
  mkdirSync(path.dirname(full), { recursive: true });
  writeFileSync(full, text);
  return full;
}

function find(asked: Partial<Asked> = {}, env: Asked['env'] = {}): Collection {
  return findCollection({ cwd: home, platform: 'linux', ...asked, env: { HOME: home, ...env } });
}

describe('which collection is meant', () => {
  beforeEach(() => {
    write('books/tenet.toml', 'id = "books"\ntitle = "Books"\n');
    write('books/decks/history/rome.md', 'Q: a\nA: b\n');
    write('papers/tenet.toml', 'id = "papers"\n');
  });

  it('is the one of --decks, then that of TENET_DECKS, then the nearest one upward', () => {
    const cwd = path.join(home, 'books/decks/history');
    const env = { TENET_DECKS: '../../../papers' };
    expect(find({ cwd, decks: path.join(home, 'books') }, env).id).toBe('books');
    expect(find({ cwd }, env).id).toBe('papers');
    expect(find({ cwd }, { TENET_DECKS: '' }).id).toBe('books');
    expect(find({ cwd })).toMatchObject({
      root: path.join(home, 'books'),
      title: 'Books',
      decks: path.join(home, 'books/decks'),
      manifest: path.join(home, 'books/tenet.toml'),
      own: false,
      database: path.join(home, '.local/share/tenet/books.db'),
    });
  });

  it("is the user's own one where nothing else is named, in ~/tenet or where the settings say", () => {
    expect(find()).toMatchObject({ root: path.join(home, 'tenet'), own: true, manifest: null });
    write('.config/tenet/config.toml', 'collection = "~/books"');
    expect(find()).toMatchObject({ id: 'books', own: true });
  });

  it('is the collection when a folder of its decks is named, so that its history is found', () => {
    expect(find({ decks: 'books/decks' }).id).toBe('books');
    expect(find({ decks: 'books/decks/history' }).id).toBe('books');
    mkdirSync(path.join(home, 'books/fixtures'));
    expect(find({ decks: 'books/fixtures' }).id).toMatch(/^folder-/);
  });

  it('has the database that --db or TENET_DB names, seen from the working folder', () => {
    const cwd = path.join(home, 'books');
    expect(find({ cwd, db: 'mine.db' }, { TENET_DB: '/other.db' }).database).toBe(
      path.join(cwd, 'mine.db'),
    );
    expect(find({ cwd }, { TENET_DB: '/other.db' }).database).toBe('/other.db');
  });

  it('cannot be a link that leads in a circle', () => {
    symlinkSync(path.join(home, 'loop'), path.join(home, 'loop'));
    expect(() => find({ decks: 'loop' })).toThrow('its links lead in a circle');
  });

  it.each([
    ['nowhere', 'there is no such folder'],
    ['books/tenet.toml', 'this is no folder, and a collection is one'],
  ])('cannot be %s', (decks, message) => {
    expect(() => find({ decks })).toThrow(`${path.join(home, decks)}: ${message}`);
  });
});

describe('a plain folder of decks', () => {
  it('is a collection with all of it for decks, whose id stays while it stays where it is', () => {
    write('cards/rome.md', 'Q: a\nA: b\n');
    const cards = find({ decks: 'cards' });
    expect(cards).toMatchObject({
      root: path.join(home, 'cards'),
      decks: path.join(home, 'cards'),
    });
    expect(cards).toMatchObject({ manifest: null, own: false, title: 'cards' });
    symlinkSync(path.join(home, 'cards'), path.join(home, 'link'));
    expect(find({ decks: 'link' }).id).toBe(cards.id);
    expect(find({ decks: '.' }).id).not.toBe(cards.id);
  });

  it('keeps its history when "init" makes it a collection, wherever it is moved then', () => {
    write('cards/rome.md', 'Q: a\nA: b\n');
    const before = find({ decks: 'cards' });
    write(`.local/share/tenet/${before.id}.db`, '');
    const made = initCollection(path.join(home, 'cards'), path.join(home, '.local/share/tenet'));
    expect(made.id).toBe(before.id);
    expect(made.made).toEqual(['source-docs', 'drafts', '.gitattributes', 'tenet.toml']);
    expect(find({ decks: 'cards' })).toMatchObject({ id: before.id, decks: before.decks });
  });
});

describe('whose marks a deck is read with', () => {
  it('is said for all, or by folder, where the longest name wins', () => {
    write(
      'books/tenet.toml',
      'id = "books"\n[notation]\n"." = "shared"\ndecks = "tenet"\n"decks/old/" = "hashcards"',
    );
    const { notationOf } = find({ decks: 'books' });
    expect(notationOf('decks/a.md')).toBe('tenet');
    expect(notationOf('decks/old/deep/a.md')).toBe('hashcards');
    expect(notationOf('decks/older.md')).toBe('tenet');
    expect(notationOf('a.md')).toBe('shared');
  });

  it('is not said where the file says nothing', () => {
    expect(find().notationOf('decks/a.md')).toBeUndefined();
  });
});
