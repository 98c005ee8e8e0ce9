import { existsSync } from 'node:fs';
import path from 'node:path';
import { ledgerPath } from '../../ledger/ledger.ts';
import { readTextFile, replaceFile } from '../files.ts';

/** The folders of a collection, absolute. */
export interface CollectionFolders {
  readonly root: string;
  readonly decks: string;
  readonly drafts: string;
}

/**
 * Sees to it that git merges what two branches wrote by keeping the lines of both, in `.gitattributes` of
 * the collection: in the ledger (and what else is kept line by line beside it) two lines for one card are
 * folded when they are read, and a draft that one branch decided on is taken away when triage opens.
 */
export function mergeByUnion({ root, decks, drafts }: CollectionFolders): void {
  const kept = path.join(decks, path.dirname(ledgerPath), '*.jsonl');
  addLine(isInside(root, decks) ? root : decks, kept);
  if (isInside(root, drafts)) addLine(root, path.join(drafts, '**'));
}

function isInside(root: string, folder: string): boolean {
  const inside = path.relative(root, folder);
  return !inside.startsWith('..') && !path.isAbsolute(inside);
}

function addLine(folder: string, files: string): void {
  const pattern = path.relative(folder, files).split(path.sep).join('/');
  const file = path.join(folder, '.gitattributes');
  const text = existsSync(file) ? readTextFile(file) : '';
  const known = text
    .split(/\r?\n/)
    .some((line) => line.startsWith(`${pattern} `) && line.includes('merge='));
  if (known) return;
  const gap = text === '' || text.endsWith('\n') ? '' : '\n';
  replaceFile(file, `${text}${gap}${pattern} merge=union\n`);
}
