import path from 'node:path';
import { rewriteComment } from '../../deck/edit.ts';
import { parseDeck } from '../../deck/parse.ts';
import type { Card } from '../../model/card.ts';
import type { Collection } from '../collection/collection.ts';
import { readTextFile, replaceFile } from '../files.ts';

/**
 * Writes a GUID of their own into the comments of cards that Anki knows as another kind of note: under
 * the old one it would refuse them. The result is how many were written; notations without comments have
 * none.
 */
export function writeNewGuids(
  collection: Collection,
  cards: readonly Card[],
  guids: ReadonlyMap<string, string>,
): number {
  const changed = cards.filter(
    (card) => guids.has(card.id) && card.guid !== guids.get(card.id) && card.idWritten,
  );
  let written = 0;
  for (const [file, own] of Map.groupBy(changed, ({ place }) => place.file)) {
    const notation = collection.notationOf(file);
    if (notation === 'hashcards' || notation === 'repeater') continue;
    const absolute = path.join(collection.root, file);
    let text = readTextFile(absolute);
    for (const { id } of own) {
      const deck = parseDeck(text, { path: file, ...(notation === undefined ? {} : { notation }) });
      const card = deck.cards.find((each) => each.id === id);
      const guid = guids.get(id);
      if (card === undefined || guid === undefined) continue;
      text = rewriteComment(deck, card, (comment) => ({ ...comment, guid }));
      written += 1;
    }
    replaceFile(absolute, text);
  }
  return written;
}
