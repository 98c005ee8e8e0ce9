import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { TestTerminal, type TerminalProgram } from './terminal.ts';

const tenet = path.resolve(import.meta.dirname, '../../../bin/tenet.js');

/** An answer, or another act, as `tenet log export` prints it. */
export interface LoggedEvent {
  readonly kind: string;
  readonly card: string | null;
  readonly grade?: number;
}

/** A collection in a folder of its own with a database beside it; everything goes when it is closed. */
export class Sitting {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'tenet-sitting-'));
  readonly #terminals: TestTerminal[] = [];

  constructor(decks: Readonly<Record<string, string>>) {
    mkdirSync(path.join(this.folder, 'decks'));
    writeFileSync(path.join(this.folder, 'tenet.toml'), 'id = "sitting"\n');
    for (const [name, text] of Object.entries(decks))
      writeFileSync(path.join(this.folder, 'decks', name), text);
  }

  /** Runs the built tenet in a terminal, as a person would who stands anywhere. */
  start(args: readonly string[], more: Partial<TerminalProgram> = {}): TestTerminal {
    return this.#open(process.execPath, [tenet, ...args, ...this.#where()], more);
  }

  /** The same below a shell that afterwards prints the exit status and the state of the terminal. */
  startInShell(args: readonly string[], more: Partial<TerminalProgram> = {}): TestTerminal {
    const script = '"$@"; echo "status $?"; stty -a; echo over';
    const program = [process.execPath, tenet, ...args, ...this.#where()];
    return this.#open('sh', ['-c', script, 'sh', ...program], more);
  }

  #open(command: string, args: readonly string[], more: Partial<TerminalProgram>): TestTerminal {
    const env = { ...this.#home(), ...more.env };
    const terminal = new TestTerminal({ command, args, cwd: this.folder, ...more, env });
    this.#terminals.push(terminal);
    return terminal;
  }

  /** What is in the log now, oldest first, asked of a process of its own. */
  log(): LoggedEvent[] {
    const lines = execFileSync(process.execPath, [tenet, 'log', 'export', ...this.#where()], {
      encoding: 'utf8',
      env: { ...process.env, ...this.#home() },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return lines
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as LoggedEvent);
  }

  close(): void {
    for (const terminal of this.#terminals) terminal.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  #where(): string[] {
    return ['--db', path.join(this.folder, 'log.db'), '--decks', this.folder];
  }

  /** Nobody's own settings take part. */
  #home(): Record<string, string> {
    return { HOME: this.folder, XDG_CONFIG_HOME: this.folder, XDG_DATA_HOME: this.folder };
  }
}
