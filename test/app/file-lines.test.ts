import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileLines } from '../../src/app/file-lines.ts';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tenet-lines-'));
  file = path.join(folder, 'lines');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the lines of a file', () => {
  it('come with the offset of their end, and the last one says whether it is whole', () => {
    writeFileSync(file, 'é\r\n\nlast');
    expect([...fileLines(file)]).toEqual([
      { text: 'é', end: 4, complete: true },
      { text: '', end: 5, complete: true },
      { text: 'last', end: 9, complete: false },
    ]);
    expect([...fileLines(file, 5)]).toEqual([{ text: 'last', end: 9, complete: false }]);
    expect([...fileLines(file, 9)]).toEqual([]);
  });

  it('are whole wherever the file is read in parts', () => {
    const lines = Array.from(
      { length: 30_000 },
      (_, index) => `${index} ünïcödé ${'x'.repeat(index % 40)}`,
    );
    writeFileSync(file, lines.map((line) => `${line}\n`).join(''));
    expect([...fileLines(file)].map(({ text }) => text)).toEqual(lines);
  });
});
