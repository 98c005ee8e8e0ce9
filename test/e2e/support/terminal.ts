import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import pty from '@lydell/node-pty';
import { UnicodeGraphemesAddon } from '@xterm/addon-unicode-graphemes';
import xterm from '@xterm/headless';

/** One cell as a person sees it. Colours are the number in the terminal's palette; null is the default one. */
export interface Cell {
  readonly chars: string;
  readonly colour: number | null;
  readonly background: number | null;
  readonly bold: boolean;
  readonly dim: boolean;
  readonly underline: boolean;
  readonly inverse: boolean;
}

/** How a program ended. */
export interface End {
  readonly exitCode: number;
  readonly signal: number;
}

/** What to run, and where. */
export interface TerminalProgram {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly columns?: number;
  readonly rows?: number;
}

const termName = 'xterm-256color';
/** No hand is faster. */
const lookMs = 40;
/** What would make a program behave as in a test, or as without a terminal. */
const taken = /^(?:CI|NO_COLOR|FORCE_COLOR|NODE_ENV|NODE_OPTIONS|VITEST.*|TENET_.*)$/;

/** The palette's first colours, as a test wants to name them. */
export const colours = { red: 1, green: 2, yellow: 3, blue: 4, magenta: 5, cyan: 6 } as const;

/**
 * A program in a real pseudo-terminal, with a terminal emulator reading it. Use it with `await using`,
 * or `close` it: the program is killed and everything freed. All waits are on conditions.
 */
export class TestTerminal {
  readonly #pty: pty.IPty;
  readonly #screen: InstanceType<typeof xterm.Terminal>;
  readonly #watchers = new Set<() => void>();
  #end: End | null = null;
  #raw = '';
  #pending = 0;

  constructor({ command, args, cwd, env = {}, columns = 80, rows = 24 }: TerminalProgram) {
    const kept = Object.entries(process.env).filter(([name]) => !taken.test(name));
    this.#screen = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
    this.#screen.loadAddon(new UnicodeGraphemesAddon());
    this.#pty = pty.spawn(command, [...args], {
      name: termName,
      cols: columns,
      rows,
      ...(cwd !== undefined && { cwd }),
      env: { ...Object.fromEntries(kept), TERM: termName, COLORTERM: 'truecolor', ...env },
    });
    this.#screen.onData((answer) => this.#pty.write(answer));
    this.#pty.onData((data) => {
      this.#raw += data;
      this.#pending += 1;
      this.#screen.write(data, () => {
        this.#pending -= 1;
        this.#look();
      });
    });
    this.#pty.onExit(({ exitCode, signal = 0 }) => {
      this.#end = { exitCode, signal };
      this.#look();
    });
  }

  /** Types: every string is one write, as a fast hand or a slow line would send it. */
  type(...chunks: readonly string[]): void {
    for (const chunk of chunks) this.#pty.write(chunk);
  }

  /** Types one key, as somebody who has looked at the screen, and waits until `seen` holds. */
  async press(key: string, seen: string | RegExp | (() => boolean)): Promise<void> {
    // A program that decides nothing unseen learns a moment after its frame arrived here that it did.
    await sleep(lookMs);
    this.type(key);
    await this.until(seen);
  }

  resize(columns: number, rows: number): void {
    this.#screen.resize(columns, rows);
    this.#pty.resize(columns, rows);
  }

  /** Sends a signal to the program, or to the one child of a shell that runs it. */
  kill(signal: NodeJS.Signals, whom: 'program' | 'child' = 'program'): void {
    if (whom === 'program') this.#pty.kill(signal);
    else process.kill(childOf(this.#pty.pid), signal);
  }

  /** Waits for a text on the screen, or for a condition; fails with the screen as it is then. */
  async until(wanted: string | RegExp | (() => boolean), timeoutMs = 10_000): Promise<void> {
    const holds = (): boolean => {
      // A frame can arrive in pieces, between marks that tell the terminal to draw them at once; of a
      // program that was killed the rest never comes.
      if (this.#end === null && this.#screen.modes.synchronizedOutputMode) return false;
      if (typeof wanted === 'function') return wanted();
      const text = this.text();
      return typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text);
    };
    await this.#wait(holds, timeoutMs, `${wanted}`);
  }

  /** Waits until the program ended and all that it wrote is on the screen. */
  async ended(timeoutMs = 10_000): Promise<End> {
    await this.#wait(() => this.#end !== null && this.#pending === 0, timeoutMs, 'the end');
    // The last bytes may arrive after the exit is reported.
    await sleep(20);
    await this.#wait(() => this.#pending === 0, timeoutMs, 'the last output');
    return this.#end ?? { exitCode: -1, signal: 0 };
  }

  /** The rows of the screen, without the spaces at their ends. */
  lines(): string[] {
    const { active } = this.#screen.buffer;
    const { rows, cols } = this.#screen;
    // In a terminal that was made narrower the emulator keeps the cells beyond its edge.
    const line = (row: number): string =>
      active
        .getLine(active.viewportY + row)
        ?.translateToString(false, 0, cols)
        .trimEnd() ?? '';
    return Array.from({ length: rows }, (_, row) => line(row));
  }

  text(): string {
    return this.lines().join('\n');
  }

  /** Everything that the program wrote, escape sequences and all. */
  raw(): string {
    return this.#raw;
  }

  onAlternateScreen(): boolean {
    return this.#screen.buffer.active.type === 'alternate';
  }

  /** The cells of the first place where `text` stands in one row; fails where it stands nowhere. */
  cellsOf(text: string): readonly Cell[] {
    const place = this.find(text);
    if (place === null) throw new Error(`not on the screen: ${text}\n${this.text()}`);
    const row = this.#rowCells(place.row);
    return row
      .filter(({ column }) => column >= place.column && column < place.column + place.width)
      .map(({ cell }) => cell);
  }

  /** Row and column of a text, by cells: wide characters take two. */
  find(text: string): { row: number; column: number; width: number } | null {
    for (let row = 0; row < this.#screen.rows; row += 1) {
      const cells = this.#rowCells(row);
      for (let from = 0; from < cells.length; from += 1) {
        let joined = '';
        for (let to = from; to < cells.length && joined.length < text.length; to += 1) {
          joined += cells[to]?.cell.chars || ' ';
          if (joined !== text) continue;
          const column = cells[from]?.column ?? 0;
          const last = cells[to];
          return { row, column, width: (last?.column ?? 0) + (last?.width ?? 1) - column };
        }
      }
    }
    return null;
  }

  close(): void {
    if (this.#end === null) this.#pty.kill('SIGKILL');
    this.#watchers.clear();
    this.#screen.dispose();
  }

  [Symbol.asyncDispose](): Promise<void> {
    this.close();
    return Promise.resolve();
  }

  #rowCells(row: number): { column: number; width: number; cell: Cell }[] {
    const { active } = this.#screen.buffer;
    const line = active.getLine(active.viewportY + row);
    const cells: { column: number; width: number; cell: Cell }[] = [];
    for (let column = 0; column < this.#screen.cols; column += 1) {
      const cell = line?.getCell(column);
      if (cell === undefined || cell.getWidth() === 0) continue;
      cells.push({
        column,
        width: cell.getWidth(),
        cell: {
          chars: cell.getChars(),
          colour: cell.isFgDefault() ? null : cell.getFgColor(),
          background: cell.isBgDefault() ? null : cell.getBgColor(),
          bold: cell.isBold() !== 0,
          dim: cell.isDim() !== 0,
          underline: cell.isUnderline() !== 0,
          inverse: cell.isInverse() !== 0,
        },
      });
    }
    return cells;
  }

  #look(): void {
    for (const watcher of this.#watchers) watcher();
  }

  async #wait(holds: () => boolean, timeoutMs: number, what: string): Promise<void> {
    if (holds()) return;
    await new Promise<void>((resolve, reject) => {
      const stop = (settle: () => void): void => {
        clearTimeout(timer);
        this.#watchers.delete(watcher);
        settle();
      };
      const timer = setTimeout(
        () => stop(() => reject(new Error(`waited in vain for ${what}\n${this.text()}`))),
        timeoutMs,
      );
      const watcher = (): void => {
        if (holds()) stop(resolve);
      };
      this.#watchers.add(watcher);
    });
  }
}

function childOf(pid: number): number {
  const processes = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
  const child = processes
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .find(([, parent]) => parent === pid)?.[0];
  if (child === undefined) throw new Error(`process ${pid} has no child`);
  return child;
}
