/**
 * Anki's data as values, whatever file it came from or goes to. Names are Anki's own: a note is a
 * source item with fields, a card one thing that is asked of it, a notetype what tenet calls nothing.
 */
export interface AnkiCollection extends CollectionHead {
  readonly notes: readonly AnkiNote[];
  readonly cards: readonly AnkiCard[];
  /** In the order of time. */
  readonly log: readonly LogRow[];
}

/** What holds for all rows of a collection; the two generations of schema keep it differently. */
export interface CollectionHead {
  /** Epoch seconds of day 0 at the rollover hour; all day numbers count from it. */
  readonly createdSeconds: number;
  /** Minutes west of UTC when it was made; null where a very old file does not say. */
  readonly creationOffsetWest: number | null;
  readonly rolloverHour: number;
  /** 1 in files that a scheduler before 2.1's wrote; their ratings are read differently. */
  readonly schedulerVersion: 1 | 2;
  readonly notetypes: readonly Notetype[];
  readonly decks: readonly AnkiDeck[];
  readonly presets: readonly Preset[];
}

export interface Notetype {
  readonly id: number;
  readonly name: string;
  readonly cloze: boolean;
  /** Epoch seconds at which templates or style last changed. */
  readonly modifiedSeconds: number;
  readonly sortField: number;
  /** In order; a field's ordinal is its index. */
  readonly fields: readonly NotetypeField[];
  readonly templates: readonly CardTemplate[];
  readonly css: string;
  /** Which of Anki's own note types it was made from; 0 where it does not say. */
  readonly stockKind: number;
}

export interface NotetypeField {
  /** Null where it has none, or one of 64 random bits: Anki then compares names. */
  readonly id: number | null;
  readonly name: string;
}

export interface CardTemplate {
  /** As a field's. */
  readonly id: number | null;
  readonly name: string;
  readonly question: string;
  readonly answer: string;
}

export interface AnkiDeck {
  readonly id: number;
  /** Levels between `::`. */
  readonly name: string;
  readonly presetId: number;
  readonly description: string;
  /** Cards of a filtered deck belong to another one. */
  readonly filtered: boolean;
}

export interface Preset {
  readonly id: number;
  readonly name: string;
  readonly learningStepsMinutes: readonly number[];
  readonly relearningStepsMinutes: readonly number[];
  readonly newPerDay: number;
  readonly reviewsPerDay: number;
  readonly maximumIntervalDays: number;
  readonly leechThreshold: number;
  readonly leechSuspends: boolean;
  readonly burySiblings: boolean;
  /** 0–1. */
  readonly desiredRetention: number;
  /** FSRS parameters: 21, or 19 or 17 of older generations; empty for Anki's defaults. */
  readonly parameters: readonly number[];
}

export interface AnkiNote {
  readonly id: number;
  readonly guid: string;
  readonly notetypeId: number;
  readonly modifiedSeconds: number;
  readonly tags: readonly string[];
  /** HTML, one per field of the notetype. */
  readonly fields: readonly string[];
}

/** A card row; numbers as Anki stores them (`anki.md` names their meaning by type and queue). */
export interface AnkiCard {
  readonly id: number;
  readonly noteId: number;
  readonly deckId: number;
  readonly ord: number;
  readonly modifiedSeconds: number;
  /** 0 new, 1 learning, 2 review, 3 relearning. */
  readonly type: number;
  /** −3 and −2 buried, −1 suspended, 0 new, 1 learning, 2 review, 3 learning over days. */
  readonly queue: number;
  readonly due: number;
  readonly intervalDays: number;
  readonly factor: number;
  readonly reps: number;
  readonly lapses: number;
  readonly stepsLeft: number;
  /** Where a card of a filtered deck belongs, and its due there; 0 for others. */
  readonly originalDue: number;
  readonly originalDeckId: number;
  readonly flag: number;
  readonly data: CardData;
}

/** What `cards.data` says; each may be missing. */
export interface CardData {
  readonly position?: number;
  readonly stability?: number;
  readonly difficulty?: number;
  readonly desiredRetention?: number;
  readonly decay?: number;
  readonly lastReviewSeconds?: number;
}

export interface LogRow {
  /** Epoch milliseconds of the answer. */
  readonly id: number;
  readonly cardId: number;
  /** 1–4; 0 for what was no answer. */
  readonly ease: number;
  /** Days, or seconds where negative. */
  readonly interval: number;
  readonly lastInterval: number;
  readonly factor: number;
  readonly takenMs: number;
  /** 0 learning, 1 review, 2 relearning, 3 filtered, 4 manual, 5 rescheduled. */
  readonly type: number;
}
