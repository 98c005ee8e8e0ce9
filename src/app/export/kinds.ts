import path from 'node:path';
import { rewriteComment } from '../../deck/edit.ts';
import type { Collection } from '../collection/collection.ts';
import { parseDeckFile } from '../decks/parse-deck-file.ts';
import { readTextFile, replaceFile } from '../files.ts';
import type { ChangedKind } from './survey.ts';

/**
 * Writes GUIDs of their own into the comments of cards of another kind: under the old ones Anki would
 * refuse them. The result is how many were written; notations without comments have none.
 */
export function writeNewGuids(collection: Collection, changed: readonly ChangedKind[]): number {
  let written = 0;
  for (const [file, own] of Map.groupBy(changed, ({ card }) => card.place.file)) {
    const notation = collection.notationOf(file);
    if (notation === 'hashcards' || notation === 'repeater') continue;
    const absolute = path.join(collection.root, file);
    let text = readTextFile(absolute);
    for (const { card: before, guid } of own) {
      const deck = parseDeckFile(collection, file, text);
      const card = deck.cards.find(({ id }) => id === before.id);
      if (card === undefined) continue;
      text = rewriteComment(deck, card, (comment) => ({ ...comment, guid }));
      written += 1;
    }
    replaceFile(absolute, text);
  }
  return written;
}
