import { replaceCard, rewriteComment } from '../../deck/edit.ts';
import { newCardId } from '../../deck/ids.ts';
import { parseDeck } from '../../deck/parse.ts';
import { printCard } from '../../deck/print.ts';
import type { CardId } from '../../model/card.ts';
import type { DraftContent } from '../../model/draft.ts';
import { TenetError } from '../../model/problem.ts';
import { parseDeckFile } from '../decks/parse-deck-file.ts';
import { contentOf, type FoundCard, textOf } from '../generate/cards.ts';
import { cardsOf, draftNow, type TriageDesk } from './desk.ts';
import type { FileChange } from './files.ts';
import { deckFor, insertInto, sourcesFor } from './place.ts';
import type { DraftPlace } from './queue.ts';
import type { FieldTexts } from './view.ts';

/** New text for a draft; it keeps its id, whatever became of its comment. */
export function editDraft(
  desk: TriageDesk,
  place: DraftPlace,
  text: string,
): { readonly changes: readonly FileChange[]; readonly id: CardId } {
  const { card, deck } = draftNow(desk, place.file, place.id);
  const replaced = parseDeckFile(desk.collection, deck.path, replaceCard(deck, card, text));
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
  const after = parseDeckFile(desk.collection, file, change.after ?? '');
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
