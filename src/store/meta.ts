import type { Store } from './open.ts';

/** A small value that the database keeps by name: what the cache was made with, the mirror's name. */
export function metaValue(store: Store, name: string): string | undefined {
  return store.row<[string]>('SELECT value FROM meta WHERE name = ?', name)?.[0];
}

/** Keeps a value under a name, in place of the one before. */
export function setMetaValue(store: Store, name: string, value: string): void {
  store.run('INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)', name, value);
}
