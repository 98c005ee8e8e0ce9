import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { initCollection, newCollectionId } from '../../../src/app/collection/init.ts';
import { readManifest } from '../../../src/app/collection/settings.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tenet-init-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const init = (name: string) => initCollection(path.join(folder, name), path.join(folder, 'data'));
const manifestOf = (name: string) =>
  readManifest(path.join(folder, name, 'tenet.toml'), 'config.toml');

describe('init', () => {
  it('makes a collection with an id of its own', () => {
    const { id, made } = init('new/books');
    expect(made).toEqual(['decks', 'source-docs', 'drafts', '.gitattributes', 'tenet.toml']);
    expect(id).toMatch(/^[0-9a-z]{13}$/);
    expect(manifestOf('new/books')).toMatchObject({
      id,
      decks: 'decks',
      notations: [['.', 'tenet']],
    });
    expect(newCollectionId()).not.toBe(id);
  });

  it('adds lines to .gitattributes, says so, and changes nothing else that is there', () => {
    mkdirSync(path.join(folder, 'notes/decks'), { recursive: true });
    writeFileSync(path.join(folder, 'notes/decks/a.md'), 'Q: a\nA: b\n');
    writeFileSync(path.join(folder, 'notes/.gitattributes'), '*.md text');
    expect(init('notes')).toMatchObject({
      made: ['source-docs', 'drafts', 'tenet.toml'],
      changed: ['.gitattributes'],
    });
    expect(readFileSync(path.join(folder, 'notes/decks/a.md'), 'utf8')).toBe('Q: a\nA: b\n');
    expect(readFileSync(path.join(folder, 'notes/.gitattributes'), 'utf8')).toBe(
      '*.md text\ndecks/.tenet/*.jsonl merge=union\ndrafts/** merge=union\n',
    );
  });

  it('leaves .gitattributes alone where it has the lines', () => {
    const lines = 'decks/.tenet/*.jsonl merge=union\ndrafts/** merge=ours\n';
    mkdirSync(path.join(folder, 'notes'));
    writeFileSync(path.join(folder, 'notes/.gitattributes'), lines);
    expect(init('notes').changed).toEqual([]);
    expect(readFileSync(path.join(folder, 'notes/.gitattributes'), 'utf8')).toBe(lines);
    expect(init('new').changed).toEqual([]);
  });

  it('leaves decks where they are when they lie in the folder itself', () => {
    mkdirSync(path.join(folder, 'cards'));
    writeFileSync(path.join(folder, 'cards/a.md'), 'C: A [hole].\n');
    expect(init('cards').made).not.toContain('decks');
    expect(manifestOf('cards')).toMatchObject({ decks: '.', notations: [] });
    mkdirSync(path.join(folder, 'notes'));
    writeFileSync(path.join(folder, 'notes/README.md'), '# Notes\n');
    expect(init('notes').made).toContain('decks');
    expect(manifestOf('notes')?.decks).toBe('decks');
  });

  it('refuses a folder that is a collection already, and what is no folder', () => {
    init('books');
    expect(() => init('books')).toThrow('this folder is a collection already');
    writeFileSync(path.join(folder, 'file'), '');
    expect(() => init('file')).toThrow('something else is in its place');
    expect(readdirSync(folder).sort()).toEqual(['books', 'file']);
  });
});
