import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { EventId, StudyEvent } from '../../model/event.ts';
import { TenetError } from '../../model/problem.ts';
import { eventOfLine, lineOfEvent } from '../../store/event-lines.ts';
import { eventById, eventsInOrder } from '../../store/events.ts';
import { WrongField } from '../../store/field-checks.ts';
import { metaValue, setMetaValue } from '../../store/meta.ts';
import type { Store } from '../../store/open.ts';
import { clearOutbox, outboxIds, putIntoOutbox } from '../../store/outbox.ts';
import { syncFile } from '../../store/sync.ts';
import { fileLines } from '../file-lines.ts';
import { readable, replaceFile } from '../files.ts';
import { appendLines, markAt, startAfter } from './mirror-file.ts';
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
  /** What the file holds and the disk may not yet: a power cut could take it, so the outbox keeps it. */
  #unsynced: EventId[] = [];
  #problem: TenetError | null = null;

  constructor({ store, folder, collectionId, host, random }: MirrorOptions) {
    this.#store = store;
    this.#folder = folder;
    this.#prefix = `${collectionId}.`;
    const machine = `${host.replaceAll(/[^A-Za-z0-9-]/g, '-').slice(0, 40)}-${machineName(store, random)}`;
    this.#own = path.join(folder, `${this.#prefix}${machine}.jsonl`);
  }

  /** Why the mirror could not be written or read the last time; null when it could. */
  get problem(): TenetError | null {
    return this.#problem;
  }

  saving(events: readonly StudyEvent[]): void {
    putIntoOutbox(this.#store, events);
  }

  /** Not durably, so that answers stay fast: until `close` or `sync` the outbox holds them too. */
  saved(events: readonly StudyEvent[]): void {
    this.#attempt(() => {
      if (!existsSync(this.#own)) throw this.#gone();
      appendLines(this.#own, linesOf(events));
      this.#unsynced.push(...events.map(({ id }) => id));
    });
  }

  /** Writes what waits and takes in what the other machines wrote since the last time. */
  sync(study: Study): MirrorNews {
    let news: MirrorNews = { added: 0, skipped: 0 };
    this.#attempt(() => {
      if (!existsSync(this.#folder)) throw this.#gone();
      this.#push();
      news = this.#others().reduce((sum, name) => {
        const found = this.#takeIn(name, study);
        return { added: sum.added + found.added, skipped: sum.skipped + found.skipped };
      }, news);
    });
    return news;
  }

  /** Notes what was written, once it is on the disk, so that the next start need not write it again. */
  close(): void {
    if (this.#unsynced.length === 0) return;
    this.#attempt(() => {
      syncFile(this.#own);
      this.#store.write(() => clearOutbox(this.#store, this.#unsynced));
      this.#unsynced = [];
    });
  }

  #attempt(work: () => void): void {
    try {
      work();
      this.#problem = null;
    } catch (failure) {
      this.#problem = problemOf(failure, this.#own);
    }
  }

  #gone(): TenetError {
    return existsSync(this.#folder)
      ? new TenetError(`${this.#own}: this machine's file is gone from the mirror`, {
          hint: 'The next start writes it anew.',
        })
      : new TenetError(`${this.#folder}: the folder of the mirror is not there`, {
          hint: 'Make it, or correct log_dir; what is missing there is written when it is back.',
        });
  }

  /** An event may come to stand in the file twice: whoever reads it takes it once. */
  #push(): void {
    const waiting = outboxIds(this.#store);
    if (!existsSync(this.#own)) this.#writeAll();
    else if (waiting.length > 0) {
      const written = new Set(this.#unsynced);
      const missing = waiting.filter((id) => !written.has(id));
      appendLines(this.#own, linesOf(missing.flatMap((id) => eventById(this.#store, id) ?? [])));
      syncFile(this.#own);
    }
    this.#store.write(() => clearOutbox(this.#store, waiting));
    this.#unsynced = [];
  }

  #writeAll(): void {
    replaceFile(this.#own, (handle) => {
      for (const event of eventsInOrder(this.#store)) writeFileSync(handle, linesOf([event]));
    });
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

/** A folder on another machine fails in more ways than there are words for, and study goes on in all of them. */
function problemOf(failure: unknown, file: string): TenetError {
  const known = readable(failure, file);
  if (known instanceof TenetError) return known;
  if (!(known instanceof Error && 'syscall' in known)) throw known;
  return new TenetError(`${file}: the mirror does not work (${known.message})`, {
    hint: 'Check the folder of log_dir; what is missing there is written when it works again.',
    cause: failure,
  });
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
