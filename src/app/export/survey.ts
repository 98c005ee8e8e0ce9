import { sidesOf } from '../../deck/sides.ts';
import { guidForKind } from '../../exchange/anki/ids.ts';
import type { ExportRecord } from '../../exchange/anki/records.ts';
import type { Card, CardId, CardKey } from '../../model/card.ts';

/** What must be known of all cards before the first of them is written. */
export interface Survey {
  readonly ids: ReadonlySet<CardId>;
  /** Of all their sides. */
  readonly keys: ReadonlySet<CardKey>;
  /** Cards whose id is made from their text. */
  readonly withoutId: number;
  /** Cards that were another kind when they were exported last. */
  readonly changed: readonly ChangedKind[];
}

/** A card that Anki knows as another kind of note, and the GUID that it needs to be a new one. */
export interface ChangedKind {
  readonly card: Card;
  readonly guid: string;
}

/** Goes over the cards once; `records` is what earlier exports wrote down of them. */
export function surveyed(
  cards: Iterable<Card>,
  records: ReadonlyMap<string, ExportRecord>,
): Survey {
  const ids = new Set<CardId>();
  const keys = new Set<CardKey>();
  const changed: ChangedKind[] = [];
  let withoutId = 0;
  for (const card of cards) {
    ids.add(card.id);
    for (const { key } of sidesOf(card)) keys.add(key);
    if (!card.idWritten) withoutId += 1;
    const guid = guidOfKind(card, records.get(card.id));
    if (guid !== null && guid !== card.guid && card.idWritten) changed.push({ card, guid });
  }
  return { ids, keys, withoutId, changed };
}

/** Null where the card is what it was: it keeps its GUID. */
function guidOfKind(
  { id, guid, kind, typed }: Card,
  known: ExportRecord | undefined,
): string | null {
  if (known === undefined || (known.kind === kind && known.typed === typed)) return null;
  const own = guidForKind(id, `${kind} ${typed}`);
  return own === guid ? id : own;
}
