import { settleClaims } from '../../identity/claims.ts';
import type { CardId } from '../../model/card.ts';
import { cardsOfFile, countCards, rivals } from '../../store/deck-index.ts';
import type { CardRecord } from '../../store/deck-index.ts';
import type { Store } from '../../store/open.ts';
import type { FileChange, FoundCard } from './deck-changes.ts';

/** A card with the id that it has in the collection; null where an earlier card says the same. */
export interface SettledCard extends FoundCard {
  readonly id: CardId | null;
}

type CardsByFile = ReadonlyMap<string, readonly SettledCard[]>;
type FoundByFile = ReadonlyMap<string, readonly FoundCard[]>;

/**
 * Gives every card of the changed files its id; a file that is gone has none. A card of an unchanged file
 * may get another id thereby, or get back the one that is written on it: then its file is among them too.
 */
export function settleCards(store: Store, changes: readonly FileChange[]): CardsByFile {
  const found = foundCards(changes);
  const own = [...found.values()].flat();
  const others = countCards(store) === 0 ? [] : rivalsElsewhere(store, found);
  const ids = settleClaims<FoundCard | CardRecord>([...own, ...others].sort(byPlace));
  const moved = Map.groupBy(
    others.filter((other) => ids.get(other) !== other.id),
    ({ file }) => file,
  );
  const settled = new Map<string, readonly SettledCard[]>();
  for (const [file, cards] of found)
    settled.set(
      file,
      cards.map((card) => withId(card, ids.get(card) ?? null)),
    );
  for (const [file, changed] of moved) {
    const idAt = new Map(changed.map((card) => [card.position, ids.get(card) ?? null]));
    settled.set(
      file,
      cardsOfFile(store, file).map((card) => {
        const id = idAt.get(card.position);
        return withId(card, id === undefined ? card.id : id);
      }),
    );
  }
  return settled;
}

/** The cards of each file that was parsed or is gone. */
function foundCards(changes: readonly FileChange[]): FoundByFile {
  const found = new Map<string, readonly FoundCard[]>();
  for (const change of changes) {
    if (change.kind === 'gone') found.set(change.path, []);
    if (change.kind === 'parsed') found.set(change.record.path, change.cards);
  }
  return found;
}

/** Cards of unchanged files that claim, or have for want of their claim, an id that is in question. */
function rivalsElsewhere(store: Store, found: FoundByFile): readonly CardRecord[] {
  const asked = new Set<CardId>();
  const ask = ({ claim, textId }: FoundCard | CardRecord): void => {
    asked.add(claim).add(textId);
  };
  for (const [file, cards] of found) {
    for (const card of cards) ask(card);
    for (const card of cardsOfFile(store, file)) ask(card);
  }
  for (;;) {
    const known = rivals(store, asked, found.keys());
    const before = asked.size;
    for (const card of known) ask(card);
    if (asked.size === before) return known;
  }
}

function withId(card: FoundCard, id: CardId | null): SettledCard {
  const { file, position, claim, textId } = card;
  return { file, position, claim, textId, card: card.card, id };
}

function byPlace(a: FoundCard | CardRecord, b: FoundCard | CardRecord): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : a.position - b.position;
}
