import { textId } from '../../deck/sides.ts';
import type { Card, CardId } from '../../model/card.ts';
import type { Problem } from '../../model/problem.ts';
import type { FileRecord } from '../../store/deck-index.ts';
import type { Collection } from '../collection/collection.ts';
import { mayBeThere } from './deck-files.ts';
import type { DeckListing, FileStat, ListedFile } from './deck-files.ts';
import { parseDeckFile } from './parse-deck-file.ts';
import { readDeckFile } from './read-deck-file.ts';

/** A card as its file gives it, before it is settled which of two equal ids stands. */
export interface FoundCard {
  readonly file: string;
  readonly position: number;
  readonly claim: CardId;
  readonly textId: CardId;
  readonly card: Card;
}

/** What became of a file since it was last looked at. */
export type FileChange =
  | { readonly kind: 'gone'; readonly path: string }
  /** Its times changed, its content did not. */
  | { readonly kind: 'touched'; readonly record: FileRecord }
  /** It cannot be read as text: nothing is known of its cards, so they stay. */
  | { readonly kind: 'unread'; readonly record: FileRecord; readonly problems: readonly Problem[] }
  | {
      readonly kind: 'parsed';
      readonly record: FileRecord;
      readonly problems: readonly Problem[];
      readonly cards: readonly FoundCard[];
    };

/** A file that was written so shortly before it was read may be written again in the same tick. */
const tickMs = 50;
/** The tick of file systems that keep whole seconds only. */
const coarseTickMs = 2000;

/** Reads and parses the files that changed, and nothing else. */
export function findChanges(
  collection: Collection,
  listing: DeckListing,
  known: ReadonlyMap<string, FileRecord>,
): readonly FileChange[] {
  const changes: FileChange[] = [];
  const listed = new Set<string>();
  for (const file of listing.files) {
    listed.add(file.path);
    const before = known.get(file.path);
    const notation = collection.notationOf(file.path) ?? '';
    if (before !== undefined && before.notation === notation && isUnchanged(file.stat, before))
      continue;
    changes.push(lookAt(file, before, collection));
  }
  for (const path of known.keys()) {
    if (!listed.has(path) && !mayBeThere(path, listing)) changes.push({ kind: 'gone', path });
  }
  return changes;
}

function isUnchanged(now: FileStat, before: FileRecord): boolean {
  return (
    before.settled &&
    now.size === before.size &&
    now.modifiedMs === before.modifiedMs &&
    now.changedMs === before.changedMs
  );
}

function lookAt(
  file: ListedFile,
  before: FileRecord | undefined,
  collection: Collection,
): FileChange {
  const reading = readDeckFile(file);
  const record: FileRecord = {
    path: file.path,
    ...reading.stat,
    settled: isSettled(reading.stat, Date.now()),
    hash: reading.kind === 'text' ? reading.hash : null,
    notation: collection.notationOf(file.path) ?? '',
    whole: false,
  };
  if (reading.kind === 'problem') {
    // What cannot be opened today may be readable tomorrow without any change of the file.
    const retry = {
      ...record,
      settled: record.settled && reading.problem.rule !== 'file-unreadable',
    };
    return { kind: 'unread', record: retry, problems: [reading.problem] };
  }
  if (before !== undefined && before.hash === record.hash && before.notation === record.notation)
    return { kind: 'touched', record };
  const parsed = parseDeckFile(collection, file.path, reading.text);
  return {
    kind: 'parsed',
    record: { ...record, whole: !parsed.problems.some(hidesCards) },
    problems: parsed.problems,
    cards: parsed.cards.map((card, position) => found(file.path, position, card)),
  };
}

function found(file: string, position: number, card: Card): FoundCard {
  // An id of a text that is written on another card has a number behind.
  const ofText = card.idWritten || card.id.includes('-') ? textId(card) : card.id;
  return { file, position, claim: card.id, textId: ofText, card };
}

/** An error after which a card that is missing may still be in the file. */
function hidesCards({ severity, rule }: Problem): boolean {
  return severity === 'error' && rule !== 'id-twice';
}

/** Whether any later write shows in the file's times. */
function isSettled({ modifiedMs }: FileStat, nowMs: number): boolean {
  const tick = modifiedMs % 1000 === 0 ? coarseTickMs : tickMs;
  return Math.abs(nowMs - modifiedMs) > tick;
}
