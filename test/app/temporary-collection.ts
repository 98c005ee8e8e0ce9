import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findCollection } from '../../src/app/collection/collection.ts';
import type { Collection } from '../../src/app/collection/collection.ts';
import { indexDecks } from '../../src/app/decks/index-decks.ts';
import type { IndexOptions, IndexReport } from '../../src/app/decks/index-decks.ts';
import { Study } from '../../src/app/log/study.ts';
import type { CardKey } from '../../src/model/card.ts';
import type { Grade } from '../../src/model/schedule.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/open.ts';

/** 2026-11-20, nine in the morning in UTC. */
export const morningMs = Date.UTC(2026, 10, 20, 9);
const minuteMs = 60_000;

/** A collection in a folder of its own, with a database in memory and a clock that only tests move. */
export class TemporaryCollection {
  readonly folder: string;
  readonly store: Store = openStore(':memory:', { nowMs: morningMs });
  collection: Collection;
  study: Study;
  nowMs = morningMs;

  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}) {
    this.folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'tenet-')));
    this.write('tenet.toml', 'id = "test-collection"\n');
    mkdirSync(path.join(this.folder, 'decks'), { recursive: true });
    for (const [file, text] of Object.entries(files)) this.write(file, text);
    this.collection = this.at(this.folder);
    const clock = { now: () => this.nowMs };
    this.study = new Study({ store: this.store, clock, settings: this.collection.settings });
  }

  /** The collection in a folder, as the program finds it. */
  at(folder: string): Collection {
    const env = { HOME: path.join(this.folder, 'home') };
    return findCollection({ decks: folder, db: path.join(this.folder, 'x.db'), env, cwd: folder });
  }

  write(file: string, text: string | Uint8Array): void {
    const absolute = path.join(this.folder, file);
    mkdirSync(path.dirname(absolute), { recursive: true });
    writeFileSync(absolute, text);
  }

  remove(file: string): void {
    rmSync(path.join(this.folder, file), { recursive: true });
  }

  index(options?: IndexOptions): IndexReport {
    return indexDecks(this.collection, this.study, options);
  }

  /** Answers a side; time goes on by a minute. */
  answer(key: string, grade: Grade = 3): void {
    this.nowMs += minuteMs;
    const card = key as CardKey;
    const next = this.study.scheduler.next(this.study.standing(card), grade, this.study.now());
    const due = next.due ?? { kind: 'day', day: this.study.now().day };
    this.study.record([{ card, body: { kind: 'answer', grade, ms: 2000, due } }]);
  }

  /** How often a side was answered, by the history that it has now. */
  reps(key: string): number {
    const { schedule } = this.study.standing(key as CardKey);
    return schedule.state === 'new' ? 0 : schedule.reps;
  }

  /** The keys of all sides that are here, in their order. */
  keys(): readonly string[] {
    return this.store
      .rows<[string]>(
        `SELECT key FROM side JOIN card ON card.number = side.card
         ORDER BY card.file, card.position, side.ordinal`,
      )
      .map(([key]) => key);
  }

  dispose(): void {
    this.store.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
