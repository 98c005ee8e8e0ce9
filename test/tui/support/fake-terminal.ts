import { EventEmitter } from 'node:events';
import { render, type RenderOptions } from 'ink';
import { createElement, type ReactNode } from 'react';
import { Keyboard } from '../../../src/tui/components/keyboard.tsx';
import { ThemeContext } from '../../../src/tui/components/theme-context.ts';
import type { Theme } from '../../../src/tui/theme.ts';

// oxlint-disable-next-line no-control-regex -- what a terminal takes as looks
const looks = /\u001b\[[\d;]*m/g;
// oxlint-disable-next-line no-control-regex -- what a terminal obeys, or hides
const obeyed = /[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069]/g;

class FakeInput extends EventEmitter {
  readonly isTTY = true;
  #waiting: string[] = [];

  setEncoding(): void {}
  setRawMode(): void {}
  resume(): void {}
  pause(): void {}
  ref(): void {}
  unref(): void {}
  read(): string | null {
    return this.#waiting.shift() ?? null;
  }
  send(chunk: string): void {
    this.#waiting.push(chunk);
    this.emit('readable');
    this.emit('data', chunk);
  }
}

class FakeOutput extends EventEmitter {
  readonly isTTY = true;
  frame = '';
  columns: number;
  rows: number;

  constructor(columns: number, rows: number) {
    super();
    this.columns = columns;
    this.rows = rows;
  }

  write(data: string, done?: () => void): boolean {
    if (data.includes('\n')) this.frame = data;
    done?.();
    return true;
  }
}

/** A terminal of any size for one component: the last frame as text, keys, and resizing. */
export class FakeTerminal {
  readonly #input = new FakeInput();
  readonly #output: FakeOutput;
  readonly #instance: ReturnType<typeof render>;

  constructor(node: ReactNode, columns: number, rows: number, theme: Theme) {
    this.#output = new FakeOutput(columns, rows);
    const keyboard = createElement(Keyboard, null, node);
    this.#instance = render(createElement(ThemeContext, { value: theme }, keyboard), {
      stdin: this.#input as unknown as NonNullable<RenderOptions['stdin']>,
      stdout: this.#output as unknown as NonNullable<RenderOptions['stdout']>,
      debug: true,
      exitOnCtrlC: false,
      patchConsole: false,
      interactive: true,
    });
  }

  /** Control sequences in the last frame other than looks. */
  strange(): string[] {
    return this.frame().replaceAll(looks, '').match(obeyed) ?? [];
  }

  /** The rows of the last frame without their looks and trailing spaces. */
  lines(): string[] {
    return this.frame()
      .replaceAll(looks, '')
      .split('\n')
      .map((line) => line.trimEnd());
  }

  text(): string {
    return this.lines().join('\n');
  }

  /** The last frame with its looks. */
  frame(): string {
    return this.#output.frame;
  }

  /** What the app was left with. */
  result(): Promise<unknown> {
    return this.#instance.waitUntilExit();
  }

  type(chunk: string): void {
    this.#input.send(chunk);
  }

  resize(columns: number, rows: number): void {
    this.#output.columns = columns;
    this.#output.rows = rows;
    this.#output.emit('resize');
  }

  close(): void {
    this.#instance.unmount();
    this.#instance.cleanup();
  }
}
