import type { CardId } from '../model/card.ts';
import { likenesses, offersOf, pairByGap } from './by-likeness.ts';
import { pairBySide } from './by-side.ts';
import type { CardLink, CollectionChange, Offer, Pair, Unmatched } from './change.ts';
import { gapsOf } from './gaps.ts';
import type { CardsByFile } from './gaps.ts';
import { pairByEdit, pairByReturn, pairBySameText } from './same-text.ts';
import { linkSides } from './sides.ts';
import { cardWords, rareWordWeight } from './similarity.ts';
import type { Weight } from './similarity.ts';
import type { TracedCard } from './traced-card.ts';

/** Most of a collection disappeared at once: a folder that is not mounted, another folder named. */
export interface MassLoss {
  readonly gone: number;
  readonly known: number;
}

/** What was decided about the cards of a change. */
export interface Matching {
  readonly links: readonly CardLink[];
  /** Cards that are gone and look like new ones, but not surely. */
  readonly unsure: readonly Offer[];
  /** Cards that are gone and were not linked, offered or not: their history waits. */
  readonly lost: readonly CardId[];
  readonly massLoss: MassLoss | null;
}

/**
 * Decides which card of now is which card of before, surest first: the same text; a return to an earlier
 * text; one side unchanged and unique; the same gap between the same neighbours and much alike. What is
 * less sure is offered. When most cards are gone at once nothing is matched.
 */
export function matchCards(change: CollectionChange): Matching {
  const unmatched: Unmatched = {
    vanished: cardsWith(change.before, change.vanished),
    appeared: cardsWith(change.after, change.appeared),
  };
  const links = [...linkRewordedSides(change)];
  const settle = (why: CardLink['why'], pairs: readonly Pair[]): void => {
    for (const { from, to } of pairs) {
      unmatched.vanished.delete(from.card.id);
      unmatched.appeared.delete(to.card.id);
      links.push({ from: from.card.id, to: to.card.id, why, keys: linkSides(from, to) });
    }
  };
  settle('edit', pairByEdit(unmatched, change.certain));
  const massLoss = findMassLoss(change);
  if (massLoss !== null)
    return { links, unsure: [], lost: [...unmatched.vanished.keys()], massLoss };
  settle('same-text', pairBySameText(unmatched));
  settle('return', pairByReturn(unmatched, change.lineage));
  for (const id of change.seen) unmatched.appeared.delete(id);
  const unsure = matchByLikeness(change, unmatched, links, settle);
  return { links, unsure, lost: [...unmatched.vanished.keys()], massLoss: null };
}

/** The stages that look at words; they cost nothing where only one of both sides has cards left. */
function matchByLikeness(
  change: CollectionChange,
  unmatched: Unmatched,
  links: readonly CardLink[],
  settle: (why: CardLink['why'], pairs: readonly Pair[]) => void,
): readonly Offer[] {
  const { vanished, appeared } = unmatched;
  if (vanished.size === 0 || appeared.size === 0) return [];
  const weight = weightOf(change);
  settle('side', pairBySide(unmatched, change, weight));
  const linked = new Map(links.map(({ from, to }) => [from, to]));
  const now = idsOf(change.after);
  const targets = new Set(links.map(({ to }) => to));
  const oldGaps = gapsOf(change.before, (id) => {
    const to = change.vanished.has(id) ? linked.get(id) : id;
    return to !== undefined && now.has(to) ? to : undefined;
  });
  const newGaps = gapsOf(change.after, (id) =>
    change.appeared.has(id) && !targets.has(id) ? undefined : id,
  );
  const found = likenesses(unmatched, weight);
  settle('gap', pairByGap(found, oldGaps, newGaps));
  return offersOf(
    found.filter(({ from, to }) => vanished.has(from.card.id) && appeared.has(to.card.id)),
  );
}

/** Cards that kept a written id while holes or items of theirs were reworded. */
function linkRewordedSides({ before, after }: CollectionChange): readonly CardLink[] {
  const was = new Map(allCards(before).map((traced) => [traced.card.id, traced]));
  return allCards(after).flatMap((to) => {
    const from = was.get(to.card.id);
    const keys = from === undefined || from.textId === to.textId ? [] : linkSides(from, to);
    return keys.length === 0
      ? []
      : [{ from: to.card.id, to: to.card.id, why: 'reworded' as const, keys }];
  });
}

function findMassLoss(change: CollectionChange): MassLoss | null {
  const { vanished, appeared, before, after, known } = change;
  const gone = vanished.size;
  if (gone < 2 || gone * 2 <= known) return null;
  const withFile = [...before].flatMap(([path, cards]) =>
    after.has(path) ? [] : cards.filter(({ card }) => vanished.has(card.id)),
  ).length;
  const replaced = appeared.size * 2 >= gone && withFile * 2 <= gone;
  return replaced ? null : { gone, known };
}

function weightOf({ before, after }: CollectionChange): Weight {
  return rareWordWeight(allCards(before).map(cardWords), allCards(after).map(cardWords));
}

function cardsWith(files: CardsByFile, ids: ReadonlySet<CardId>): Map<CardId, TracedCard> {
  const found = new Map<CardId, TracedCard>();
  for (const traced of allCards(files)) {
    if (ids.has(traced.card.id)) found.set(traced.card.id, traced);
  }
  return found;
}

function idsOf(files: CardsByFile): ReadonlySet<CardId> {
  return new Set(allCards(files).map(({ card }) => card.id));
}

function allCards(files: CardsByFile): readonly TracedCard[] {
  return [...files.values()].flat();
}
