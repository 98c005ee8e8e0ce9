import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { allowDocuments, allowedDocuments } from '../../../src/app/documents/allowed-documents.ts';
import { SourceDocuments } from '../../../src/app/documents/source-documents.ts';

let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'tenet-documents-')));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('documents outside a collection', () => {
  it('are remembered on this machine, one list a collection', () => {
    allowDocuments(folder, 'mine', ['/papers/b.md', '/papers/a.md']);
    allowDocuments(folder, 'mine', ['/papers/a.md', '/papers/c.md']);
    expect([...allowedDocuments(folder, 'mine')]).toEqual([
      '/papers/a.md',
      '/papers/b.md',
      '/papers/c.md',
    ]);
    expect(allowedDocuments(folder, 'other').size).toBe(0);
  });

  it('are opened only where cards were generated from them', () => {
    const paper = path.join(folder, 'paper.md');
    writeFileSync(paper, '# Rocks\n\n## Faults\n\nA fault is a break.\n');
    const root = path.join(folder, 'collection');
    const target = '../../paper.md#faults';
    const closed = new SourceDocuments({ root });
    expect(() => closed.section('decks/rocks.md', target)).toThrow(/outside the collection/);
    const open = new SourceDocuments({ root, allows: (file) => file === paper });
    expect(open.section('decks/rocks.md', target).document.title).toBe('Rocks');
  });
});
