import { existsSync } from 'node:fs';
import path from 'node:path';
import { ledgerPath } from '../../ledger/ledger.ts';
import { readTextFile, replaceFile } from '../files.ts';

/**
 * Sees to it that git merges two branches' ledgers (and what else is kept line by line beside them) by
 * keeping the lines of both; two lines for one card are folded when they are read. Writes the line into `.gitattributes` of the collection where it is missing.
 */
export function markLedgerAsUnion(root: string, decks: string): void {
  const inside = path.relative(root, decks);
  const folder = inside.startsWith('..') || path.isAbsolute(inside) ? decks : root;
  const ledger = path.relative(folder, path.join(decks, ledgerPath)).split(path.sep).join('/');
  const pattern = path.posix.join(path.posix.dirname(ledger), '*.jsonl');
  const file = path.join(folder, '.gitattributes');
  const text = existsSync(file) ? readTextFile(file) : '';
  const known = text
    .split(/\r?\n/)
    .some((line) => line.startsWith(`${pattern} `) && line.includes('merge='));
  if (known) return;
  const gap = text === '' || text.endsWith('\n') ? '' : '\n';
  replaceFile(file, `${text}${gap}${pattern} merge=union\n`);
}
