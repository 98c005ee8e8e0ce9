import type { CardId, CardKey } from '../model/card.ts';
import { cardOf } from './candidate.ts';

/** Of the sides of one card one is asked on a day: the first in the queue, unless another was answered. */
export class Siblings {
  readonly #apart: boolean;
  readonly #answered: ReadonlySet<CardKey>;
  readonly #cards: Set<CardId>;

  constructor(apart: boolean, answered: ReadonlySet<CardKey>) {
    this.#apart = apart;
    this.#answered = answered;
    this.#cards = new Set([...answered].map(cardOf));
  }

  /** From here on no other side of this card is admitted. */
  take(key: CardKey): void {
    this.#cards.add(cardOf(key));
  }

  admits(key: CardKey): boolean {
    return !this.#apart || !this.#cards.has(cardOf(key)) || this.#answered.has(key);
  }
}
