import { existsSync } from 'node:fs';
import path from 'node:path';
import { removeCard } from '../../deck/edit.ts';
import type { ParsedDeck } from '../../deck/parse.ts';
import type { CardId } from '../../model/card.ts';
import { parseDeckFile } from '../decks/parse-deck-file.ts';
import { cardsOf, type TriageDesk } from './desk.ts';
import type { FileChange } from './files.ts';

/**
 * A file of drafts without some of them; with its last draft the file goes too, unless it holds prose.
 * Under git it stays, emptied: a file that one branch removed and another changed would be a conflict.
 */
export function withoutDrafts(
  desk: TriageDesk,
  deck: ParsedDeck,
  ids: readonly CardId[],
): FileChange {
  let now = deck;
  for (const id of ids) {
    const found = cardsOf(now).find(({ card }) => card.id === id);
    if (found !== undefined)
      now = parseDeckFile(desk.collection, deck.path, removeCard(now, found.card));
  }
  const after = isEmpty(now) && !isUnderGit(desk.collection.root) ? null : now.text;
  return { file: desk.absolute(deck.path), before: deck.text, after };
}

function isUnderGit(folder: string): boolean {
  if (existsSync(path.join(folder, '.git'))) return true;
  const above = path.dirname(folder);
  return above !== folder && isUnderGit(above);
}

function isEmpty({ pieces, text }: ParsedDeck): boolean {
  return pieces.every(
    ({ kind, span }) =>
      kind === 'front-matter' ||
      kind === 'heading' ||
      (kind === 'prose' && text.slice(span.start, span.end).trim() === ''),
  );
}
