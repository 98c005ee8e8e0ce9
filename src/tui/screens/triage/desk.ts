import type { ShownDraft, Triage, TriageView } from '../../../app/triage/view.ts';
import type { Keymap } from '../../keymap.ts';
import type { Leaving } from '../review/desk.ts';
import type { Extent, TriageState } from './state.ts';

/** What the triage screen is given by the app around it. */
export interface TriagePorts {
  readonly triage: Triage;
  readonly keymap: Keymap;
  /** Lends the terminal to the person's editor, with the file of drafts open; resolves when it is closed. */
  readonly openEditor: (draft: ShownDraft) => Promise<void>;
  readonly onLeave: (how: Leaving) => void;
  /** Gets what nobody can act on: a bug. */
  readonly onBug: (failure: unknown) => void;
  /** Milliseconds that only ever grow, for the time between two keys. */
  readonly monotonicMs: () => number;
}

/** What the actions of the screen work with. */
export interface TriageDesk extends TriagePorts {
  state(): TriageState;
  change(patch: Partial<TriageState>): void;
  extent(): Extent;
  /** The view that the person sees: the sitting may be ahead of the screen. */
  seen(): TriageView | null;
  /** Runs slow work; keys wait until it is done. */
  background(work: () => Promise<void>): void;
}
