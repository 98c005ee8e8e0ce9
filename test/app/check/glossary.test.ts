import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readGlossary } from '../../../src/app/check/glossary.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'tenet-glossary-'));
  mkdirSync(path.join(root, 'docs'));
});
afterEach(() => rmSync(root, { recursive: true }));

function write(name: string, text: string): void {
  writeFileSync(path.join(root, 'docs', name), text);
}

const read = () => readGlossary({ root, sourceDocs: path.join(root, 'docs') });

it('gives each term the chapter that the glossary names, or an earlier one that explains it', () => {
  write(
    'GLOSSARY.md',
    '| term | meaning | chapter |\n| --- | --- | --- |\n| VSH | a habit | [3](03.md) |\n| swarm | a family | [3](03.md) |\n| foulbrood | an illness | |\n',
  );
  write('01.md', '# One\n\nA swarm leaves.\n');
  write('02.md', '# Two\n\nIn a *swarm* bees leave; *foulbrood* stays.\n');
  write('03.md', '# Three\n\nA *swarm* again.\n');
  write('ORIGINALS.md', '# Originals\n\n*VSH*\n');
  expect(read()).toEqual({
    terms: [
      { name: 'VSH', chapter: 'docs/03.md' },
      { name: 'swarm', chapter: 'docs/02.md' },
      { name: 'foulbrood', chapter: 'docs/02.md' },
    ],
    chapters: ['docs/01.md', 'docs/02.md', 'docs/03.md'],
  });
});

it('is nothing where there is no glossary', () => {
  expect(read()).toBeUndefined();
});
