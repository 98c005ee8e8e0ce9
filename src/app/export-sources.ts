import type { SourceLine } from '../exchange/anki/export-note.ts';
import type { Card, SourceRef } from '../model/card.ts';
import type { Collection } from './collection.ts';

/** How the `S:` lines of a collection are shown outside of it: with what its list of originals tells. */
export function sourceLines(_collection: Collection): (ref: SourceRef, card: Card) => SourceLine {
  return ({ label, target, anchor }) => ({
    text: label,
    address: /^https?:/i.test(target) ? target : null,
    anchor: anchor ?? null,
    label,
    target,
  });
}
