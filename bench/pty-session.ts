import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import pty from '@lydell/node-pty';
import { cleanEnv } from './scratch.ts';

const longestWaitMs = 60_000;

/** A program in a pseudo-terminal, timed by its bytes: no emulator stands between. */
export class PtySession {
  readonly startedMs: number = performance.now();
  readonly #pty: pty.IPty;
  #fresh = '';
  #watcher: (() => void) | undefined;

  constructor(command: string, args: readonly string[]) {
    this.#pty = pty.spawn(command, [...args], {
      cols: 80,
      rows: 24,
      name: 'xterm-256color',
      env: cleanEnv,
    });
    this.#pty.onData((data) => {
      this.#fresh += data;
      this.#watcher?.();
    });
  }

  get pid(): number {
    return this.#pty.pid;
  }

  /** The instant at which the text that was written since the last call of `type` matches. */
  painted(wanted: RegExp): Promise<{ readonly atMs: number; readonly match: RegExpExecArray }> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => {
        this.close();
        reject(new Error(`waited in vain for ${wanted} in ${JSON.stringify(this.#fresh)}`));
      }, longestWaitMs);
      this.#watcher = () => {
        const match = wanted.exec(stripVTControlCharacters(this.#fresh));
        if (match === null) return;
        clearTimeout(late);
        this.#watcher = undefined;
        resolve({ atMs: performance.now(), match });
      };
      this.#watcher();
    });
  }

  /** Types a key; the result is the instant. */
  type(key: string): number {
    this.#fresh = '';
    const atMs = performance.now();
    this.#pty.write(key);
    return atMs;
  }

  /** The most memory that the process has had so far, in MB; undefined where the system does not say. */
  peakMemory(): number | undefined {
    if (process.platform !== 'linux') return undefined;
    const status = readFileSync(`/proc/${this.pid}/status`, 'utf8');
    const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(status)?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  }

  ended(): Promise<void> {
    return new Promise((resolve) => {
      this.#pty.onExit(() => resolve());
    });
  }

  close(): void {
    this.#pty.kill('SIGKILL');
  }
}
