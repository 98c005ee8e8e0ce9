/** A value that changes as a whole, and whoever wants to hear of it: a screen, which draws it anew. */
export class Watched<Value> {
  readonly #listeners = new Set<() => void>();
  #value: Value;

  constructor(value: Value) {
    this.#value = value;
  }

  /** The same object until it is set again, as `useSyncExternalStore` wants. */
  readonly get = (): Value => this.#value;

  /** Calls `listener` after each change, until the result is called. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  set(value: Value): void {
    this.#value = value;
    for (const listener of this.#listeners) listener();
  }
}
