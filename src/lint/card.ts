import type { Hole, LintSwitch } from '../model/card.ts';
import type { DraftContent } from '../model/draft.ts';
import type { Span } from '../model/problem.ts';
import type { Source } from '../model/source.ts';

/** Where one `S:` line of a card leads. */
export interface Ground {
  readonly source: Source;
  /** As the card gives it; absent where it names only the document. */
  readonly anchor?: string;
  /** Where the anchor stands in the document; absent where it stands nowhere, or more than once. */
  readonly place?: Span;
}

/** A card, or a draft of one, as the linter sees it. */
export interface LintCard {
  readonly content: DraftContent;
  /** The deletions of a cloze; those in Anki's notation are found without. */
  readonly holes?: readonly Hole[];
  readonly note: string;
  readonly tags: readonly string[];
  /** The title of its deck, and the headings above it, outermost first. */
  readonly deck: string;
  readonly topics: readonly string[];
  /** Rules that its author switched off. */
  readonly off: readonly LintSwitch[];
  /** What its `S:` lines lead to, as far as it can be read; empty where nothing can be said. */
  readonly grounds: readonly Ground[];
  /** How others name it in a finding: its id, or its place. */
  readonly name: string;
}
