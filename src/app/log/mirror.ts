import {
  appendFileSync,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import type { EventId, StudyEvent } from '../../model/event.ts';
import { TenetError } from '../../model/problem.ts';
import { eventOfLine, lineOfEvent } from '../../store/event-lines.ts';
import { eventById, eventsInOrder } from '../../store/events.ts';
import { WrongField } from '../../store/field-checks.ts';
import { metaValue, setMetaValue } from '../../store/meta.ts';
import type { Store } from '../../store/open.ts';
import { clearOutbox, outboxIds, putIntoOutbox } from '../../store/outbox.ts';
import { fileLines } from '../file-lines.ts';
import { readable } from '../files.ts';
import { appendDurably, endsTorn, markAt, startAfter } from './mirror-file.ts';
import type { EventListener, Study } from './study.ts';

export interface MirrorOptions {
  readonly store: Store;
  /** The folder that the machines share; it must exist. */
  readonly folder: string;
  readonly collectionId: string;
  /** This machine's name; a copied database does not make two machines write to one file. */
  readonly host: string;
  readonly random: (count: number) => Uint8Array;
}

/** What a start found in the mirror. */
export interface MirrorNews {
  readonly added: number;
  /** Lines of other machines' files that are no events: torn ones, and those of a program gone wrong. */
  readonly skipped: number;
}

/**
 * The second copy of a log: this machine appends its events to a file of its own in a shared folder and
 * takes in those of the others. What cannot be written there waits in the database; study goes on.
 */
export class Mirror implements EventListener {
  readonly #store: Store;
  readonly #folder: string;
  readonly #prefix: string;
  readonly #own: string;
  #written: EventId[] = [];
  #problem: TenetError | null = null;

  constructor({ store, folder, collectionId, host, random }: MirrorOptions) {
    this.#store = store;
    this.#folder = folder;
    this.#prefix = `${collectionId}.`;
    const machine = `${host.replaceAll(/[^A-Za-z0-9-]/g, '-').slice(0, 40)}-${machineName(store, random)}`;
    this.#own = path.join(folder, `${this.#prefix}${machine}.jsonl`);
  }

  /** Why the mirror does not keep up; null while it does. */
  get problem(): TenetError | null {
    return this.#problem;
  }

  saving(events: readonly StudyEvent[]): void {
    clearOutbox(this.#store, this.#written);
    this.#written = [];
    putIntoOutbox(this.#store, events);
  }

  saved(events: readonly StudyEvent[]): void {
    this.#attempt(() => {
      if (!existsSync(this.#own)) return;
      appendFileSync(this.#own, linesOf(events));
      this.#written.push(...events.map(({ id }) => id));
    });
  }

  /** Writes what waits and takes in what the other machines wrote since the last time. */
  sync(study: Study): MirrorNews {
    let news: MirrorNews = { added: 0, skipped: 0 };
    this.#attempt(() => {
      if (!existsSync(this.#folder)) {
        throw new TenetError(`${this.#folder}: the folder of the mirror is not there`, {
          hint: 'Make it, or correct log_dir; what is missing there is written when it is back.',
        });
      }
      this.#push();
      news = this.#others().reduce((sum, name) => {
        const found = this.#takeIn(name, study);
        return { added: sum.added + found.added, skipped: sum.skipped + found.skipped };
      }, news);
    });
    return news;
  }

  /** Notes what was written, so that the next start need not write it again. */
  close(): void {
    if (this.#written.length === 0) return;
    this.#store.write(() => clearOutbox(this.#store, this.#written));
    this.#written = [];
  }

  #attempt(work: () => void): void {
    try {
      work();
      this.#problem = null;
    } catch (failure) {
      const known = readable(failure, this.#own);
      if (!(known instanceof TenetError)) throw known;
      this.#problem = known;
    }
  }

  #push(): void {
    const waiting = outboxIds(this.#store);
    if (existsSync(this.#own)) {
      if (waiting.length === 0) return;
      const events = waiting.flatMap((id) => eventById(this.#store, id) ?? []);
      appendDurably(this.#own, `${endsTorn(this.#own) ? '\n' : ''}${linesOf(events)}`);
    } else {
      this.#writeAll();
    }
    this.#store.write(() => clearOutbox(this.#store, waiting));
  }

  #writeAll(): void {
    const unfinished = `${this.#own}.part`;
    const handle = openSync(unfinished, 'w');
    try {
      for (const event of eventsInOrder(this.#store)) writeSync(handle, linesOf([event]));
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(unfinished, this.#own);
  }

  #others(): readonly string[] {
    return readdirSync(this.#folder)
      .filter((name) => name.startsWith(this.#prefix) && name.endsWith('.jsonl'))
      .filter((name) => path.join(this.#folder, name) !== this.#own)
      .filter((name) => statSync(path.join(this.#folder, name)).isFile())
      .sort();
  }

  #takeIn(name: string, study: Study): MirrorNews {
    const file = path.join(this.#folder, name);
    const mark = `mirror-read:${name}`;
    const start = startAfter(file, metaValue(this.#store, mark));
    if (start === statSync(file).size) return { added: 0, skipped: 0 };
    let end = start;
    let skipped = 0;
    function* events(): Generator<StudyEvent, void> {
      for (const line of fileLines(file, start)) {
        // A line without its end is still being written.
        if (!line.complete) break;
        end = line.end;
        const event = eventOrNull(line.text);
        if (event === null) skipped += line.text === '' ? 0 : 1;
        else yield event;
      }
    }
    return this.#store.write(() => {
      const { added } = study.takeIn(events(), true);
      setMetaValue(this.#store, mark, markAt(file, end));
      return { added, skipped };
    });
  }
}

function machineName(store: Store, random: (count: number) => Uint8Array): string {
  const known = metaValue(store, 'machine');
  if (known !== undefined) return known;
  const made = Buffer.from(random(4)).toString('hex');
  setMetaValue(store, 'machine', made);
  return made;
}

function linesOf(events: readonly StudyEvent[]): string {
  return events.map((event) => `${lineOfEvent(event)}\n`).join('');
}

function eventOrNull(line: string): StudyEvent | null {
  try {
    return eventOfLine(line);
  } catch (failure) {
    if (failure instanceof WrongField) return null;
    throw failure;
  }
}
