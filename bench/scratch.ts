import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeDecks } from './made-decks.ts';

/** A folder for one run of benchmarks; it goes when the process ends. */
export const scratch: string = mkdtempSync(path.join(tmpdir(), 'tenet-bench-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));
process.on('SIGINT', () => process.exit(130));

/** The built program. */
export const tenet: string = path.resolve(import.meta.dirname, '../bin/tenet.js');

/** Nobody's own settings take part, and nothing makes the program behave as in a test. */
export const cleanEnv: Record<string, string> = {
  ...Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value === undefined || /^(?:CI|NO_COLOR|FORCE_COLOR|NODE_|TENET_|XDG_)/.test(name)
        ? []
        : [[name, value]],
    ),
  ),
  HOME: scratch,
  TERM: 'xterm-256color',
};

/** A collection of made-up cards whose files were written long ago, as far as the index can tell. */
export function makeCollection(name: string, cards: number, files: number): string {
  const folder = path.join(scratch, name);
  age(writeDecks(path.join(folder, 'decks'), cards, files));
  writeFileSync(path.join(folder, 'tenet.toml'), `id = "bench-${name}"\n`);
  return folder;
}

/** Fresh files would be read twice: they may be written again within the tick of their clock. */
export function age(files: readonly string[]): void {
  for (const file of files) utimesSync(file, 1_700_000_000.5, 1_700_000_000.5);
}
