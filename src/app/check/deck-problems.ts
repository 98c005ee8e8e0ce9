import { cardTwice, idTwice } from '../../deck/settle-ids.ts';
import type { Card, CardId } from '../../model/card.ts';
import type { Problem } from '../../model/problem.ts';
import type { StudyDay } from '../../model/schedule.ts';
import { cardOf } from '../../review/candidate.ts';
import { cardsWithoutClaim, fileProblems } from '../../store/deck-index.ts';
import type { CardRecord } from '../../store/deck-index.ts';
import type { Store } from '../../store/open.ts';
import { pastCard } from '../../store/past-cards.ts';
import { cardHere } from '../../store/queue-sides.ts';
import { linksSince } from '../../store/recent-links.ts';
import { excerpt } from '../decks/card-excerpt.ts';

/**
 * What is wrong in deck files, from the index: what reading and parsing them found, and ids and texts that
 * stand in two files. In the order of files and lines.
 */
export function deckProblems(store: Store): readonly Problem[] {
  const doubles = cardsWithoutClaim(store).flatMap((record) => doubleProblem(store, record));
  return [...fileProblems(store), ...doubles].sort((a, b) =>
    a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column,
  );
}

/** The parser compares the cards of one file; this is for those of two. */
function doubleProblem(store: Store, { card, claim, textId }: CardRecord): readonly Problem[] {
  const own: Card = { ...card, id: claim };
  const owner = cardHere(store, claim)?.card ?? cardHere(store, textId)?.card;
  if (owner === undefined) return [];
  return [own.idWritten ? idTwice(own, owner) : cardTwice(own, owner)];
}

/** For `check`: the cards of now that carry on the history of an earlier text, linked on a day or later. */
export function linkNotices(store: Store, since: StudyDay): readonly Problem[] {
  const notices = new Map<CardId, Problem>();
  for (const { from, to } of linksSince(store, since)) {
    const now = cardHere(store, cardOf(to))?.card;
    if (now === undefined) continue;
    const before = pastCard(store, cardOf(from))?.card;
    const what = before === undefined ? 'another text' : `"${excerpt(before)}"`;
    notices.set(now.id, {
      ...now.place,
      rule: 'history-linked',
      severity: 'info',
      message: `this card carries on the history of an earlier one, ${what}`,
      remedy: `If it is not the same card, type: tenet cards --reset ${now.id}`,
      card: now.id,
    });
  }
  return [...notices.values()];
}
