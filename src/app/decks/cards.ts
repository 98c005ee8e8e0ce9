import { faceOf } from '../../deck/face.ts';
import { sidesOf } from '../../deck/sides.ts';
import { textsOf } from '../../deck/texts.ts';
import type { Card, CardId, CardKey, CardKind, Role, Side } from '../../model/card.ts';
import { roles } from '../../model/card.ts';
import { gapEnd, gapStart } from '../../model/face.ts';
import type { Due, Schedule, Standing } from '../../model/schedule.ts';
import { newStanding } from '../../schedule/replay.ts';
import { cardsHere } from '../../store/deck-index.ts';
import type { ListedSources } from '../documents/card-sources.ts';
import type { Collection } from '../collection/collection.ts';
import type { Study } from '../log/study.ts';

/** One side of a card as `cards --json` gives it. */
export interface ListedCard extends ListedSources {
  /** The key: the card's id, or `id/side`. */
  readonly id: CardKey;
  readonly card: CardId;
  readonly deck: string;
  /** Relative to the collection. */
  readonly file: string;
  readonly line: number;
  readonly kind: CardKind;
  readonly role: Role | null;
  /** Markdown; what is asked for is shown as `[…]`, or as its hint in brackets. */
  readonly question: string;
  readonly answer: string;
  readonly tags: readonly string[];
  readonly state: Schedule['state'];
  /** A study day, or an ISO 8601 instant in UTC in minute steps; null for what was never answered. */
  readonly due: number | string | null;
  readonly stability: number | null;
  readonly difficulty: number | null;
  readonly reps: number;
  readonly lapses: number;
  readonly suspended: boolean;
  /** 0 none, else 1-7. */
  readonly flag: number;
}

/** Which cards are meant. */
export interface CardQuery {
  /** All of them occur in a card's text, note, tags or deck; case does not count. */
  readonly words?: readonly string[];
  /** The card has all of them. */
  readonly tags?: readonly string[];
  /** A folder with copies of the originals, absolute. */
  readonly originals?: string;
}

/**
 * The sides of all cards that a query means, in the order of files, cards and sides. The index should be up
 * to date; documents are read only where a listed card cites one.
 */
export async function listCards(
  collection: Collection,
  study: Study,
  query: CardQuery = {},
): Promise<readonly ListedCard[]> {
  const found = cardsHere(study.store).filter(({ card }) => isMeant(card, query));
  const standings = study.standings();
  const sourcesOf = await sourceFinder(collection, query, found);
  return found.flatMap(({ card }) => {
    const sources = sourcesOf(card);
    return sidesOf(card).map((side) =>
      listed(card, side, standings.get(side.key) ?? newStanding(side.key), sources),
    );
  });
}

/** Finding passages takes remark; it is loaded only where a card cites anything. */
async function sourceFinder(
  collection: Collection,
  { originals }: CardQuery,
  found: readonly { readonly card: Card }[],
): Promise<(card: Card) => ListedSources> {
  if (found.every(({ card }) => card.sources.length === 0))
    return () => ({ source: null, origins: [] });
  const { CardSources } = await import('../documents/card-sources.ts');
  const sources = new CardSources(collection, originals);
  return (card) => sources.of(card);
}

function listed(card: Card, side: Side, standing: Standing, sources: ListedSources): ListedCard {
  const { question, answer } = faceOf(card, side);
  const { schedule, suspended, flag } = standing;
  const answered = schedule.state === 'new' ? null : schedule;
  return {
    id: side.key,
    card: card.id,
    deck: card.deck,
    file: card.place.file,
    line: card.place.line,
    kind: card.kind,
    role: roles.find((role) => card.tags.includes(role)) ?? null,
    question: withGaps(question),
    answer: withoutGaps(answer),
    tags: card.tags,
    ...sources,
    state: schedule.state,
    due: dueAsText(schedule.due),
    stability: answered?.memory.stability ?? null,
    difficulty: answered?.memory.difficulty ?? null,
    reps: answered?.reps ?? 0,
    lapses: answered?.lapses ?? 0,
    suspended,
    flag,
  };
}

const gap = new RegExp(`${gapStart}([^${gapEnd}]*)${gapEnd}`, 'g');

function withGaps(question: string): string {
  return question.replaceAll(gap, (_, hint: string) => `[${hint === '' ? '…' : hint}]`);
}

function withoutGaps(answer: string): string {
  return answer.replaceAll(gap, '$1');
}

function dueAsText(due: Due | undefined): number | string | null {
  if (due === undefined) return null;
  return due.kind === 'day' ? due.day : new Date(due.atMs).toISOString();
}

function isMeant(card: Card, { words = [], tags = [] }: CardQuery): boolean {
  if (!tags.every((tag) => card.tags.includes(tag))) return false;
  if (words.length === 0) return true;
  const text = [...textsOf(card), card.deck, ...card.tags].join('\n').toLowerCase();
  return words.every((word) => text.includes(word.toLowerCase()));
}
