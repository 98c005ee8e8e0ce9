import type { CardKey } from '../../model/card.ts';
import type { Store } from '../../store/open.ts';
import type { IndexReport } from '../decks/index-decks.ts';
import { findReworded, findSide, type FoundSide } from './card.ts';

/** The sides of a sitting by the keys that they had in it: their cards may be reworded meanwhile. */
export class SidesHere {
  readonly #store: Store;
  readonly #renamed = new Map<CardKey, CardKey>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** Takes in which keys were linked to others since. */
  rename(linked: IndexReport['linked']): void {
    for (const { keys } of linked) for (const { from, to } of keys) this.#renamed.set(from, to);
  }

  /** The side that a key means now; undefined where no deck has it any more. */
  find(key: CardKey): FoundSide | undefined {
    let now = key;
    const passed = new Set<CardKey>();
    while (!passed.has(now)) {
      passed.add(now);
      now = this.#renamed.get(now) ?? now;
    }
    return findSide(this.#store, now) ?? findReworded(this.#store, now);
  }
}
