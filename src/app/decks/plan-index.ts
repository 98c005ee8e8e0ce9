import path from 'node:path';
import { sidesOf } from '../../deck/sides.ts';
import type { CollectionChange } from '../../identity/change.ts';
import { matchCards } from '../../identity/match.ts';
import type { Matching } from '../../identity/match.ts';
import { sideHashes } from '../../identity/side-texts.ts';
import type { TracedCard } from '../../identity/traced-card.ts';
import type { Card, CardId } from '../../model/card.ts';
import { cardsOfFile, countCards, hashesElsewhere } from '../../store/deck-index.ts';
import type { CardRecord, SideRecord } from '../../store/deck-index.ts';
import type { CardWithSides } from '../../store/deck-index-changes.ts';
import type { Store } from '../../store/open.ts';
import { heldCards, idsSeen, successionsAround } from '../../store/past-cards.ts';
import type { PastCard } from '../../store/past-cards.ts';
import type { FileChange, FoundCard } from './deck-changes.ts';
import { settleCards } from './settle-cards.ts';
import type { SettledCard } from './settle-cards.ts';

/** What the index is to become: which cards stand where, what is remembered, and who was whom. */
export interface IndexPlan {
  /** All cards of each file that changed; none for a file that is gone. */
  readonly cards: ReadonlyMap<string, readonly CardWithSides[]>;
  readonly past: readonly PastCard[];
  readonly matching: Matching;
  readonly added: number;
  readonly gone: number;
}

/** What is in the index of the files that changed, before the change. */
interface Before {
  readonly cards: ReadonlyMap<string, readonly CardRecord[]>;
  readonly held: ReadonlyMap<string, readonly PastCard[]>;
}

interface Files {
  /** They lack a card only because it is gone. */
  readonly whole: ReadonlySet<string>;
  readonly gone: ReadonlySet<string>;
}

/** Works out what follows from changed files; reads the index and writes nothing. */
export function planIndex(
  store: Store,
  changes: readonly FileChange[],
  certain: readonly (readonly [CardId, CardId])[],
): IndexPlan {
  const after = settleCards(store, changes);
  const before = readBefore(store, after.keys());
  const files = {
    whole: wholeFiles(changes, after.keys()),
    gone: new Set(changes.flatMap((change) => (change.kind === 'gone' ? [change.path] : []))),
  };
  return plan(store, before, after, files, certain);
}

/** The files that lack a card only because it is gone. */
function wholeFiles(changes: readonly FileChange[], files: Iterable<string>): ReadonlySet<string> {
  const whole = new Set(files);
  for (const change of changes)
    if (change.kind === 'parsed' && !change.record.whole) whole.delete(change.record.path);
  return whole;
}

function readBefore(store: Store, files: Iterable<string>): Before {
  const cards = new Map<string, readonly CardRecord[]>();
  const held = new Map<string, readonly PastCard[]>();
  for (const file of files) {
    cards.set(file, cardsOfFile(store, file));
    held.set(file, heldCards(store, file));
  }
  return { cards, held };
}

function plan(
  store: Store,
  before: Before,
  after: ReadonlyMap<string, readonly SettledCard[]>,
  { whole, gone }: Files,
  certain: readonly (readonly [CardId, CardId])[],
): IndexPlan {
  const was = new Map<CardId, CardRecord>();
  for (const card of [...before.cards.values()].flat())
    if (card.id !== null) was.set(card.id, card);
  const here = new Set([...after.values()].flat().map(({ id }) => id));
  const waited = [...before.held.values()].flat();
  const missing = [...was.values()]
    .map(pastOf)
    .concat(waited)
    .filter(({ id }) => !here.has(id));
  const vanished = missing.filter(({ file }) => whole.has(file));
  const known = new Set([...was.keys(), ...waited.map(({ id }) => id)]);
  const appeared = new Set<CardId>();
  for (const { id } of [...after.values()].flat())
    if (id !== null && (!known.has(id) || was.get(id)?.fresh === true)) appeared.add(id);
  const matching = matchCards({
    before: tracedBefore(before, appeared),
    after: tracedAfter(after, gone),
    vanished: new Set(vanished.map(({ id }) => id)),
    appeared,
    certain,
    ...memories(store, vanished, appeared),
    elsewhere: (hashes) => hashesElsewhere(store, hashes, after.keys()),
    known: countCards(store),
  });
  const linked = new Set(matching.links.map(({ to }) => to));
  const isFresh = ({ id, file }: SettledCard): boolean =>
    id !== null && !whole.has(file) && appeared.has(id) && !linked.has(id);
  return {
    cards: new Map(
      [...after].map(([file, cards]) => [
        file,
        cards.map((card) => withSides(card, isFresh(card))),
      ]),
    ),
    past: missing.map((card) => asPast(card, !whole.has(card.file))),
    matching,
    added: [...appeared].filter((id) => !known.has(id)).length,
    gone: vanished.length,
  };
}

/** What the index remembers of these cards; not asked where nothing can be matched. */
function memories(
  store: Store,
  vanished: readonly PastCard[],
  appeared: ReadonlySet<CardId>,
): Pick<CollectionChange, 'seen' | 'lineage'> {
  if (vanished.length === 0 || appeared.size === 0) return { seen: new Set(), lineage: [] };
  const seen = idsSeen(store, appeared);
  const lineage = seen.size === 0 ? [] : successionsAround(store, seen);
  return { seen, lineage };
}

/** Cards in their files as they were; held ones at the place where they last stood. */
function tracedBefore(
  { cards, held }: Before,
  appeared: ReadonlySet<CardId>,
): ReadonlyMap<string, readonly TracedCard[]> {
  return new Map(
    [...cards].map(([file, records]) => {
      const stood = records.flatMap((record) =>
        record.id === null || appeared.has(record.id) ? [] : [pastOf(record)],
      );
      const all = [...(held.get(file) ?? []), ...stood].sort((a, b) => a.position - b.position);
      return [file, all.map((past) => traced(past.card, past.textId))];
    }),
  );
}

function tracedAfter(
  after: ReadonlyMap<string, readonly SettledCard[]>,
  gone: ReadonlySet<string>,
): ReadonlyMap<string, readonly TracedCard[]> {
  const there = [...after].filter(([file]) => !gone.has(file));
  return new Map(
    there.map(([file, cards]) => [
      file,
      cards.flatMap((card) =>
        card.id === null ? [] : [traced(identified(card, card.id), card.textId)],
      ),
    ]),
  );
}

function traced(card: Card, textId: CardId): TracedCard {
  return { card, sides: sidesOf(card), textId };
}

function identified({ card }: FoundCard, id: CardId): Card {
  return card.id === id ? card : { ...card, id };
}

function pastOf({ id, claim, file, position, textId, card }: CardRecord): PastCard {
  return { id: id ?? claim, file, position, held: false, textId, card };
}

function asPast(card: PastCard, held: boolean): PastCard {
  return { ...card, held };
}

function withSides(found: SettledCard, fresh: boolean): CardWithSides {
  if (found.id === null) return { ...found, fresh, sides: [] };
  const card = identified(found, found.id);
  const { sides } = traced(card, found.textId);
  const hashes = sideHashes({ card, sides, textId: found.textId });
  const section = sectionOf(card);
  const records = sides.map(({ key }, index): SideRecord => ({
    key,
    deck: card.deck,
    section,
    asks: hashes[index]?.asks ?? 0,
    answers: hashes[index]?.answers ?? 0,
  }));
  return { ...found, card, fresh, sides: records };
}

/** The first passage of the collection that a card cites, as `document#heading`. */
function sectionOf({ sources, place }: Card): string | null {
  const local = sources.find(({ target }) => !/^[a-z][a-z0-9+.-]*:/i.test(target));
  if (local === undefined) return null;
  return path.posix.normalize(path.posix.join(path.posix.dirname(place.file), local.target));
}
