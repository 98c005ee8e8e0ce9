import type { Extent } from '../picture.ts';
import type { Actions, Ports } from './desk.ts';
import type { Notice } from './notice.ts';

/** The keys that leave a screen. */
export function leavingActions({ onLeave }: Pick<Ports, 'onLeave'>): Actions {
  return {
    back: () => onLeave('back'),
    finish: () => onLeave('back'),
    leave: () => onLeave('leave'),
    quit: () => onLeave('quit'),
  };
}

interface Undoable {
  view(): { readonly canUndo: boolean };
  undo(): void;
}

/** The key that takes the last act of a sitting back. */
export function undoAction(sitting: Undoable, desk: Saying): Actions {
  return {
    undo: () => (sitting.view().canUndo ? sitting.undo() : say(desk, 'Nothing to undo.')),
  };
}

interface Saying {
  change(patch: { readonly notice: Notice }): void;
}

/** Says something in the row above the keys, until the next key. */
export function say(desk: Saying, text: string): void {
  desk.change({ notice: { text, tone: 'dim' } });
}

/** What scrolling works with. */
export interface Scrolling {
  state(): {
    readonly layer: { readonly kind: string };
    /** Rows scrolled; null leaves it to the picture. */
    readonly scroll: number | null;
    readonly layerScroll: number | null;
  };
  change(patch: { readonly scroll: number } | { readonly layerScroll: number }): void;
  extent(): Extent;
}

/** The keys that scroll. */
export function scrollActions(desk: Scrolling): Actions {
  return {
    up: () => scrollBy(desk, -1),
    down: () => scrollBy(desk, 1),
    pageUp: () => scrollBy(desk, -pageOf(desk)),
    pageDown: () => scrollBy(desk, pageOf(desk)),
  };
}

/** On by what is seen, the last row of it seen again. */
export function scrollOn(desk: Scrolling): void {
  scrollBy(desk, pageOf(desk));
}

function pageOf(desk: Scrolling): number {
  return Math.max(1, desk.extent().seen - 1);
}

/** Moves what is uppermost: the layer over the screen, or the screen. */
function scrollBy(desk: Scrolling, by: number): void {
  const { rows, seen, scroll: drawn } = desk.extent();
  const { layer, scroll, layerScroll } = desk.state();
  const below = layer.kind === 'none';
  const from = (below ? scroll : layerScroll) ?? drawn;
  const to = Math.max(0, Math.min(rows - seen, from + by));
  desk.change(below ? { scroll: to } : { layerScroll: to });
}
