import type { StudyEvent } from '../model/event.ts';
import { eventColumns, type EventRow, eventOfRow } from './event-rows.ts';
import type { Store } from './open.ts';

const ofReferences = `SELECT ${eventColumns} FROM event WHERE kind IN ('undo', 'link') ORDER BY id`;

/** The rows of `void` and `link` that the log asks for, as texts to compare. */
function wanted(store: Store): { readonly voids: Set<string>; readonly links: Set<string> } {
  const voids = new Set<string>();
  const links = new Set<string>();
  for (const event of referencesOf(store)) {
    if (event.kind === 'undo') for (const id of event.undoes) voids.add(`${id} ${event.id}`);
    if (event.kind === 'link' && event.card !== null) links.add(`${event.from} ${event.card}`);
  }
  return { voids, links };
}

function referencesOf(store: Store): readonly StudyEvent[] {
  return store.rows<EventRow>(ofReferences).map(eventOfRow);
}

function present(store: Store, sql: string): Set<string> {
  return new Set(store.rows<[string, string]>(sql).map((row) => row.join(' ')));
}

/** Where the tables that say what undos and links name differ from the log; empty when they agree. */
export function indexComplaints(store: Store): readonly string[] {
  const { voids, links } = wanted(store);
  return [
    ...(agree(voids, present(store, 'SELECT event, by FROM void'))
      ? []
      : ['the table of undone events differs from the log']),
    ...(agree(links, present(store, 'SELECT old, new FROM link'))
      ? []
      : ['the table of links differs from the log']),
  ];
}

function agree(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((each) => b.has(each));
}

/** Makes these tables anew from the log. */
export function rebuildIndexes(store: Store): void {
  store.write(() => {
    store.run('DELETE FROM void');
    store.run('DELETE FROM link');
    for (const event of referencesOf(store)) noteReferences(store, event);
  });
}

/** Notes what an undo or a link names, for look-up from the other end. */
export function noteReferences(store: Store, event: StudyEvent): void {
  if (event.kind === 'undo') {
    for (const undone of event.undoes)
      store.run('INSERT OR IGNORE INTO void (event, by) VALUES (?, ?)', undone, event.id);
  }
  if (event.kind === 'link' && event.card !== null)
    store.run('INSERT OR IGNORE INTO link (old, new) VALUES (?, ?)', event.from, event.card);
}
