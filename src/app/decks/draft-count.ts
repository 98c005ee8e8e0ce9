import { existsSync } from 'node:fs';
import path from 'node:path';
import { foldLedger, ledgerPath, parseLedger } from '../../ledger/ledger.ts';
import type { CardId } from '../../model/card.ts';
import { TenetError } from '../../model/problem.ts';
import type { Collection } from '../collection/collection.ts';
import { readTextFile } from '../files.ts';
import { listDeckFiles, type ListedFile } from './deck-files.ts';
import { parseDeckFile } from './parse-deck-file.ts';

type Drafted = Pick<Collection, 'root' | 'decks' | 'drafts' | 'notationOf'>;

/**
 * How many drafts wait for a decision, as their files are now, without those that the ledger calls decided,
 * as another branch may have. What cannot be read is not counted.
 */
export function waitingDraftCount(collection: Drafted): number {
  const { drafts, root, decks } = collection;
  const ids = listDeckFiles(drafts, root).files.flatMap((file) => idsIn(collection, file));
  if (ids.length === 0) return 0;
  const ledger = textOf(path.join(decks, ledgerPath)) ?? '';
  const entries = foldLedger(parseLedger(ledger, ledgerPath).entries);
  return ids.filter((id) => (entries.get(id)?.fate ?? 'draft') === 'draft').length;
}

function idsIn(collection: Drafted, file: ListedFile): readonly CardId[] {
  const text = textOf(file.absolute);
  if (text === null) return [];
  return parseDeckFile(collection, file.path, text).cards.map(({ id }) => id);
}

/** What is said of drafts that wait, with what to type; empty where there are none. */
export function draftsInWords(drafts: number): string {
  if (drafts === 0) return '';
  const [wait, them] = drafts === 1 ? ['draft waits', 'it'] : ['drafts wait', 'them'];
  return `${drafts} ${wait}: "tenet triage" shows ${them}.`;
}

function textOf(file: string): string | null {
  if (!existsSync(file)) return null;
  try {
    return readTextFile(file);
  } catch (failure) {
    if (failure instanceof TenetError) return null;
    throw failure;
  }
}
