import { type Beside, insertCards, replaceCard, rewriteComment } from '../../deck/edit.ts';
import { newCardId } from '../../deck/ids.ts';
import { parseDeck } from '../../deck/parse.ts';
import { printCard, printDeckHead } from '../../deck/print.ts';
import { type LedgerEntry, printLedger } from '../../ledger/ledger.ts';
import type { Card, CardId } from '../../model/card.ts';
import type { DraftContent, DraftSource } from '../../model/draft.ts';
import { TenetError } from '../../model/problem.ts';
import { besideIn } from '../generate/beside.ts';
import { answersOf, contentOf, type FoundCard, hashCard, textOf } from '../generate/cards.ts';
import { cardsOf, draftNow, parsed, rawText, type TriageDesk } from './desk.ts';
import type { FileChange } from './files.ts';
import { homeOf, rebasedTarget } from './place.ts';
import { withoutDrafts } from './removal.ts';
import type { FieldTexts, MergedWords } from './view.ts';

/** Which draft is meant. */
export interface DraftPlace {
  readonly id: CardId;
  /** Its file, relative to the collection. */
  readonly file: string;
}

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
  const kept = parsed(desk, file, deck.after ?? '').cards.find(({ id }) => id === place.id);
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

/** New text for a draft; it keeps its id, whatever became of its comment. */
export function editDraft(
  desk: TriageDesk,
  place: DraftPlace,
  text: string,
): { readonly changes: readonly FileChange[]; readonly id: CardId } {
  const { card, deck } = draftNow(desk, place.file, place.id);
  const replaced = parsed(desk, deck.path, replaceCard(deck, card, text));
  const edited = cardsOf(replaced).find((found) => found.card.span.start === card.span.start)?.card;
  const other = edited !== undefined && edited.id !== card.id;
  const after =
    card.idWritten && other
      ? rewriteComment(replaced, edited, (comment) => ({ ...comment, id: card.id }))
      : replaced.text;
  const change = { file: desk.absolute(deck.path), before: deck.text, after };
  return { changes: [change], id: card.idWritten || edited === undefined ? card.id : edited.id };
}

/** A rule that is silent on the draft from now on, with the reason in the card's comment. */
export function switchOffRule(
  desk: TriageDesk,
  place: DraftPlace,
  off: { readonly rule: string; readonly reason: string },
): readonly FileChange[] {
  const { card, deck } = draftNow(desk, place.file, place.id);
  const after = rewriteComment(deck, card, (comment) => ({
    ...comment,
    off: [...(comment.off ?? []).filter(({ rule }) => rule !== off.rule), off],
  }));
  return [{ file: desk.absolute(deck.path), before: deck.text, after }];
}

/** A card of one's own on the draft's passage: a question, an answer, the sources. */
export function ownCardText(
  desk: TriageDesk,
  draft: FoundCard,
  { question, answer }: { readonly question: string; readonly answer: string },
): string {
  const sources = sourcesFor(desk, draft, deckFor(desk, draft));
  const content = { kind: 'basic', question, answer } as const;
  return printCard({ content, sources, note: '', tags: textOf(draft).tags });
}

/** The draft as deck notation with other words in some of its parts. */
export function rewordedText(draft: FoundCard, fields: FieldTexts): string {
  return printCard({ ...textOf(draft), content: reworded(contentOf(draft.card), fields) });
}

function reworded(content: DraftContent, { Q, A, T, D, C }: FieldTexts): DraftContent {
  switch (content.kind) {
    case 'basic':
      return { ...content, question: Q ?? content.question, answer: A ?? content.answer };
    case 'term':
      return { ...content, term: T ?? content.term, definition: D ?? content.definition };
    case 'cloze':
      return { ...content, text: C ?? content.text };
    case 'list':
      return { ...content, question: Q ?? content.question };
  }
}

/** A card of one's own, put where the draft would go, and that it is. Throws where the text is not one card. */
export function writeOwnCard(
  desk: TriageDesk,
  place: DraftPlace,
  text: string,
  entropy: Uint8Array,
): { readonly changes: readonly FileChange[]; readonly own: FoundCard } {
  const draft = draftNow(desk, place.file, place.id);
  const file = deckFor(desk, draft);
  const change = insertInto(desk, file, draft, withId(text, entropy));
  const before = new Set(cardsOf(desk.deckNow(file)).map(({ card }) => card.id));
  const after = parsed(desk, file, change.after ?? '');
  const own = cardsOf(after).find(({ card }) => !before.has(card.id));
  if (own === undefined)
    throw new TenetError(`${file} was not changed: this card stands there already`);
  return { changes: [change], own };
}

/** The text of one card with an id of its own in its comment. */
function withId(text: string, entropy: Uint8Array): string {
  const deck = parseDeck(text.trim(), { path: 'card.md' });
  const [found, ...others] = cardsOf(deck);
  if (found === undefined || others.length > 0 || found.card.idWritten) return text;
  return rewriteComment(deck, found.card, (comment) => ({ ...comment, id: newCardId(entropy) }));
}

function deckFor(desk: TriageDesk, { card, deck }: FoundCard): string {
  const document = desk.ledger().entries.get(card.id)?.source;
  return homeOf(desk, document, desk.deckOfDrafts(deck.path));
}

/** The draft as it is to stand in a deck: byte for byte, unless its links must lead from another folder. */
function textIn(desk: TriageDesk, draft: FoundCard, file: string): string {
  const sources = sourcesFor(desk, draft, file);
  const same = sources.every(({ target }, at) => target === draft.card.sources[at]?.target);
  return same ? rawText(draft) : printCard({ ...textOf(draft), sources });
}

/** The sources of a draft as a deck names them. */
function sourcesFor(desk: TriageDesk, draft: FoundCard, file: string): readonly DraftSource[] {
  const from = desk.deckOfDrafts(draft.deck.path);
  return textOf(draft).sources.map((source) =>
    Object.assign({}, source, { target: rebasedTarget(source.target, from, file) }),
  );
}

function insertInto(
  desk: TriageDesk,
  file: string,
  { card, deck: drafts }: FoundCard,
  text: string,
): FileChange {
  const deck = desk.deckNow(file);
  const base = deck ?? parsed(desk, file, printDeckHead(drafts.title, drafts.tags));
  const { topics } = card;
  const after = insertCards(base, [{ topics, text, beside: besideInDeck(desk, file, card) }]);
  return { file: desk.absolute(file), before: deck?.text ?? null, after };
}

/** Where the card goes in the deck, by the passages of its document that cards of the deck are from. */
function besideInDeck(desk: TriageDesk, file: string, { id, topics }: Card): Beside | undefined {
  const { entries } = desk.ledger();
  const own = entries.get(id);
  if (own === undefined) return undefined;
  const neighbours = cardsOf(desk.deckNow(file)).flatMap(({ card }) => {
    const entry = entries.get(card.id);
    return entry?.source === own.source ? [{ card, start: entry.span.start }] : [];
  });
  return besideIn(neighbours)(topics, own.span.start);
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
