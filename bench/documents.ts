import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { madeDocument, madeKinds } from './made-documents.ts';
import type { Benchmark, Figure } from './measure.ts';
import { cleanEnv, scratch, tenet } from './scratch.ts';

const size = 10_000_000;

/** What a process writes at its end: the most memory that it had. */
const telling = `import { writeFileSync } from 'node:fs';
process.on('exit', () => writeFileSync(process.env.PEAK_FILE, String(process.resourceUsage().maxRSS)));`;

/** The peak of a process of Node, in MB. */
function peakOf(args: readonly string[], cwd: string): number {
  const peakFile = path.join(scratch, 'peak');
  const preload = `data:text/javascript,${encodeURIComponent(telling)}`;
  const { status, stderr } = spawnSync(process.execPath, ['--import', preload, ...args], {
    cwd,
    env: { ...cleanEnv, PEAK_FILE: peakFile },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${args.join(' ')} failed: ${stderr}`);
  return Number(readFileSync(peakFile, 'utf8')) / 1024;
}

function figuresOf(made: (typeof madeKinds)[number]): Figure {
  const folder = path.join(scratch, `large-${made.file.replace('.', '-')}`);
  const document = path.join(folder, made.file);
  mkdirSync(path.join(folder, 'decks'), { recursive: true });
  writeFileSync(path.join(folder, 'tenet.toml'), 'id = "bench-large"\n');
  writeFileSync(document, madeDocument(made, size));
  const reader = path.join(import.meta.dirname, 'read-alone.ts');
  const where = ['--decks', folder, '--db', path.join(folder, 'tenet.db')];
  return {
    name: `cards from 10 MB, ${made.kind} (${made.file}), peak`,
    unit: 'MB',
    value: peakOf([tenet, 'generate', document, ...where], folder),
    floor: { what: 'reading it alone', value: peakOf([reader, document], folder) },
    promise: { most: made.most },
  };
}

/** The most memory that a document of 10 MB takes, by its kind, each in a process of its own. */
export const documentsBenchmark: Benchmark = {
  name: 'documents',
  measure: async () => madeKinds.map(figuresOf),
};
