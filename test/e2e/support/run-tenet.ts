import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chownSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The built program. */
export const tenetProgram = path.resolve(import.meta.dirname, '../../../bin/tenet.js');

/** How a run ended, and all that it wrote. */
export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Standard output as JSON; throws where it is none. */
  json<Value = unknown>(): Value;
}

/** What would make the program behave as in a test, and whatever is set of tenet's own. */
const taken = /^(?:CI|NO_COLOR|FORCE_COLOR|NODE_ENV|NODE_OPTIONS|VITEST.*|TENET_.*|XDG_.*)$/;

/** Who a test is when it must not be root, who may read and write everything; undefined for the user. */
const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : undefined;

/** Whether tests can act as a user without special rights; not as root on a checkout that only root reads. */
export function canBeOrdinary(): boolean {
  const { status } = spawnSync(process.execPath, [tenetProgram, '--version'], { ...nobody });
  return status === 0;
}

/** One run of the built program, described in steps that read as a sentence and started by `run`. */
export class TenetRun {
  readonly #args: readonly string[];
  #folder: string;
  #env: Record<string, string>;
  #input = '';
  #fileBlocks: number | undefined;
  #output: number | 'pipe' = 'pipe';
  #user: typeof nobody;

  constructor(folder: string, args: readonly string[]) {
    this.#folder = folder;
    this.#args = args;
    const kept = Object.entries(process.env).flatMap(([name, value]) =>
      value === undefined || taken.test(name) ? [] : [[name, value] as const],
    );
    this.#env = { ...Object.fromEntries(kept), HOME: folder, TZ: 'UTC', TERM: 'xterm-256color' };
  }

  /** Types this, then ends the input. */
  typing(input: string): this {
    this.#input = input;
    return this;
  }

  with(env: Readonly<Record<string, string>>): this {
    this.#env = { ...this.#env, ...env };
    return this;
  }

  standingIn(folder: string): this {
    this.#folder = path.resolve(this.#folder, folder);
    return this;
  }

  /** No file that it writes may be larger: what a full disk looks like to a program. */
  withFilesUpTo(kilobytes: number): this {
    this.#fileBlocks = kilobytes;
    return this;
  }

  /** Its standard output goes into an open file. */
  writingTo(file: number): this {
    this.#output = file;
    return this;
  }

  /** As a user for whom rights hold: root passes over them. See `Home.giveAway`. */
  asOrdinaryUser(): this {
    this.#user = nobody;
    return this;
  }

  /** The program running, its output not looked at. */
  start(): ChildProcess {
    const program = [tenetProgram, ...this.#args];
    return spawn(process.execPath, program, {
      cwd: this.#folder,
      env: this.#env,
      stdio: 'ignore',
    });
  }

  run(): Ended {
    const program = [process.execPath, tenetProgram, ...this.#args];
    // The limit's own signal is ignored, so that a write fails, as it does on a full disk.
    const script = `trap "" XFSZ; ulimit -f ${this.#fileBlocks}; exec "$@"`;
    const [command = '', ...args] =
      this.#fileBlocks === undefined ? program : ['bash', '-c', script, 'bash', ...program];
    const { status, stdout, stderr, error } = spawnSync(command, args, {
      cwd: this.#folder,
      env: this.#env,
      input: this.#input,
      stdio: ['pipe', this.#output, 'pipe'],
      ...this.#user,
      encoding: 'utf8',
      timeout: 60_000,
      maxBuffer: 64 * 1024 * 1024,
    });
    if (error !== undefined) throw error;
    return { status, stdout, stderr, json: <Value>() => JSON.parse(stdout) as Value };
  }
}

/** A person's home with one collection in it; everything goes when it is closed. */
export class Home {
  readonly folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'tenet-home-')));

  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}) {
    this.write('notes/tenet.toml', 'id = "notes"\ntitle = "Notes"\n');
    mkdirSync(this.path('notes/decks'));
    for (const [file, content] of Object.entries(files)) this.write(`notes/${file}`, content);
  }

  get collection(): string {
    return this.path('notes');
  }

  /** The database, wherever the program was told nothing else. */
  get database(): string {
    return this.path('.local/share/tenet/notes.db');
  }

  /** A run on the collection, as by a person who stands in its folder. */
  tenet(...args: readonly string[]): TenetRun {
    return new TenetRun(this.collection, args).with({ HOME: this.folder });
  }

  path(file: string): string {
    return path.join(this.folder, file);
  }

  write(file: string, content: string | Uint8Array): string {
    const target = this.path(file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, content);
    return target;
  }

  read(file: string): string {
    return readFileSync(this.path(file), 'utf8');
  }

  /** Gives everything to the user that `asOrdinaryUser` acts as. */
  giveAway(): void {
    if (nobody === undefined) return;
    const { uid, gid } = nobody;
    const inside = readdirSync(this.folder, { recursive: true, encoding: 'utf8' });
    for (const file of ['', ...inside]) chownSync(this.path(file), uid, gid);
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
