import type { CardId } from '../model/card.ts';

/** A card of a file and the id that the file gives it: written, or derived from its text. */
export interface Claim {
  readonly claim: CardId;
  /** The id that it would have if none were written. */
  readonly textId: CardId;
}

/**
 * The id of each of these cards, in their order (by path, then by place). The first that claims an id has
 * it. A later one with the same written id goes by its text; null where another card says the same.
 */
export function settleClaims<Claiming extends Claim>(
  claims: readonly Claiming[],
): ReadonlyMap<Claiming, CardId | null> {
  const settled = new Map<Claiming, CardId | null>();
  const taken = new Set<CardId>();
  const late: Claiming[] = [];
  for (const claiming of claims) {
    if (taken.has(claiming.claim)) late.push(claiming);
    else settled.set(claiming, claiming.claim);
    taken.add(claiming.claim);
  }
  for (const claiming of late) {
    settled.set(claiming, taken.has(claiming.textId) ? null : claiming.textId);
    taken.add(claiming.textId);
  }
  return settled;
}
