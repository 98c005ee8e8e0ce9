import type { Card, CardId, CardKey } from '../model/card.ts';
import type { Due, Schedule, StudyDay } from '../model/schedule.ts';
import type { SqlValue, Store } from './open.ts';

/** Which sides are meant: those of some decks, by title, or with a tag; absent for all. */
export interface SideFilter {
  readonly decks?: readonly string[] | undefined;
  readonly tag?: string | undefined;
  /** Those whose card first cites one of these, as `document#heading`. */
  readonly sections?: readonly string[] | undefined;
  /** Never answered sides whose card first cites one of these are left out. */
  readonly withheld?: readonly string[] | undefined;
}

/** A side that is in a deck now and not suspended. */
export interface SideHere {
  readonly key: CardKey;
  readonly deck: string;
  readonly due: Due | undefined;
  readonly buriedDay: StudyDay | null;
}

/** One that was answered, with what a forgetting curve needs. */
export interface AnsweredSide extends SideHere {
  readonly state: Exclude<Schedule['state'], 'new'>;
  /** Days. */
  readonly stability: number;
  readonly lastDay: StudyDay;
}

/** A card that is in a deck now. */
export interface CardHere {
  /** With the id that it has. */
  readonly card: Card;
  /** The id that its file gives it, which an earlier card may have. */
  readonly claim: CardId;
  readonly file: string;
}

type SideRow = readonly [
  key: string,
  deck: string,
  dueDay: number | null,
  dueAt: number | null,
  buriedDay: number | null,
];

/** Answered sides that are due by a day or before an instant, in no order; one at a time, for there may be many. */
export function* dueSides(
  store: Store,
  due: { readonly throughDay: StudyDay; readonly beforeMs: number },
  filter: SideFilter = {},
): Generator<AnsweredSide, void> {
  const { sql, values } = condition(filter);
  const rows = store.each<readonly [...SideRow, string, number, number]>(
    `SELECT key, deck, due_day, due_at, buried_day, state, stability, last_day
     FROM standing JOIN side USING (key)
     WHERE (due_day <= ? OR due_at < ?) AND state <> 'new' AND suspended = 0 ${sql}`,
    due.throughDay,
    due.beforeMs,
    ...values,
  );
  for (const [key, deck, dueDay, dueAt, buriedDay, state, stability, lastDay] of rows) {
    const side = sideOf([key, deck, dueDay, dueAt, buriedDay]);
    yield { ...side, state: state as AnsweredSide['state'], stability, lastDay };
  }
}

/**
 * Sides that were never answered, in the order of files, cards and sides. The cross join keeps SQLite from
 * sorting: it walks the cards in that order, and stops when the reader does.
 */
export function* newSides(store: Store, filter: SideFilter = {}): Generator<SideHere, void> {
  const { sql, values } = condition(filter);
  const rows = store.each<SideRow>(
    `SELECT side.key, side.deck, due_day, due_at, buried_day
     FROM card CROSS JOIN side ON side.card = card.number
       LEFT JOIN standing ON standing.key = side.key
     WHERE coalesce(state, 'new') = 'new' AND coalesce(suspended, 0) = 0 ${sql}
     ORDER BY card.file, card.position, side.ordinal`,
    ...values,
  );
  for (const row of rows) yield sideOf(row);
}

/** The keys of all sides that are in a deck and not suspended, in no order. */
export function unsuspendedKeys(store: Store, filter: SideFilter = {}): readonly CardKey[] {
  const { sql, values } = condition(filter);
  return store
    .rows<[string]>(
      `SELECT side.key FROM side LEFT JOIN standing ON standing.key = side.key
       WHERE coalesce(suspended, 0) = 0 ${sql}`,
      ...values,
    )
    .map(([key]) => key as CardKey);
}

/**
 * Roughly how many sides are due on each day from `from` to `to`: suspended sides and those of cards that
 * are gone count too, which lets an index alone answer.
 */
export function dueLoad(store: Store, from: StudyDay, to: StudyDay): Map<StudyDay, number> {
  return new Map(
    store.rows<[number, number]>(
      'SELECT due_day, count(*) FROM standing WHERE due_day BETWEEN ? AND ? GROUP BY due_day',
      from,
      to,
    ),
  );
}

/** How many answered sides that are in a deck and not suspended are due by a day. */
export function countDue(store: Store, throughDay: StudyDay): number {
  const row = store.row<[number]>(
    `SELECT count(*) FROM standing
     WHERE due_day <= ? AND state <> 'new' AND suspended = 0
       AND EXISTS (SELECT 1 FROM side WHERE side.key = standing.key)`,
    throughDay,
  );
  return row?.[0] ?? 0;
}

/** The card with this id, where one is in a deck. */
export function cardHere(store: Store, id: CardId): CardHere | undefined {
  const row = store.row<[string, string, string]>(
    'SELECT body, claim, file FROM card WHERE id = ?',
    id,
  );
  if (row === undefined) return undefined;
  const [body, claim, file] = row;
  return { card: { ...(JSON.parse(body) as Card), id }, claim: claim as CardId, file };
}

/** The times of the newest answers, in ms. */
export function recentAnswerMs(store: Store, count: number): readonly number[] {
  return store
    .rows<[number]>(
      "SELECT ms FROM event INDEXED BY event_id WHERE kind = 'answer' ORDER BY id DESC LIMIT ?",
      count,
    )
    .map(([ms]) => ms);
}

function sideOf([key, deck, dueDay, dueAt, buriedDay]: SideRow): SideHere {
  return { key: key as CardKey, deck, due: dueOf(dueDay, dueAt), buriedDay };
}

function dueOf(day: number | null, atMs: number | null): Due | undefined {
  if (day !== null) return { kind: 'day', day };
  return atMs === null ? undefined : { kind: 'instant', atMs };
}

/** What narrows a query over `side` and `standing`, as a tail of its WHERE. */
function condition({ decks, tag, sections, withheld = [] }: SideFilter): {
  readonly sql: string;
  readonly values: readonly SqlValue[];
} {
  const ofDecks = ' AND side.deck IN (SELECT value FROM json_each(?))';
  const tagged = ` AND EXISTS (SELECT 1 FROM card, json_each(card.body, '$.tags')
    WHERE card.number = side.card AND json_each.value = ?)`;
  const ofSections = ' AND side.section IN (SELECT value FROM json_each(?))';
  const seen = ` AND (side.section IS NULL OR coalesce(state, 'new') <> 'new'
    OR side.section NOT IN (SELECT value FROM json_each(?)))`;
  const parts: readonly (readonly [sql: string, value: SqlValue])[] = [
    ...(decks === undefined ? [] : [[ofDecks, JSON.stringify(decks)] as const]),
    ...(tag === undefined ? [] : [[tagged, tag] as const]),
    ...(sections === undefined ? [] : [[ofSections, JSON.stringify(sections)] as const]),
    ...(withheld.length === 0 ? [] : [[seen, JSON.stringify(withheld)] as const]),
  ];
  return { sql: parts.map(([sql]) => sql).join(''), values: parts.map(([, value]) => value) };
}
