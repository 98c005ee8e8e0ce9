import { readdirSync } from 'node:fs';
import path from 'node:path';
import { sidesOf } from '../../deck/sides.ts';
import type { ImportedSide } from '../../exchange/anki/import-note.ts';
import type { HashedCard } from '../../exchange/card-marks.ts';
import { hashcardsHashes, readHashcards } from '../../exchange/hashcards.ts';
import { readRepeater, repeaterHashes } from '../../exchange/repeater.ts';
import type { CardKey } from '../../model/card.ts';
import type { StudyEvent } from '../../model/event.ts';
import type { StudyDay } from '../../model/schedule.ts';
import { TenetError } from '../../model/problem.ts';
import { defaultParameters } from '../../schedule/memory.ts';
import { offsetEastMinutes, studyDay } from '../../schedule/study-day.ts';
import { eventById } from '../../store/events.ts';
import type { Collection } from '../collection/collection.ts';
import { listDeckFiles } from '../decks/deck-files.ts';
import { safeName } from '../decks/new-deck-file.ts';
import { parseDeckFile } from '../decks/parse-deck-file.ts';
import { readTextFile, replaceFile } from '../files.ts';
import { importedHistory } from './events.ts';
import { emptyReport, reasonsOf } from './report.ts';
import type { ImportReport } from './report.ts';
import { indexDecks } from '../decks/index-decks.ts';
import type { OpenCollection } from '../collection/open-collection.ts';
import { relativePath } from '../relative-path.ts';

/** A program whose notation tenet shares, and how its database says who is who. */
interface Peer {
  readonly kind: 'hashcards' | 'repeater';
  hashes(text: string): readonly HashedCard[];
  /** The histories in its database, by hash. */
  histories(bytes: Uint8Array, file: string): ReadonlyMap<string, ImportedSide>;
}

/**
 * Takes the answers of hashcards, or the memories of repeater, over to the cards that they are about.
 * Cards are known by the other program's hash of their text. Deck files beside the database whose cards
 * are not here yet are copied in first.
 */
export function importPeer(
  open: OpenCollection,
  file: string,
  bytes: Uint8Array,
  kind: Peer['kind'],
): ImportReport {
  const { collection, study } = open;
  const peer = kind === 'hashcards' ? hashcards(open) : repeater(open);
  const histories = peer.histories(bytes, file);
  const here = sidesByHash(collection, peer);
  const copied = copyDecks(collection, peer, path.dirname(file), histories, here);
  const sides = copied.length === 0 ? here : sidesByHash(collection, peer);
  indexDecks(collection, study);
  const events: StudyEvent[] = [];
  let unchanged = 0;
  for (const [hash, side] of histories) {
    const key = sides.get(hash);
    if (key === undefined) continue;
    const { log, state } = importedHistory(
      key,
      side,
      { aside: false, flagNote: '' },
      {
        days: { firstDay: 0, createdSeconds: 0, offsetEast: 0, rolloverHour: 0 },
        preset: null,
        parameters: study.scheduler.settings.parameters ?? defaultParameters,
        oldRatings: false,
        settings: study.settings,
        scheduler: study.scheduler,
        today: study.now().day,
      },
    );
    const fresh = [...log, ...state].filter(({ id }) => eventById(study.store, id) === undefined);
    if (fresh.length === 0) unchanged += 1;
    events.push(...fresh);
  }
  const lost = [...histories.keys()].filter((hash) => !sides.has(hash));
  return {
    ...emptyReport(kind, file),
    files: copied,
    notes: histories.size,
    added: histories.size - lost.length - unchanged,
    unchanged,
    leftOut: reasonsOf(lost.map(() => 'no card here has its text any more')),
    events: study.takeIn(events).added,
  };
}

/** Every side of the collection by the peer's hash of it. */
function sidesByHash(collection: Collection, peer: Peer): Map<string, CardKey> {
  const sides = new Map<string, CardKey>();
  for (const { path: file, absolute } of listDeckFiles(
    collection.decks,
    collection.root,
    collection.drafts,
  ).files) {
    const text = readTextFile(absolute);
    const hashes = peer.hashes(text);
    if (hashes.length === 0) continue;
    const { cards } = parseDeckFile(collection, file, text);
    const byLine = new Map(cards.map((card) => [card.place.line, sidesOf(card)]));
    for (const { line, hole, hash } of hashes) {
      const side = byLine.get(line)?.[hole ?? 0];
      if (side !== undefined && !sides.has(hash)) sides.set(hash, side.key);
    }
  }
  return sides;
}

/** Copies the deck files beside the database that hold cards which are not here; the result is their paths. */
function copyDecks(
  { root, decks }: Collection,
  peer: Peer,
  folder: string,
  histories: ReadonlyMap<string, unknown>,
  here: ReadonlyMap<string, unknown>,
): readonly string[] {
  if (path.resolve(folder).startsWith(decks)) return [];
  const missing = new Set([...histories.keys()].filter((hash) => !here.has(hash)));
  if (missing.size === 0) return [];
  const copied: string[] = [];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.md')) continue;
    const from = path.join(entry.parentPath, entry.name);
    const text = readTextFile(from);
    if (!peer.hashes(text).some(({ hash }) => missing.has(hash))) continue;
    const to = path.join(decks, safeName(path.basename(folder)), path.relative(folder, from));
    replaceFile(to, text);
    copied.push(relativePath(root, to));
  }
  return copied.sort();
}

/** A card of Anki's shape for what another program knows: a review card with a memory. */
function reviewSide(
  known: {
    readonly stability: number;
    readonly difficulty: number;
    readonly lastMs: number;
    readonly lastDay: StudyDay;
    readonly dueDay: StudyDay;
    readonly reps: number;
    readonly lapses: number;
  },
  log: ImportedSide['log'],
): ImportedSide {
  return {
    ord: 0,
    log,
    card: {
      id: 0,
      noteId: 0,
      deckId: 0,
      ord: 0,
      modifiedSeconds: Math.floor(known.lastMs / 1000),
      type: 2,
      queue: 2,
      due: known.dueDay,
      intervalDays: Math.max(1, known.dueDay - known.lastDay),
      factor: 0,
      reps: known.reps,
      lapses: known.lapses,
      stepsLeft: 0,
      originalDue: 0,
      originalDeckId: 0,
      flag: 0,
      data: {
        stability: known.stability,
        difficulty: known.difficulty,
        lastReviewSeconds: Math.floor(known.lastMs / 1000),
      },
    },
  };
}

function hashcards({ study }: OpenCollection): Peer {
  const { settings } = study;
  return {
    kind: 'hashcards',
    hashes: hashcardsHashes,
    histories(bytes, file) {
      const byHash = Map.groupBy(readHashcards(bytes, file), ({ hash }) => hash);
      return new Map(
        [...byHash].flatMap(([hash, reviews]) => {
          const rows = reviews.map((review, index) => {
            const atMs = wallClockMs(review.reviewedAt, settings.timeZone);
            const day = studyDay(atMs, settings);
            const interval = Math.max(1, dayOfDate(review.dueDate) - day);
            const row = { id: atMs, cardId: 0, ease: review.grade, interval, lastInterval: 0 };
            return {
              review,
              day,
              row: { ...row, factor: 0, takenMs: 0, type: index === 0 ? 0 : 1 },
            };
          });
          const last = rows.at(-1);
          if (last === undefined) return [];
          const lapses = rows.slice(1).filter(({ review }) => review.grade === 1).length;
          const side = reviewSide(
            {
              stability: last.review.stability,
              difficulty: last.review.difficulty,
              lastMs: last.row.id,
              lastDay: last.day,
              dueDay: dayOfDate(last.review.dueDate),
              reps: rows.length,
              lapses,
            },
            rows.map(({ row }) => row),
          );
          return [[hash, side] as const];
        }),
      );
    },
  };
}

function repeater({ study }: OpenCollection): Peer {
  const { settings } = study;
  return {
    kind: 'repeater',
    hashes: repeaterHashes,
    histories: (bytes, file) =>
      new Map(
        readRepeater(bytes, file).map((card) => [
          card.hash,
          reviewSide(
            {
              stability: card.stability,
              difficulty: card.difficulty,
              lastMs: card.lastReviewedMs,
              lastDay: studyDay(card.lastReviewedMs, settings),
              dueDay: studyDay(card.dueMs, settings),
              reps: card.reviewCount,
              lapses: 0,
            },
            [],
          ),
        ]),
      ),
  };
}

const dayMs = 86_400_000;

/** Study days since 1970 of a calendar date. */
function dayOfDate(date: string): StudyDay {
  const ms = Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(ms)) throw new TenetError(`"${date}" is no date that hashcards writes.`);
  return ms / dayMs;
}

/** The instant at which a clock on the wall of the user's zone showed this. */
function wallClockMs(time: string, timeZone: string | undefined): number {
  const asUtc = Date.parse(`${time.replace(/(?:Z|[+-]\d\d:?\d\d)$/, '')}Z`);
  if (Number.isNaN(asUtc)) throw new TenetError(`"${time}" is no time that hashcards writes.`);
  const near = asUtc - offsetEastMinutes(asUtc, timeZone) * 60_000;
  return asUtc - offsetEastMinutes(near, timeZone) * 60_000;
}
