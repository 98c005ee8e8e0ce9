import type { CardKey } from '../model/card.ts';
import type { Store } from './open.ts';

/** A section of a chapter: what is read in one go, and what its cards cite. */
export interface SectionOutline {
  /** `document#heading`, as `read` events name it. */
  readonly key: string;
  readonly title: string;
  /** Every `document#heading` by which a card may cite it, its own key among them. */
  readonly cited: readonly string[];
  /** Where it stands in the document, in UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
  readonly words: number;
}

/** What a chapter consists of. */
export interface ChapterOutline {
  readonly title: string;
  readonly tags: readonly string[];
  readonly sections: readonly SectionOutline[];
}

/** A chapter of the reader as it was when it was last looked at. */
export interface ChapterRecord {
  /** Relative to the collection, with `/`. */
  readonly path: string;
  readonly size: number;
  /** Milliseconds since the epoch, with fractions. */
  readonly modifiedMs: number;
  readonly changedMs: number;
  readonly outline: ChapterOutline;
}

type ChapterRow = readonly [
  path: string,
  size: number,
  modified: number,
  changed: number,
  outline: string,
];

/** The chapters of the reader in the order of their files. */
export function chapters(store: Store): readonly ChapterRecord[] {
  return store
    .rows<ChapterRow>('SELECT path, size, modified, changed, outline FROM chapter ORDER BY path')
    .map(([path, size, modifiedMs, changedMs, outline]) => ({
      path,
      size,
      modifiedMs,
      changedMs,
      outline: JSON.parse(outline) as ChapterOutline,
    }));
}

export function putChapter(store: Store, chapter: ChapterRecord): void {
  const { path, size, modifiedMs, changedMs, outline } = chapter;
  store.run(
    'INSERT OR REPLACE INTO chapter (path, size, modified, changed, outline) VALUES (?, ?, ?, ?, ?)',
    path,
    size,
    modifiedMs,
    changedMs,
    JSON.stringify(outline),
  );
}

export function removeChapter(store: Store, path: string): void {
  store.run('DELETE FROM chapter WHERE path = ?', path);
}

/** The sections that live `read` events name, in the order in which they were first read. */
export function readSections(store: Store): ReadonlySet<string> {
  const rows = store.rows<[string]>(
    `SELECT json_extract(body, '$.section') FROM event
     WHERE card = '' AND kind = 'read' AND body IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM void WHERE void.event = event.id)
     ORDER BY id`,
  );
  return new Set(rows.map(([section]) => section));
}

/** What cards cite of the sections that were not read yet: while they are, their new sides wait. */
export function unreadCitations(store: Store): readonly string[] {
  const all = chapters(store);
  if (all.length === 0) return [];
  const read = readSections(store);
  return all
    .flatMap(({ outline }) => outline.sections)
    .filter(({ key }) => !read.has(key))
    .flatMap(({ cited }) => cited);
}

/** How many cards cite each place first, as `document#heading`. */
export function citedCards(store: Store): ReadonlyMap<string, number> {
  return new Map(
    store.rows<[string, number]>(
      'SELECT section, count(DISTINCT card) FROM side WHERE section IS NOT NULL GROUP BY section',
    ),
  );
}

/** How many cards that first cite one of these places have a side that was never answered, and none that was. */
export function unseenCards(store: Store, cited: readonly string[]): number {
  const row = store.row<[number]>(
    `SELECT count(*) FROM (
       SELECT min(coalesce(state, 'new') = 'new' AND coalesce(suspended, 0) = 0) AS unseen
       FROM side LEFT JOIN standing USING (key)
       WHERE section IN (SELECT value FROM json_each(?)) GROUP BY card
     ) WHERE unseen`,
    JSON.stringify(cited),
  );
  return row?.[0] ?? 0;
}

/** What the card of a side cites first; null where it cites no document, or no deck has it. */
export function citedBySide(store: Store, key: CardKey): string | null {
  return store.row<[string | null]>('SELECT section FROM side WHERE key = ?', key)?.[0] ?? null;
}

/** The document that most sides of a deck cite first, for each deck that has such a one. */
export function documentsOfDecks(store: Store): ReadonlyMap<string, string> {
  const rows = store.rows<[string, string]>(
    `SELECT deck, document FROM (
       SELECT deck, substr(section, 1, instr(section || '#', '#') - 1) AS document,
         count(*) AS sides, sum(count(*)) OVER (PARTITION BY deck) AS of_deck
       FROM side GROUP BY deck, document
     ) WHERE document IS NOT NULL AND 2 * sides > of_deck`,
  );
  return new Map(rows);
}
