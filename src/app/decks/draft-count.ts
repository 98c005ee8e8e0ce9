import { parseDeck } from '../../deck/parse.ts';
import { TenetError } from '../../model/problem.ts';
import type { Collection } from '../collection/collection.ts';
import { readTextFile } from '../files.ts';
import { listDeckFiles } from './deck-files.ts';

/** How many drafts wait for a decision, as their files are now; what cannot be read is not counted. */
export function waitingDraftCount({ drafts, root, notationOf }: Collection): number {
  const { files } = listDeckFiles(drafts, root);
  return files.reduce((sum, { path, absolute }) => {
    const notation = notationOf(path);
    const text = textOf(absolute);
    const options = { path, ...(notation === undefined ? {} : { notation }) };
    return text === null ? sum : sum + parseDeck(text, options).cards.length;
  }, 0);
}

/** What is said of drafts that wait, with what to type; empty where there are none. */
export function draftsInWords(drafts: number): string {
  if (drafts === 0) return '';
  const [wait, them] = drafts === 1 ? ['draft waits', 'it'] : ['drafts wait', 'them'];
  return `${drafts} ${wait}: "tenet triage" shows ${them}.`;
}

function textOf(file: string): string | null {
  try {
    return readTextFile(file);
  } catch (failure) {
    if (failure instanceof TenetError) return null;
    throw failure;
  }
}
