/**
 * The index of deck files. All of it can be made again from the files, but for `past_card` and
 * `succession`: what is remembered of texts that are gone.
 */
export const deckIndexSql = `
  CREATE TABLE deck_file (
    path TEXT NOT NULL PRIMARY KEY,  -- relative to the collection
    size INTEGER NOT NULL,
    modified REAL NOT NULL,          -- ms since the epoch
    changed REAL NOT NULL,           -- ms since the epoch
    settled INTEGER NOT NULL,        -- 0: it may have been written again in the same tick of its clock
    hash TEXT,                       -- null where it could not be read as text
    notation TEXT NOT NULL,          -- as its folder's settings said
    whole INTEGER NOT NULL,          -- 1: parsed without error, so that what it lacks is gone
    problems TEXT NOT NULL           -- JSON
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE card (
    number INTEGER PRIMARY KEY,
    file TEXT NOT NULL,
    position INTEGER NOT NULL,       -- among the cards of its file, from 0
    claim TEXT NOT NULL,             -- the id that its file gives it
    id TEXT,                         -- the id that it has; null where an earlier card says the same
    text_id TEXT NOT NULL,
    fresh INTEGER NOT NULL,          -- 1: it appeared in a file that has not been whole since
    body TEXT NOT NULL               -- JSON
  ) STRICT;
  CREATE UNIQUE INDEX card_file ON card (file, position);
  CREATE UNIQUE INDEX card_id ON card (id) WHERE id IS NOT NULL;
  -- Most cards have the id that they claim, and many claim that of their text: card_id finds those.
  CREATE INDEX card_without_claim ON card (claim) WHERE id IS NOT claim;
  CREATE INDEX card_other_text ON card (text_id) WHERE id IS NOT text_id;

  CREATE TABLE side (
    key TEXT NOT NULL PRIMARY KEY,
    card INTEGER NOT NULL,           -- card.number
    ordinal INTEGER NOT NULL,        -- among the sides of its card, from 0
    deck TEXT NOT NULL,
    section TEXT,                    -- document#heading that it first cites, relative to the collection
    asks INTEGER NOT NULL,           -- hash of the question
    answers INTEGER NOT NULL         -- hash of the answer
  ) STRICT, WITHOUT ROWID;

  -- With card_file: the order of the decks, read only as far as a day's new cards reach.
  CREATE INDEX side_card ON side (card, ordinal, deck);

  CREATE TABLE past_card (
    id TEXT NOT NULL PRIMARY KEY,
    file TEXT NOT NULL,
    position INTEGER NOT NULL,
    held INTEGER NOT NULL,           -- 1: its file has errors, so it may still be there
    text_id TEXT NOT NULL,
    body TEXT NOT NULL               -- JSON
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX past_card_held ON past_card (file) WHERE held = 1;

  -- Cards that were found to be one: a history has only to be logged where there is one.
  CREATE TABLE succession (
    old TEXT NOT NULL,
    new TEXT NOT NULL,
    PRIMARY KEY (old, new)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX succession_new ON succession (new);
`;
