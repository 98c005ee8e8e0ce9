import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readTextFile, refuseChanged, replaceFile } from '../../src/app/files.ts';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tenet-files-'));
  file = path.join(folder, 'deck.md');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('reading a text', () => {
  it('gives it as it is, byte order mark and line ends too', () => {
    writeFileSync(file, '\uFEFFQ: a\r\nA: ü\n');
    expect(readTextFile(file)).toBe('\uFEFFQ: a\r\nA: ü\n');
  });

  it.each([
    ['binary', Buffer.from([0x51, 0x00, 0x41]), 'this is a binary file, not a text'],
    ['not UTF-8', Buffer.from([0x51, 0xe9, 0x41]), 'this text is not UTF-8'],
    ['too large', Buffer.alloc(2_000_001, 'a'), '2 MB are too much to read'],
  ])('says what is wrong with one that is %s', (_name, bytes, message) => {
    writeFileSync(file, bytes);
    expect(() => readTextFile(file, 1_000_000)).toThrow(`${file}: ${message}`);
  });

  it('says what is wrong with what is no file', () => {
    expect(() => readTextFile(folder)).toThrow(`${folder}: this is a folder, not a file`);
    expect(() => readTextFile(file)).toThrow(`${file}: there is no such file or folder`);
    symlinkSync(file, file);
    expect(() => readTextFile(file)).toThrow(`${file}: its links lead in a circle`);
    expect(() => readTextFile('/dev/null')).toThrow('/dev/null: this is not an ordinary file');
  });
});

describe('replacing a file', () => {
  it('makes it, with its folders, and leaves nothing else behind', () => {
    file = path.join(folder, 'new', 'deck.md');
    replaceFile(file, 'one');
    replaceFile(file, 'two');
    expect(readFileSync(file, 'utf8')).toBe('two');
    expect(readdirSync(path.dirname(file))).toEqual(['deck.md']);
  });

  it('keeps its mode', () => {
    writeFileSync(file, 'one');
    chmodSync(file, 0o640);
    replaceFile(file, 'two');
    expect(statSync(file).mode & 0o777).toBe(0o640);
  });

  it('keeps a symbolic link and changes what it points to', () => {
    const target = path.join(folder, 'elsewhere.md');
    writeFileSync(target, 'one');
    symlinkSync(target, file);
    replaceFile(file, 'two');
    expect(lstatSync(file).isSymbolicLink()).toBe(true);
    expect(readFileSync(target, 'utf8')).toBe('two');
  });

  it('refuses a link whose target is not there, and leaves the link', () => {
    const gone = path.join(folder, 'unmounted', 'deck.md');
    symlinkSync(gone, file);
    expect(() => replaceFile(file, 'two')).toThrow(
      `${file}: this link leads to ${gone}, which is not there`,
    );
    expect(lstatSync(file).isSymbolicLink()).toBe(true);
    expect(readdirSync(folder)).toEqual(['deck.md']);
  });

  it('refuses what is no ordinary file, and leaves everything as it was', () => {
    mkdirSync(file);
    expect(() => replaceFile(file, 'two')).toThrow(`${file}: this is not an ordinary file`);
    expect(readdirSync(folder)).toEqual(['deck.md']);
    const below = path.join(folder, 'text', 'deck.md');
    writeFileSync(path.dirname(below), 'a file');
    expect(() => replaceFile(below, 'two')).toThrow(`${below}: something else is in its place`);
  });
});

describe('a guard against what others wrote meanwhile', () => {
  const changed = { during: 'it was tested', so: 'nothing was written', hint: 'Test it again.' };

  it('lets pass what is as it was read, and what is still not there', () => {
    writeFileSync(file, '\uFEFFone\r\n');
    const missing = path.join(folder, 'no', 'deck.md');
    const read = [
      { file, before: '\uFEFFone\r\n' },
      { file: missing, before: null },
    ];
    expect(() => refuseChanged(read, changed)).not.toThrow();
  });

  it.each([
    ['another text', 'one', 'two'],
    ['a file that was not there', null, ''],
    ['a file that is gone', 'one', null],
  ])('refuses %s', (_name, before, now) => {
    if (now !== null) writeFileSync(file, now);
    expect(() => refuseChanged([{ file, before }], changed)).toThrow(
      `${file} changed while it was tested, so nothing was written`,
    );
  });

  it('says what is wrong with a link whose target is not there', () => {
    const gone = path.join(folder, 'unmounted.md');
    symlinkSync(gone, file);
    expect(() => refuseChanged([{ file, before: null }], changed)).toThrow(
      `${file}: this link leads to ${gone}, which is not there`,
    );
  });
});
