import type { Action } from '../keys.ts';
import type { Keymap } from '../keymap.ts';
import type { Extent } from '../picture.ts';

/** How a screen is left: one step back, for good, or at once with Ctrl-C. */
export type Leaving = 'back' | 'leave' | 'quit';

/** What every screen is given by the app around it. */
export interface Ports {
  readonly keymap: Keymap;
  readonly onLeave: (how: Leaving) => void;
  /** Gets what nobody can act on: a bug. */
  readonly onBug: (failure: unknown) => void;
  /** Milliseconds that only ever grow, for the time between two keys. */
  readonly monotonicMs: () => number;
}

/** What the actions of a screen work with, besides what the app gave it. */
export interface Desk<View, State> {
  state(): State;
  change(patch: Partial<State>): void;
  extent(): Extent;
  /** The view that the person sees: the sitting may be ahead of the screen. */
  seen(): View | null;
  /** Runs slow work, its failure reported like that of an action; keys wait until it is done. */
  background(work: () => Promise<void>): void;
  /** The same, and the keys go on. */
  meanwhile(work: () => Promise<void>): void;
}

/** What the actions of a screen do; `key` is the one that was pressed. */
export type Actions = Partial<Record<Action, (key: string) => void>>;
