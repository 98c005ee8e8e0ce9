import { replaceCard } from '../../deck/edit.ts';
import { printCard } from '../../deck/print.ts';
import { type LedgerEntry, printLedger } from '../../ledger/ledger.ts';
import type { CardId } from '../../model/card.ts';
import { TenetError } from '../../model/problem.ts';
import { parseDeckFile } from '../decks/parse-deck-file.ts';
import { answersOf, contentOf, type FoundCard, hashCard, textOf } from '../generate/cards.ts';
import { draftNow, type TriageDesk } from './desk.ts';
import type { FileChange } from './files.ts';
import { deckFor, insertInto, sourcesFor, textIn } from './place.ts';
import type { DraftPlace } from './queue.ts';
import { withoutDrafts } from './removal.ts';
import type { MergedWords } from './view.ts';

/*
 * Every act is a list of changes in an order that may end after any of them: what stands in a deck counts
 * as kept, what the ledger calls rejected counts as rejected, and a draft of either that is still among
 * the drafts is taken away when triage opens next (`settleDrafts`).
 */

/** The draft into its deck: the deck first, then the drafts, then the ledger. */
export function keepDraft(
  desk: TriageDesk,
  place: DraftPlace,
  nowMs: number,
): readonly FileChange[] {
  const draft = draftNow(desk, place.file, place.id);
  const file = deckFor(desk, draft);
  const text = textIn(desk, draft, file);
  const deck = insertInto(desk, file, draft, text);
  const kept = parseDeckFile(desk.collection, file, deck.after ?? '').cards.find(
    ({ id }) => id === place.id,
  );
  return [
    deck,
    withoutDrafts(desk, draft.deck, [place.id]),
    ...ledgerChange(desk, place.id, nowMs, (entry) => {
      if (kept === undefined) return entry;
      const [then, now] = [hashCard(draft.card), hashCard(kept)];
      const sources = then.sources === entry.sources ? now.sources : entry.sources;
      return { ...entry, fate: now.content === entry.content ? 'kept' : 'edited', sources };
    }),
  ];
}

/** The draft is taken away: the ledger first, so that it does not come back. */
export function rejectDraft(
  desk: TriageDesk,
  place: DraftPlace,
  reason: string,
  nowMs: number,
): readonly FileChange[] {
  const draft = draftNow(desk, place.file, place.id);
  return [...rejected(desk, draft, reason, nowMs), withoutDrafts(desk, draft.deck, [place.id])];
}

/** The near card with the draft's sources, and its words where they are wanted; then as rejected. */
export function mergeDraft(
  desk: TriageDesk,
  place: DraftPlace,
  { near, words }: { readonly near: CardId; readonly words: MergedWords },
  nowMs: number,
): readonly FileChange[] {
  const draft = draftNow(desk, place.file, place.id);
  const card = desk.cardNow(near);
  if (card === undefined)
    throw new TenetError('the card to merge with is not there any more', {
      hint: 'Keep the draft, or reject it.',
    });
  const { deck } = card;
  const text = replaceCard(deck, card.card, mergedText(desk, card, draft, words));
  return [
    { file: desk.absolute(deck.path), before: deck.text, after: text },
    ...rejected(desk, draft, `merged with ${near}`, nowMs),
    withoutDrafts(desk, draft.deck, [place.id]),
  ];
}

function mergedText(
  desk: TriageDesk,
  card: FoundCard,
  draft: FoundCard,
  words: MergedWords,
): string {
  if (words === 'draft' && card.card.kind !== draft.card.kind)
    throw new TenetError('a card cannot take the words of a draft of another kind', {
      hint: 'Merge with the words of the card, or edit it.',
    });
  const { id, ...own } = textOf(card);
  const known = new Set(own.sources.map(({ target, anchor }) => `${target} ${anchor ?? ''}`));
  const added = sourcesFor(desk, draft, card.deck.path).filter(
    ({ target, anchor }) => !known.has(`${target} ${anchor ?? ''}`),
  );
  return printCard({
    ...own,
    ...(words === 'draft' ? { content: contentOf(draft.card) } : {}),
    ...(card.card.idWritten && id !== undefined ? { id } : {}),
    sources: [...own.sources, ...added],
  });
}

function rejected(
  desk: TriageDesk,
  { card }: FoundCard,
  reason: string,
  nowMs: number,
): readonly FileChange[] {
  return ledgerChange(desk, card.id, nowMs, (entry) => ({
    ...entry,
    fate: 'rejected',
    answers: answersOf(contentOf(card)),
    ...(reason === '' ? {} : { reason }),
  }));
}

/** The ledger with one line changed; a draft that is not in it (a hand-written one) has none to change. */
function ledgerChange(
  desk: TriageDesk,
  id: CardId,
  nowMs: number,
  change: (entry: LedgerEntry) => LedgerEntry,
): readonly FileChange[] {
  const { text, entries } = desk.ledger();
  const entry = entries.get(id);
  if (entry === undefined) return [];
  const changed = { ...change(entry), changed: new Date(nowMs).toISOString() };
  const next = new Map(entries).set(id, changed);
  const after = printLedger(next.values());
  desk.expectLedger(after, next);
  return [{ file: desk.ledgerFile, before: text, after }];
}
