import { type LedgerEntry, printLedger } from '../../ledger/ledger.ts';
import type { CardId } from '../../model/card.ts';
import { type FoundCard, hashCard } from '../generate/cards.ts';
import { cardsOf, type TriageDesk } from './desk.ts';
import { makeChanges } from './files.ts';
import { withoutDrafts } from './removal.ts';

/**
 * Ends what a sitting that was cut short had begun: drafts that stand in a deck by now, or that the ledger
 * calls rejected, go from the drafts; what stands in a deck is no draft in the ledger either. A draft
 * that a person made differ from its card in the deck is left where it is.
 */
export function settleDrafts(desk: TriageDesk, nowMs: number): void {
  const { entries } = desk.ledger();
  for (const file of desk.drafts.keys()) {
    const deck = desk.draftsNow(file);
    if (deck === undefined) continue;
    const over = cardsOf(deck).filter((draft) => isOver(desk, entries, draft));
    if (over.length === 0) continue;
    makeChanges([
      withoutDrafts(
        desk,
        deck,
        over.map(({ card }) => card.id),
      ),
    ]);
    desk.draftsNow(file);
  }
  settleLedger(desk, nowMs);
}

/** Whether it was decided on, by an act that was cut short or on another branch. */
export function isOver(
  desk: TriageDesk,
  entries: ReadonlyMap<string, LedgerEntry>,
  { card }: FoundCard,
): boolean {
  const entry = entries.get(card.id);
  const standing = desk.cards.get(card.id);
  if (standing === undefined) return entry?.fate === 'rejected';
  const { content } = hashCard(card);
  return content === hashCard(standing.card).content || content === entry?.content;
}

function settleLedger(desk: TriageDesk, nowMs: number): void {
  const { text, entries } = desk.ledger();
  const changed = new Date(nowMs).toISOString();
  const settled = [...entries.values()].map((entry): LedgerEntry => {
    const standing = desk.cards.get(entry.id as CardId);
    if (entry.fate !== 'draft' || standing === undefined) return entry;
    const same = hashCard(standing.card).content === entry.content;
    return Object.assign({}, entry, { fate: same ? 'kept' : 'edited', changed });
  });
  if (settled.every((entry) => entries.get(entry.id) === entry)) return;
  makeChanges([{ file: desk.ledgerFile, before: text, after: printLedger(settled) }]);
}
