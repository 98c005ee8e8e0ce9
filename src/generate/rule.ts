import type { CardDraft } from '../model/draft.ts';
import type { Source } from '../model/source.ts';

/**
 * Makes cards from one pattern in a document's structure or sentences. A new rule is a file with such a
 * value, a line in `index.ts` and an entry in `docs/rules.md`. It takes no more than linear time in a
 * passage, and prefers no card to a poor one.
 */
export interface Rule {
  /** Stable: it is part of the identity of the cards it makes. */
  readonly id: string;
  draft(source: Source): readonly CardDraft[];
}
