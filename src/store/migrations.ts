import { deckIndexSql } from './deck-index-sql.ts';

/** One step from an older database to this version's; once released it is never edited. */
export interface Migration {
  /** Recorded in the database when it has been applied. */
  readonly name: string;
  readonly sql: string;
}

const studyLog = `
  CREATE TABLE meta (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  -- Clustered by card: replay and a card's history read neighbouring rows.
  CREATE TABLE event (
    id TEXT NOT NULL,
    card TEXT NOT NULL,              -- '' for events of no card
    at INTEGER NOT NULL,             -- ms since the epoch
    day INTEGER NOT NULL,            -- study day
    offset_east INTEGER NOT NULL,    -- minutes
    kind TEXT NOT NULL,
    after TEXT,
    grade INTEGER,
    ms INTEGER,
    due_day INTEGER,
    due_at INTEGER,
    body TEXT,                       -- JSON of the fields that have no column
    PRIMARY KEY (card, id)
  ) STRICT, WITHOUT ROWID;
  CREATE UNIQUE INDEX event_id ON event (id);
  CREATE INDEX event_day ON event (day);

  -- What undo and link events say, for look-up from the other end.
  CREATE TABLE void (
    event TEXT NOT NULL,
    by TEXT NOT NULL,
    PRIMARY KEY (event, by)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE link (
    old TEXT NOT NULL,
    new TEXT NOT NULL,
    PRIMARY KEY (old, new)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX link_new ON link (new);

  -- A cache: what replaying the log gives for each side.
  CREATE TABLE standing (
    key TEXT NOT NULL PRIMARY KEY,
    state TEXT NOT NULL,
    step INTEGER,
    due_day INTEGER,
    due_at INTEGER,
    stability REAL,
    difficulty REAL,
    last_day INTEGER,
    last_at INTEGER,
    interval_days INTEGER,
    reps INTEGER NOT NULL,
    lapses INTEGER NOT NULL,
    suspended INTEGER NOT NULL,
    buried_day INTEGER,
    flag INTEGER NOT NULL,
    flag_note TEXT NOT NULL,
    leech INTEGER NOT NULL,
    head TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX standing_due_day ON standing (due_day) WHERE due_day IS NOT NULL;
  CREATE INDEX standing_due_at ON standing (due_at) WHERE due_at IS NOT NULL;

  -- Events that the mirror file does not hold yet.
  CREATE TABLE outbox (
    event TEXT NOT NULL PRIMARY KEY
  ) STRICT, WITHOUT ROWID;
`;

const reader = `
  -- The chapters of the reader, with what they consist of; made again from the files.
  CREATE TABLE chapter (
    path TEXT NOT NULL PRIMARY KEY,  -- relative to the collection
    size INTEGER NOT NULL,
    modified REAL NOT NULL,          -- ms since the epoch
    changed REAL NOT NULL,           -- ms since the epoch
    outline TEXT NOT NULL            -- JSON
  ) STRICT, WITHOUT ROWID;
`;

/** All steps, oldest first; a new one goes to the end. */
export const migrations: readonly Migration[] = [
  { name: 'study-log', sql: studyLog },
  { name: 'deck-index', sql: deckIndexSql },
  { name: 'reader', sql: reader },
];
