import { hash } from 'node:crypto';

const dayMs = 86_400_000;

/** When a card was made of which the ledger says nothing: any day before the first release does. */
const unknownMadeMs = Date.UTC(2026, 0, 1);

/** Numbers that look like Anki's times of creation, from names alone: two machines give the same. */
export class IdMaker {
  readonly #taken = new Set<number>();

  /** A number within the day before `madeMs`; unique among all that this maker gave. */
  id(name: string, madeMs: number | null): number {
    const day = Math.floor((madeMs ?? unknownMadeMs) / dayMs) - 1;
    return this.#free(day * dayMs + (hash48(name) % dayMs));
  }

  /** A number of 13 digits for what has no time: decks and presets. */
  constant(name: string): number {
    return this.#free(1_000_000_000_000 + (hash48(name) % 600_000_000_000));
  }

  #free(wanted: number): number {
    let id = wanted;
    while (this.#taken.has(id)) id += 1;
    this.#taken.add(id);
    return id;
  }
}

function hash48(name: string): number {
  return Number.parseInt(hash('sha256', name).slice(0, 12), 16);
}

/** A GUID that differs from the id's own: for a card whose kind changed since Anki first saw it. */
export function guidForKind(id: string, kind: string): string {
  return hash('sha256', `${id}\0${kind}`, 'base64url').slice(0, 16);
}
