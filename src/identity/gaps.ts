import type { CardId } from '../model/card.ts';
import type { TracedCard } from './traced-card.ts';

/** The cards of each file in their order, by path. */
export type CardsByFile = ReadonlyMap<string, readonly TracedCard[]>;

/**
 * Names the gap that each card stands in: between the nearest cards before and after it, in its file,
 * that are known under both their old and their new id. `anchorOf` gives a card's name as an anchor (its
 * id now), undefined where it is none. Cards with the same gap before and after are in the same place.
 */
export function gapsOf(
  files: CardsByFile,
  anchorOf: (id: CardId) => CardId | undefined,
): ReadonlyMap<CardId, string> {
  const gaps = new Map<CardId, string>();
  for (const [path, cards] of files) {
    let previous: CardId | undefined;
    let open: CardId[] = [];
    const close = (next: CardId | undefined): void => {
      const name = gapName(path, previous, next);
      for (const id of open) gaps.set(id, name);
      open = [];
    };
    for (const { card } of cards) {
      const anchor = anchorOf(card.id);
      if (anchor === undefined) {
        open.push(card.id);
        continue;
      }
      close(anchor);
      previous = anchor;
    }
    close(undefined);
  }
  return gaps;
}

/** A gap without any anchor is a whole file, and known by its path. */
function gapName(path: string, previous: CardId | undefined, next: CardId | undefined): string {
  if (previous === undefined && next === undefined) return `file ${path}`;
  return `${previous ?? ''} ${next ?? ''}`;
}
