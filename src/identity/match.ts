import type { CardId } from '../model/card.ts';
import { likenesses, offersOf, pairByGap } from './by-likeness.ts';
import { pairBySide } from './by-side.ts';
import { sortOut } from './change.ts';
import type { CardLink, CollectionChange, Offer, Pair, Unmatched } from './change.ts';
import { gapsOf } from './gaps.ts';
import type { CardsByFile } from './gaps.ts';
import { pairByEdit, pairByReturn, pairBySameText } from './same-text.ts';
import { linkSides } from './sides.ts';
import { lexiconOf } from './similarity.ts';
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
  const state: Deciding = {
    vanished: cardsWith(change.before, change.vanished),
    appeared: cardsWith(change.after, change.appeared),
    links: [...linkRewordedSides(change)],
    doubtful: new Set(),
  };
  decide(state, 'edit', pairByEdit(state, change.certain));
  const massLoss = findMassLoss(change);
  if (massLoss === null) {
    decide(state, 'same-text', pairBySameText(state));
    decide(state, 'return', pairByReturn(state, change.lineage));
    for (const id of change.seen) state.appeared.delete(id);
  }
  const unsure = massLoss === null ? decideByWords(state, change) : [];
  return { links: state.links, unsure, lost: [...state.vanished.keys()], massLoss };
}

/** What is still without a partner, what was decided, and what must not be decided any more. */
interface Deciding extends Unmatched {
  readonly links: CardLink[];
  readonly doubtful: Set<CardId>;
}

/** Links the proposals that contradict no other one and no surer sign. */
function decide(state: Deciding, why: CardLink['why'], proposals: readonly Pair[]): void {
  const { sure, doubtful } = sortOut(proposals);
  for (const { from, to } of sure) {
    if (state.doubtful.has(from.card.id) || state.doubtful.has(to.card.id)) continue;
    state.vanished.delete(from.card.id);
    state.appeared.delete(to.card.id);
    state.links.push({ from: from.card.id, to: to.card.id, why, keys: linkSides(from, to) });
  }
  for (const id of doubtful) state.doubtful.add(id);
}

/** The stages that look at words, and the offers; they cost nothing where no pair is left. */
function decideByWords(state: Deciding, change: CollectionChange): readonly Offer[] {
  const { vanished, appeared } = state;
  if (vanished.size === 0 || appeared.size === 0) return [];
  const lexicon = lexiconOf(allCards(change.before), allCards(change.after));
  decide(state, 'side', pairBySide(state, change, lexicon));
  const found = likenesses(state, lexicon);
  decide(state, 'gap', pairByGap(found, ...gapsOfChange(change, state.links)));
  return offersOf(
    found.filter(({ from, to }) => vanished.has(from.card.id) && appeared.has(to.card.id)),
  );
}

/** The gaps before and after, between cards that stayed or are linked. */
function gapsOfChange(
  change: CollectionChange,
  links: readonly CardLink[],
): readonly [ReadonlyMap<CardId, string>, ReadonlyMap<CardId, string>] {
  const linked = new Map(links.map(({ from, to }) => [from, to]));
  const targets = new Set(linked.values());
  const now = new Set(allCards(change.after).map(({ card }) => card.id));
  const before = gapsOf(change.before, (id) => {
    const to = change.vanished.has(id) ? linked.get(id) : id;
    return to !== undefined && now.has(to) ? to : undefined;
  });
  const after = gapsOf(change.after, (id) =>
    change.appeared.has(id) && !targets.has(id) ? undefined : id,
  );
  return [before, after];
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

function cardsWith(files: CardsByFile, ids: ReadonlySet<CardId>): Map<CardId, TracedCard> {
  const found = new Map<CardId, TracedCard>();
  for (const traced of allCards(files)) {
    if (ids.has(traced.card.id)) found.set(traced.card.id, traced);
  }
  return found;
}

function allCards(files: CardsByFile): readonly TracedCard[] {
  return [...files.values()].flat();
}
