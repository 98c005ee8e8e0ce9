import { insertCards, removeCard, replaceCard } from '../../deck/edit.ts';
import { parseDeck, type ParsedDeck } from '../../deck/parse.ts';
import type { Card, CardId } from '../../model/card.ts';
import { TenetError } from '../../model/problem.ts';
import { isDeck, type MergeCounts, type MergeInput, type Part, sameText } from './merge-parts.ts';

/** A card where it stands. */
interface Found {
  readonly card: Card;
  readonly deck: ParsedDeck;
  readonly text: string;
}

type Cards = ReadonlyMap<CardId, Found>;

function cardsOf(texts: Iterable<readonly [string, string]>): Cards {
  const found = new Map<CardId, Found>();
  for (const [path, text] of texts) {
    if (!isDeck(path)) continue;
    const deck = parseDeck(text, { path, notation: 'tenet' });
    for (const card of deck.cards) {
      if (!found.has(card.id))
        found.set(card.id, { card, deck, text: text.slice(card.span.start, card.span.end) });
    }
  }
  return found;
}

/** What the decks of a merge are decided by. */
interface DeckState extends MergeInput {
  readonly baseCards: Cards;
  readonly freshCards: Cards;
  readonly myCards: Cards;
  /** Decks that the user left alone: they follow the package as whole files. */
  readonly untouched: ReadonlySet<string>;
  /** The user's cards in all other decks. */
  readonly keptCards: Cards;
}

/** Decks that the user left alone follow the package as whole files, the others card by card. */
export function mergeDecks(input: MergeInput): Part {
  const untouched = new Set(
    [...input.mine]
      .filter(([path, own]) => isDeck(path) && sameText(own, input.base.get(path)))
      .map(([path]) => path),
  );
  const state: DeckState = {
    ...input,
    baseCards: cardsOf(input.base),
    freshCards: cardsOf(input.fresh),
    myCards: cardsOf(input.mine),
    untouched,
    keptCards: cardsOf([...input.mine].filter(([path]) => !untouched.has(path))),
  };
  const files = new Map<string, string | null>();
  for (const [path, own] of input.mine) {
    if (!isDeck(path)) continue;
    const text = untouched.has(path) ? null : followCards(state, path, own);
    if (text !== own) files.set(path, text);
  }
  for (const [path, text] of [...input.fresh].sort(([a], [b]) => (a < b ? -1 : 1)))
    if (isDeck(path)) placeFresh(state, path, text, files);
  for (const [path, text] of files)
    if (text !== null && sameText(text, input.mine.get(path))) files.delete(path);
  return { files, counts: countCards(state, files) };
}

/** A deck that the user has edited: cards that they left alone follow the package one by one. */
function followCards({ baseCards, freshCards }: DeckState, path: string, own: string): string {
  let text = own;
  for (const id of cardsOf([[path, own]]).keys()) {
    const deck = parseDeck(text, { path, notation: 'tenet' });
    const card = deck.cards.find((each) => each.id === id);
    if (card === undefined) continue;
    const before = baseCards.get(id);
    const mine = text.slice(card.span.start, card.span.end);
    if (before === undefined || !sameText(mine, before.text)) continue;
    const now = freshCards.get(id);
    if (now === undefined) text = orUnchanged(text, () => removeCard(deck, card));
    else if (!sameText(mine, now.text))
      text = orUnchanged(text, () => replaceCard(deck, card, now.text));
  }
  return text;
}

/** Puts a deck of the package where the user has it: as a whole file, or card by card. */
function placeFresh(
  state: DeckState,
  path: string,
  fresh: string,
  files: Map<string, string | null>,
): void {
  const { base, mine, untouched } = state;
  if (untouched.has(path) || (!mine.has(path) && !base.has(path))) {
    files.set(path, withoutUnwanted(state, path, fresh));
    return;
  }
  const target = mine.has(path) ? path : homeOf(state, path);
  if (target === undefined) return;
  const text = files.get(target) ?? mine.get(target) ?? '';
  files.set(target, withNew(state, path, target, text));
}

/** The user moved the cards of a deck into another file, or (undefined) deleted the deck. */
function homeOf({ baseCards, keptCards }: DeckState, path: string): string | undefined {
  const homes = [...baseCards]
    .filter(([, { deck }]) => deck.path === path)
    .flatMap(([id]) => keptCards.get(id)?.deck.path ?? []);
  const counts = new Map<string, number>();
  for (const home of homes) counts.set(home, (counts.get(home) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

function isDeleted({ baseCards, myCards }: DeckState, id: CardId): boolean {
  return baseCards.has(id) && !myCards.has(id);
}

function withoutUnwanted(state: DeckState, path: string, fresh: string): string {
  let text = fresh;
  for (const id of cardsOf([[path, fresh]]).keys()) {
    if (!state.keptCards.has(id) && !isDeleted(state, id)) continue;
    const deck = parseDeck(text, { path, notation: 'tenet' });
    const card = deck.cards.find((each) => each.id === id);
    if (card !== undefined) text = orUnchanged(text, () => removeCard(deck, card));
  }
  return text;
}

function withNew(state: DeckState, path: string, target: string, text: string): string {
  const wanted = [...state.freshCards].filter(
    ([id, { deck }]) => deck.path === path && !state.keptCards.has(id) && !isDeleted(state, id),
  );
  if (wanted.length === 0) return text;
  const deck = parseDeck(text, { path: target, notation: 'tenet' });
  const cards = wanted.map(([, { card, text }]) => ({ topics: card.topics, text }));
  return orUnchanged(text, () => insertCards(deck, cards));
}

/** An edit that would disturb a neighbour, in a deck that a person has written into, is left out. */
function orUnchanged(text: string, edit: () => string): string {
  try {
    return edit();
  } catch (failure) {
    if (failure instanceof TenetError) return text;
    throw failure;
  }
}

function countCards(state: DeckState, files: ReadonlyMap<string, string | null>): MergeCounts {
  const { baseCards, freshCards, myCards, mine } = state;
  const after = [...new Map<string, string | null>([...mine, ...files])];
  const result = cardsOf(
    after.flatMap(([path, text]) => (text === null ? [] : [[path, text] as const])),
  );
  const ids = [...new Set([...myCards.keys(), ...result.keys()])];
  const isKept = (id: CardId): boolean => {
    const before = baseCards.get(id)?.text;
    const now = freshCards.get(id)?.text;
    return before !== undefined && !sameText(now, before) && !sameText(now, result.get(id)?.text);
  };
  return {
    added: ids.filter((id) => !myCards.has(id)).length,
    withdrawn: ids.filter((id) => !result.has(id)).length,
    changed: ids.filter(
      (id) =>
        myCards.has(id) && result.has(id) && !sameText(myCards.get(id)?.text, result.get(id)?.text),
    ).length,
    kept: ids.filter((id) => myCards.has(id) && result.has(id) && isKept(id)).length,
  };
}
