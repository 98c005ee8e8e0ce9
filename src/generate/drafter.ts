import type { CardDraft } from '../model/draft.ts';
import type { Source } from '../model/source.ts';

/** How a drafter is asked, and how it can be stopped. */
interface DraftingTask {
  readonly signal?: AbortSignal;
  /** Names as the other documents of the run write them; speech in small letters gets its capitals from them. */
  readonly names?: readonly string[];
  /** To be called and awaited between parts of the work, so that whoever waits for a key or a signal has a turn. */
  progress?(done: number, total: number): Promise<void>;
}

/**
 * Whatever proposes cards for a document: the rules, or a language model of the user's own. It only
 * proposes; grounding, lint and a person decide, and nothing of it is trusted.
 */
export interface Drafter {
  /** `rules`, or the name of a model with its version. */
  readonly name: string;
  draft(source: Source, task: DraftingTask): Promise<readonly CardDraft[]>;
}
