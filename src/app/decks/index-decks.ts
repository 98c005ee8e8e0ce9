import type { CardLink, Offer } from '../../identity/change.ts';
import type { MassLoss } from '../../identity/match.ts';
import type { CardId } from '../../model/card.ts';
import type { Problem } from '../../model/problem.ts';
import { knownFiles } from '../../store/deck-index.ts';
import {
  addCards,
  addSuccession,
  clearDeckIndex,
  forgetPastCards,
  putFile,
  rememberCard,
  removeCards,
  removeFile,
  touchFile,
} from '../../store/deck-index-changes.ts';
import { metaValue, setMetaValue } from '../../store/meta.ts';
import type { Store } from '../../store/open.ts';
import { idsWithHistory } from '../../store/past-cards.ts';
import type { Collection } from '../collection/collection.ts';
import { findChanges } from './deck-changes.ts';
import type { FileChange } from './deck-changes.ts';
import { listDeckFiles } from './deck-files.ts';
import { linkActs } from './link-acts.ts';
import { planIndex } from './plan-index.ts';
import type { IndexPlan } from './plan-index.ts';
import { indexReader } from '../reading/index-chapters.ts';
import type { Study } from '../log/study.ts';

/** What was found when the deck files were looked at. */
export interface IndexReport {
  /** How many deck files there are. */
  readonly files: number;
  /** How many of them were read, because their size or times had changed. */
  readonly read: number;
  /** How many of those were parsed, because their content had changed. */
  readonly parsed: number;
  /** Cards that are here and were not, and the other way round; a reworded card counts as both. */
  readonly added: number;
  readonly gone: number;
  /** Cards whose history goes on under other keys now; reworded cards without a history are not named. */
  readonly linked: readonly CardLink[];
  /** Cards with a history that are gone and may be new ones; `waitingCards` finds them later too. */
  readonly unsure: readonly Offer[];
  /** Set when most cards are gone at once; then nothing was matched. */
  readonly massLoss: MassLoss | null;
  /** What is wrong with folders and links now; what is wrong in files, `deckProblems` tells. */
  readonly problems: readonly Problem[];
}

export interface IndexOptions {
  /** Pairs of ids, old and new, of cards that were just edited inside tenet. */
  readonly edited?: readonly (readonly [CardId, CardId])[];
}

/** To be raised whenever parsing the same file would give other cards or problems than before. */
const indexVersion = 1;

/** The value in the database that says what its index was made from. */
const madeFrom = 'deck-index-of';

/**
 * Brings the index up to date with the deck files and the chapters of the reader, and links what was
 * reworded. Only files that changed are read and parsed; where none did, it costs a look at each file's
 * times and three queries. Links are in the log before the index knows of them, so that nothing that
 * happens in between can lose a history.
 */
export function indexDecks(
  collection: Collection,
  study: Study,
  options: IndexOptions = {},
): IndexReport {
  const { store } = study;
  indexReader(collection, store);
  for (;;) {
    const { decks, root, drafts } = collection;
    const listing = listDeckFiles(decks, root, drafts);
    const state = indexState(store, collection.id);
    const changes = findChanges(collection, listing, knownFiles(store));
    const counts = countsOf(listing.files.length, changes);
    if (changes.length === 0) return { ...counts, ...nothing, problems: listing.problems };
    const plan = planIndex(store, changes, options.edited ?? []);
    const linked = carryOver(study, plan.matching.links);
    if (!saveIndex(store, changes, plan, state)) continue;
    const { added, gone, matching } = plan;
    const waiting = idsWithHistory(
      store,
      matching.unsure.map(({ from }) => from),
    );
    return {
      ...counts,
      added,
      gone,
      linked,
      unsure: matching.unsure.filter(({ from }) => waiting.has(from)),
      massLoss: matching.massLoss,
      problems: listing.problems,
    };
  }
}

/** Logs the links that carry a history, and gives them back. */
function carryOver(study: Study, links: readonly CardLink[]): readonly CardLink[] {
  const acts = linkActs(study, links);
  if (acts.length === 0) return [];
  study.record(acts);
  const carried = new Set(acts.map(({ card }) => card));
  return links.filter(({ keys }) => keys.some(({ to }) => carried.has(to)));
}

const nothing = { added: 0, gone: 0, linked: [], unsure: [], massLoss: null } as const;

function countsOf(
  files: number,
  changes: readonly FileChange[],
): Pick<IndexReport, 'files' | 'read' | 'parsed'> {
  return {
    files,
    read: changes.filter(({ kind }) => kind !== 'gone').length,
    parsed: changes.filter(({ kind }) => kind === 'parsed').length,
  };
}

/**
 * The state of the index as a text that changes with every update. An index of another collection is
 * emptied first: nothing is matched across collections. One of an earlier version is read anew.
 */
function indexState(store: Store, collection: string): string {
  const state = metaValue(store, madeFrom);
  const [version, , of] = state?.split(' ') ?? [];
  if (state !== undefined && of === collection && version === String(indexVersion)) return state;
  const next = `${indexVersion} 0 ${collection}`;
  store.write(() => {
    if (of !== collection) clearDeckIndex(store);
    store.run('UPDATE deck_file SET hash = NULL, settled = 0');
    setMetaValue(store, madeFrom, next);
  });
  return next;
}

/** Writes all of it in one transaction; false, and nothing, when another process updated the index meanwhile. */
function saveIndex(
  store: Store,
  changes: readonly FileChange[],
  plan: IndexPlan,
  state: string,
): boolean {
  return store.write(() => {
    if (metaValue(store, madeFrom) !== state) return false;
    const [version, count, collection] = state.split(' ');
    setMetaValue(store, madeFrom, `${version} ${Number(count) + 1} ${collection}`);
    for (const change of changes) saveFile(store, change);
    for (const path of plan.cards.keys()) removeCards(store, path);
    addCards(store, [...plan.cards.values()].flat());
    const here = [...plan.cards.values()].flat().flatMap(({ id }) => id ?? []);
    forgetPastCards(store, here);
    for (const past of plan.past) rememberCard(store, past);
    for (const { from, to } of plan.matching.links) addSuccession(store, from, to);
    return true;
  });
}

function saveFile(store: Store, change: FileChange): void {
  switch (change.kind) {
    case 'gone':
      removeFile(store, change.path);
      break;
    case 'touched':
      touchFile(store, change.record);
      break;
    case 'unread':
    case 'parsed':
      putFile(store, change.record, change.problems);
      break;
  }
}
