import type { CardId } from '../model/card.ts';

/** A card of a file and the id that the file gives it. */
export interface Claim {
  readonly claim: CardId;
  /** The id that it would have if none were written. */
  readonly textId: CardId;
  readonly card: { readonly idWritten: boolean };
}

/**
 * The id of each of these cards, in their order (by path, then by place). The first on which an id is
 * written has it; the others go by their texts, and null is for one that says what another says. Where the
 * id of a text is written on a card that says something else, it gets a number behind.
 */
export function settleClaims<Claiming extends Claim>(
  claims: readonly Claiming[],
): ReadonlyMap<Claiming, CardId | null> {
  const settled = new Map<Claiming, CardId | null>();
  const owners = new Map<CardId, Claim>();
  for (const claiming of claims) {
    if (!claiming.card.idWritten || owners.has(claiming.claim)) continue;
    owners.set(claiming.claim, claiming);
    settled.set(claiming, claiming.claim);
  }
  for (const claiming of claims) {
    if (settled.has(claiming)) continue;
    const id = freeId(claiming, owners);
    if (id !== null) owners.set(id, claiming);
    settled.set(claiming, id);
  }
  return settled;
}

function freeId({ textId }: Claim, owners: ReadonlyMap<CardId, Claim>): CardId | null {
  let id = textId;
  for (let number = 2; ; number++) {
    const owner = owners.get(id);
    if (owner === undefined) return id;
    if (owner.textId === textId) return null;
    id = `${textId}-${number}` as CardId;
  }
}
