import { existsSync } from 'node:fs';
import path from 'node:path';
import { ledgerPath } from '../../ledger/ledger.ts';
import { readTextFile, replaceFile } from '../files.ts';
import { relativePath } from '../relative-path.ts';

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
 * The result is whether lines had to be added.
 */
export function mergeByUnion({ root, decks, drafts }: CollectionFolders): boolean {
  const kept = path.join(decks, path.dirname(ledgerPath), '*.jsonl');
  const forDecks = addLine(isInside(root, decks) ? root : decks, kept);
  const forDrafts = isInside(root, drafts) && addLine(root, path.join(drafts, '**'));
  return forDecks || forDrafts;
}

function isInside(root: string, folder: string): boolean {
  const inside = path.relative(root, folder);
  return !inside.startsWith('..') && !path.isAbsolute(inside);
}

/** False where a line about these files is there already. */
function addLine(folder: string, files: string): boolean {
  const pattern = relativePath(folder, files);
  const file = path.join(folder, '.gitattributes');
  const text = existsSync(file) ? readTextFile(file) : '';
  const known = text
    .split(/\r?\n/)
    .some((line) => line.startsWith(`${pattern} `) && line.includes('merge='));
  if (known) return false;
  const gap = text === '' || text.endsWith('\n') ? '' : '\n';
  replaceFile(file, `${text}${gap}${pattern} merge=union\n`);
  return true;
}
