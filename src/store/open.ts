import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { backUp } from './backup.ts';
import { backupPaths } from './backup-names.ts';
import { createDatabase } from './create.ts';
import { makeDurable } from './durable.ts';
import { explained } from './failures.ts';
import { readable } from './file-failures.ts';
import { refuseCut, refuseUnusable } from './soundness.ts';
import { migrate, pendingMigrations } from './migrate.ts';

/** A transaction takes about a millisecond; only an import or a repair holds another tenet up for long. */
const usualPatienceMs = 3000;

export type SqlValue = string | number | null;

export interface StoreOptions {
  /** The time for records and for the name of a backup. */
  readonly nowMs: number;
  /** Where a backup goes before an existing database is changed to a new version's form. */
  readonly backups?: string;
  /** How long to wait for another tenet's transaction; 3 s where it is not set. */
  readonly patienceMs?: number;
}

/**
 * An open database. Its methods take SQL with `?` for values and give rows as arrays in the order of the
 * columns; they throw `TenetError` for what a person can act on (a full disk, another writer, damage).
 */
export class Store {
  /** The file, or `:memory:`. */
  readonly file: string;
  readonly #db: Database.Database;
  readonly #statements = new Map<string, Database.Statement<SqlValue[], unknown>>();

  constructor(db: Database.Database, file: string) {
    this.#db = db;
    this.file = file;
  }

  /** Runs a statement that gives no rows; the result is the number of rows it changed. */
  run(sql: string, ...values: readonly SqlValue[]): number {
    return this.#try(() => this.#prepare(sql).run(...values).changes);
  }

  /** The first row, if there is one. */
  row<Row extends readonly SqlValue[]>(
    sql: string,
    ...values: readonly SqlValue[]
  ): Row | undefined {
    return this.#try(
      () =>
        this.#prepare(sql)
          .raw(true)
          .get(...values) as Row | undefined,
    );
  }

  rows<Row extends readonly SqlValue[]>(sql: string, ...values: readonly SqlValue[]): Row[] {
    return this.#try(
      () =>
        this.#prepare(sql)
          .raw(true)
          .all(...values) as Row[],
    );
  }

  /** Rows one at a time, for what does not fit into memory. Nothing can be written until it ends. */
  *each<Row extends readonly SqlValue[]>(
    sql: string,
    ...values: readonly SqlValue[]
  ): Generator<Row, void> {
    const rows = this.#try(() =>
      this.#prepare(sql)
        .raw(true)
        .iterate(...values),
    );
    try {
      yield* rows as IterableIterator<Row>;
    } catch (failure) {
      throw explained(failure, this.file);
    }
  }

  /**
   * All of `work` in one durable transaction, or nothing of it; inside another `write` it is part of that.
   * Other processes can read meanwhile, and wait with writing.
   */
  write<Result>(work: () => Result): Result {
    if (this.#db.inTransaction) return work();
    return this.#try(() => this.#db.transaction(work).immediate());
  }

  /** `work` sees one state of the database, whatever others write meanwhile. */
  read<Result>(work: () => Result): Result {
    if (this.#db.inTransaction) return work();
    return this.#try(() => this.#db.transaction(work).deferred());
  }

  /** The value of a pragma, or what `PRAGMA name = value` answers. */
  pragma(text: string): unknown {
    return this.#try(() => this.#db.pragma(text, { simple: true }));
  }

  /** A verified copy of everything under the first of these paths that is free; throws when none is. */
  backUp(paths: Iterable<string>): string {
    return this.#try(() => backUp(this.#db, paths));
  }

  close(): void {
    this.#statements.clear();
    this.#db.close();
  }

  #prepare(sql: string): Database.Statement<SqlValue[], unknown> {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#db.prepare<SqlValue[], unknown>(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  #try<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (failure) {
      throw explained(failure, this.file);
    }
  }
}

/**
 * Opens the database, or makes it, and brings it up to date; `:memory:` is one that ends with the process.
 * Every transaction is on the disk when it returns. Throws `TenetError` when the file cannot be used.
 */
export function openStore(file: string, options: StoreOptions): Store {
  try {
    if (file !== ':memory:') refuseUnusable(file);
    return openFile(file, options);
  } catch (failure) {
    throw readable(explained(failure, file), file);
  }
}

function openFile(file: string, options: StoreOptions): Store {
  if (file !== ':memory:' && !existsSync(file)) createDatabase(file, options.nowMs);
  const db = new Database(file, { timeout: options.patienceMs ?? usualPatienceMs });
  try {
    refuseCut(db, file);
    const pending = pendingMigrations(db, file);
    makeDurable(db);
    if (!pending.new && pending.steps.length > 0 && options.backups !== undefined)
      backUp(db, backupPaths(options.backups, file, options.nowMs, 'upgrade'));
    if (pending.steps.length > 0) migrate(db, pending.steps, options.nowMs);
    return new Store(db, file);
  } catch (failure) {
    db.close();
    throw failure;
  }
}
