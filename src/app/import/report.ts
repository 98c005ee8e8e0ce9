/** Choices about an import. */
export interface ImportOptions {
  /** Take over FSRS parameters that were trained in Anki. */
  readonly parameters?: boolean;
  /** The deck for cards of a file that names none. */
  readonly deck?: string;
}

/** Something that was left out, and how often for the same reason. */
export interface LeftOutReason {
  readonly why: string;
  readonly count: number;
}

/** What an import took, changed and left. */
export interface ImportReport {
  readonly kind: 'anki' | 'text' | 'json' | 'hashcards' | 'repeater';
  readonly file: string;
  /** Deck files that were made or changed, relative to the collection. */
  readonly files: readonly string[];
  /** Cards of the file; of these were added, brought up to date, already the same, or edited here and kept. */
  readonly notes: number;
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly kept: number;
  readonly leftOut: readonly LeftOutReason[];
  /** Pictures and sounds that were copied, and those that are mentioned and missing. */
  readonly media: number;
  readonly missingMedia: readonly string[];
  /** Names of the package that could lead out of a folder: their files stay in it. */
  readonly refusedMedia: readonly string[];
  /** Cards that ask by a picture or a sound alone: they are tagged and suspended. */
  readonly mediaOnly: number;
  /** Events that were added to the log. */
  readonly events: number;
  readonly suspended: number;
  /** Log rows of cards that are gone. */
  readonly strayLogRows: number;
  /** Notes with more or fewer fields than their note type has. */
  readonly misfits: number;
  /** Parameters that were trained in Anki and not taken; `parameters` takes them. */
  readonly offers: readonly {
    readonly preset: string;
    readonly desiredRetention: number;
    readonly parameters: readonly number[];
  }[];
}

/** A report of nothing yet. */
export function emptyReport(kind: ImportReport['kind'], file: string): ImportReport {
  return {
    kind,
    file,
    files: [],
    notes: 0,
    added: 0,
    updated: 0,
    unchanged: 0,
    kept: 0,
    leftOut: [],
    media: 0,
    missingMedia: [],
    refusedMedia: [],
    mediaOnly: 0,
    events: 0,
    suspended: 0,
    strayLogRows: 0,
    misfits: 0,
    offers: [],
  };
}

/** Reasons counted, the most frequent first. */
export function reasonsOf(reasons: readonly string[]): readonly LeftOutReason[] {
  return [...Map.groupBy(reasons, (why) => why)]
    .map(([why, all]) => ({ why, count: all.length }))
    .sort((a, b) => b.count - a.count || (a.why < b.why ? -1 : 1));
}
