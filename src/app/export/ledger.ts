import { existsSync } from 'node:fs';
import path from 'node:path';
import type { ExportOrigin } from '../../exchange/anki/export-note.ts';
import { parseRecords, printRecords, recordsPath } from '../../exchange/anki/records.ts';
import type { ExportRecord } from '../../exchange/anki/records.ts';
import { foldLedger, ledgerPath, parseLedger } from '../../ledger/ledger.ts';
import type { LedgerEntry } from '../../ledger/ledger.ts';
import type { Card, Side } from '../../model/card.ts';
import type { Collection } from '../collection/collection.ts';
import { sideOrds } from './notes.ts';
import type { CardFacts } from './notes.ts';
import { readTextFile, replaceFile } from '../files.ts';
import { withdrawnCard } from './withdrawn-card.ts';

/** What is known when the facts are gathered. */
export interface FactsInput {
  /** Of earlier exports. */
  readonly records: ReadonlyMap<string, ExportRecord>;
  /** Of all cards that are exported. */
  readonly ids: ReadonlySet<string>;
  /** Titles of the decks that are exported, none for all. */
  readonly decks: readonly string[];
  readonly nowMs: number;
}

/**
 * What the ledger and the records of earlier exports know of the cards; nothing is written before `save`.
 * What was never exported and has no line in the ledger has no time of change, so that two copies of a
 * collection agree about it.
 */
export class ExportFacts {
  /** Cards that were given out once, are in no deck any more, and should be studied no more. */
  readonly withdrawnCards: readonly Card[];
  readonly #file: string;
  readonly #ledger: ReadonlyMap<string, LedgerEntry>;
  readonly #before: ReadonlyMap<string, ExportRecord>;
  readonly #next: Map<string, ExportRecord>;
  readonly #reasons: ReadonlyMap<string, string>;
  readonly #nowMs: number;

  constructor(collection: Collection, { records, ids, decks, nowMs }: FactsInput) {
    this.#file = path.join(collection.decks, recordsPath);
    this.#ledger = readLedger(collection);
    this.#before = records;
    this.#next = new Map(records);
    this.#nowMs = nowMs;
    const withdrawn = [...this.#before.values()].filter(
      ({ id, deck }) =>
        !ids.has(id) &&
        this.#ledger.get(id)?.fate === 'withdrawn' &&
        (decks.length === 0 || decks.includes(deck)),
    );
    this.#reasons = new Map(withdrawn.map(({ id }) => [id, this.#ledger.get(id)?.reason ?? '']));
    this.withdrawnCards = withdrawn.map(withdrawnCard);
  }

  /** The facts of a card; `origin` is the note of Anki's own that it was taken from. */
  of(card: Card, sides: readonly Side[], origin: ExportOrigin | null): CardFacts {
    const { id, deck, kind, typed } = card;
    const known = this.#before.get(id);
    const entry = this.#ledger.get(id);
    const withdrawn = this.#reasons.get(id) ?? null;
    const given = { ...entry?.anki, ...known?.ords };
    const ords =
      withdrawn === null ? sideOrds(sides, given) : Object.values(given).sort((a, b) => a - b);
    const named = Object.fromEntries(sides.map(({ name }, index) => [name, ords[index] ?? index]));
    this.#next.set(id, {
      id,
      deck,
      kind,
      typed,
      ords: withdrawn === null ? { ...named, ...without(given, named) } : given,
      hash: known?.hash ?? '',
      changedSeconds: known === undefined ? secondsOf(entry?.changed) : known.changedSeconds,
    });
    const madeMs = entry === undefined ? null : msOf(entry.made);
    return { guid: card.guid ?? id, madeMs, ords, origin, withdrawn };
  }

  /** Epoch seconds at which a card's note got the content with this hash; null where that is not known. */
  changed(card: Card, hash: string): number | null {
    const record = this.#next.get(card.id);
    if (record === undefined) return null;
    const changedSeconds = changeOf(record, hash, this.#ledger.get(card.id), this.#nowMs);
    this.#next.set(card.id, { ...record, hash, changedSeconds });
    return changedSeconds;
  }

  /** Writes down the numbers that were given, and what went out. */
  save(): void {
    const text = printRecords(this.#next.values());
    if (!existsSync(this.#file) || readTextFile(this.#file) !== text) replaceFile(this.#file, text);
  }
}

/** When the content got this hash: the ledger's time where it moved on since, else now. */
function changeOf(
  record: ExportRecord,
  hash: string,
  entry: LedgerEntry | undefined,
  nowMs: number,
): number | null {
  if (record.hash === '' || record.hash === hash) return record.changedSeconds;
  const before = record.changedSeconds ?? 0;
  const logged = secondsOf(entry?.changed) ?? 0;
  return Math.max(before + 1, logged > before ? logged : Math.floor(nowMs / 1000));
}

function without(
  ords: Readonly<Record<string, number>>,
  named: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(ords).filter(([name]) => !(name in named)));
}

/** What earlier exports wrote down, by the ids of cards. */
export function readRecords({ decks }: Collection): ReadonlyMap<string, ExportRecord> {
  const file = path.join(decks, recordsPath);
  return existsSync(file) ? parseRecords(readTextFile(file)) : new Map();
}

function readLedger({ decks }: Collection): ReadonlyMap<string, LedgerEntry> {
  const file = path.join(decks, ledgerPath);
  if (!existsSync(file)) return new Map();
  return foldLedger(parseLedger(readTextFile(file), file).entries);
}

function msOf(time: string): number | null {
  const ms = Date.parse(time);
  return Number.isNaN(ms) ? null : ms;
}

function secondsOf(time: string | undefined): number | null {
  const ms = time === undefined ? null : msOf(time);
  return ms === null ? null : Math.floor(ms / 1000);
}
