import path from 'node:path';
import { rewriteComment } from '../../deck/edit.ts';
import { parseDeck } from '../../deck/parse.ts';
import { guidForKind } from '../../exchange/anki/ids.ts';
import type { ExportRecord } from '../../exchange/anki/records.ts';
import type { Card } from '../../model/card.ts';
import type { Collection } from '../collection/collection.ts';
import { readTextFile, replaceFile } from '../files.ts';

/** A card that Anki knows as another kind of note, and the GUID that it needs to be a new one. */
export interface ChangedKind {
  readonly card: Card;
  readonly guid: string;
}

/** The cards that were another kind when they were exported last. */
export function changedKinds(
  records: ReadonlyMap<string, ExportRecord>,
  cards: Iterable<Card>,
): readonly ChangedKind[] {
  const changed: ChangedKind[] = [];
  for (const card of records.size === 0 ? [] : cards) {
    const { id, kind, typed } = card;
    const known = records.get(id);
    if (known === undefined || (known.kind === kind && known.typed === typed)) continue;
    const own = guidForKind(id, `${kind} ${typed}`);
    const guid = own === card.guid ? id : own;
    if (guid !== card.guid && card.idWritten) changed.push({ card, guid });
  }
  return changed;
}

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
      const deck = parseDeck(text, { path: file, ...(notation === undefined ? {} : { notation }) });
      const card = deck.cards.find(({ id }) => id === before.id);
      if (card === undefined) continue;
      text = rewriteComment(deck, card, (comment) => ({ ...comment, guid }));
      written += 1;
    }
    replaceFile(absolute, text);
  }
  return written;
}
