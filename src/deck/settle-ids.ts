import type { Card, CardId } from '../model/card.ts';
import type { Place, Problem } from '../model/problem.ts';
import type { Found, Reading } from './reading.ts';
import { textId } from './sides.ts';

/** The card as it is known when its written id is taken: by the id that its text gives. */
function withoutWrittenId(card: Card): Card {
  return { ...card, id: textId(card), idWritten: false };
}

function at({ file, line }: Place, from: Place): string {
  return file === from.file ? `line ${line}` : `${file}:${line}`;
}

/** The error that a card's id is written on an earlier card already. */
export function idTwice(card: Card, first: Card): Problem {
  return {
    ...card.place,
    rule: 'id-twice',
    severity: 'error',
    message: `the id "${card.id}" stands on the card at ${at(first.place, card.place)} already`,
    remedy: 'Take the comment away from the copy, or give it another id.',
    card: card.id,
  };
}

/** The warning that a card without an id says the same as an earlier one. */
export function cardTwice(card: Card, first: Card): Problem {
  return {
    ...card.place,
    rule: 'card-twice',
    severity: 'warning',
    message: `the card at ${at(first.place, card.place)} says the same; both count as one`,
    remedy: 'Take one of them away, or give them different ids.',
    card: card.id,
  };
}

export interface SettledCards {
  readonly found: readonly Found[];
  /** Each id once. */
  readonly cards: readonly Card[];
}

/**
 * Makes the ids of one file unique: of two cards with one written id the first keeps it, of two equal
 * texts without an id the first is the card. Both cases are reported. An id that is written belongs to its
 * card, also where the text of another one would give the same.
 */
export function settleIds(reading: Reading, found: readonly Found[]): SettledCards {
  const known = new Map<string, Card>();
  for (const item of found) {
    if (item.kind === 'card' && item.card.idWritten && !known.has(item.card.id))
      known.set(item.card.id, item.card);
  }
  const cards: Card[] = [];
  const settled = found.map((item): Found => {
    if (item.kind !== 'card') return item;
    const card = settle(item.card, known, reading.problems);
    if (known.get(card.id) === card) cards.push(card);
    return card === item.card ? item : { ...item, card };
  });
  return { found: settled, cards };
}

/** The card with the id that it has; it is among the known ones unless an earlier one says the same. */
function settle(card: Card, known: Map<string, Card>, problems: Problem[]): Card {
  const owner = known.get(card.id);
  if (owner === card) return card;
  if (owner !== undefined && card.idWritten) problems.push(idTwice(card, owner));
  const own = card.idWritten ? withoutWrittenId(card) : card;
  const ofText = own.id;
  let settled = own;
  for (let number = 2; ; number += 1) {
    const first = known.get(settled.id);
    if (first === undefined) {
      known.set(settled.id, settled);
      return settled;
    }
    if (textId(first) === ofText) {
      problems.push(cardTwice(own, first));
      return own;
    }
    // An id that tenet wrote stayed while its card was reworded, and here is the old text again.
    settled = { ...own, id: `${ofText}-${number}` as CardId };
  }
}
