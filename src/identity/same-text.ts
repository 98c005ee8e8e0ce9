import type { CardId } from '../model/card.ts';
import type { Pair, Unmatched } from './change.ts';

/** Cards that were edited inside tenet, which knows what it changed. */
export function pairByEdit(
  { vanished, appeared }: Unmatched,
  certain: readonly (readonly [CardId, CardId])[],
): readonly Pair[] {
  return certain.flatMap(([old, now]) => {
    const [from, to] = [vanished.get(old), appeared.get(now)];
    return from === undefined || to === undefined ? [] : [{ from, to }];
  });
}

/** Cards whose text is as it was and whose id is another: one was written, changed by hand, or removed. */
export function pairBySameText({ vanished, appeared }: Unmatched): readonly Pair[] {
  const now = Map.groupBy(appeared.values(), (card) => card.textId);
  return [...vanished.values()].flatMap((from) =>
    (now.get(from.textId) ?? []).map((to) => ({ from, to })),
  );
}

/**
 * Cards that were once linked and now change places again, as when an old branch is checked out and left:
 * in each family of linked ids, what is gone and what is back.
 */
export function pairByReturn(
  { vanished, appeared }: Unmatched,
  lineage: readonly (readonly [CardId, CardId])[],
): readonly Pair[] {
  if (lineage.length === 0) return [];
  const family = families(lineage);
  const back = Map.groupBy(appeared.values(), (card) => family(card.card.id));
  return [...vanished.values()].flatMap((from) =>
    (back.get(family(from.card.id)) ?? []).map((to) => ({ from, to })),
  );
}

/** Names the family of an id: the same for all ids that links join, itself where none does. */
function families(lineage: readonly (readonly [CardId, CardId])[]): (id: CardId) => CardId {
  const parents = new Map<CardId, CardId>();
  const head = (id: CardId): CardId => {
    let at = id;
    for (let up = parents.get(at); up !== undefined; up = parents.get(at)) at = up;
    return at;
  };
  for (const [one, other] of lineage) {
    const [a, b] = [head(one), head(other)];
    if (a !== b) parents.set(a, b);
  }
  return head;
}
