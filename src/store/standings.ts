import type { CardKey } from '../model/card.ts';
import type { Standing } from '../model/schedule.ts';
import type { Store } from './open.ts';
import {
  rowOfStanding,
  standingColumns,
  standingOfRow,
  type StandingRow,
} from './standing-rows.ts';

/** What the cache says of a side; undefined for one without events: it is new. */
export function standingOf(store: Store, key: CardKey): Standing | undefined {
  const row = store.row<StandingRow>(`SELECT ${standingColumns} FROM standing WHERE key = ?`, key);
  return row === undefined ? undefined : standingOfRow(row);
}

/** Every side that has a history, by key; those of cards that are gone too. */
export function allStandings(store: Store): ReadonlyMap<CardKey, Standing> {
  const rows = store.rows<StandingRow>(`SELECT ${standingColumns} FROM standing`);
  return new Map(rows.map((row) => [row[0] as CardKey, standingOfRow(row)]));
}

const put = `INSERT OR REPLACE INTO standing (${standingColumns})
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

/** Writes what is new of these sides into the cache. */
export function putStandings(store: Store, standings: Iterable<Standing>): void {
  store.write(() => {
    for (const standing of standings) store.run(put, ...rowOfStanding(standing));
  });
}

/** Puts these standings in place of the whole cache. */
export function replaceStandings(store: Store, standings: Iterable<Standing>): void {
  store.write(() => {
    store.run('DELETE FROM standing');
    putStandings(store, standings);
  });
}
