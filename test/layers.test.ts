import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const src = path.resolve(import.meta.dirname, '../src');

/** Which rooms a room may import; ARCHITECTURE.md shows the same table. */
const rooms: Record<string, readonly string[]> = {
  model: [],
  markdown: ['model'],
  deck: ['model'],
  identity: ['model'],
  ledger: ['model'],
  sources: ['model', 'markdown'],
  generate: ['model', 'markdown'],
  lint: ['model', 'markdown'],
  schedule: ['model'],
  review: ['model', 'schedule'],
  store: ['model'],
  exchange: ['model', 'markdown'],
  app: [
    'model',
    'markdown',
    'deck',
    'identity',
    'ledger',
    'sources',
    'generate',
    'lint',
    'schedule',
    'review',
    'store',
    'exchange',
  ],
  tui: ['model', 'markdown', 'app'],
  plain: ['model', 'markdown', 'app'],
  cli: ['model', 'app', 'tui', 'plain'],
  main: ['model', 'cli'],
};

/** Packages with one home; `*` ends a prefix. Node's own modules are free, but see `worldly`. */
const homes: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(unified|remark-|mdast-|micromark|unist-|rehype-|hast)/, ['markdown']],
  [/^ts-fsrs$/, ['schedule/memory.ts']],
  [/^better-sqlite3$/, ['store', 'exchange']],
  [/^(ink|react)(\/|$)/, ['tui']],
  [/^commander$/, ['cli']],
  [/^wink-/, ['generate/transcript/tagger.ts']],
];

/** Only these rooms touch files, processes and the clock. */
const worldly = new Set(['store', 'app', 'tui', 'plain', 'cli', 'main']);
const pureNodeModules = new Set([
  'node:crypto',
  'node:zlib',
  'node:buffer',
  'node:util',
  'node:path',
]);

interface Import {
  readonly file: string;
  readonly line: number;
  readonly target: string;
}

function sourceFiles(): string[] {
  return readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => file.split(path.sep).join('/'))
    .sort();
}

function importsOf(file: string): Import[] {
  const lines = readFileSync(path.join(src, file), 'utf8').split('\n');
  return lines.flatMap((text, index) => {
    const found = text.match(/(?:^|\s)(?:from|import)\s*\(?\s*'([^']+)'/);
    return found?.[1] === undefined ? [] : [{ file, line: index + 1, target: found[1] }];
  });
}

function roomOf(file: string): string {
  return file.includes('/') ? (file.split('/')[0] ?? '') : file.replace(/\.tsx?$/, '');
}

function complaint({ file, line, target }: Import): string | undefined {
  const room = roomOf(file);
  const at = `src/${file}:${line}`;
  if (target.startsWith('.')) {
    const other = roomOf(path.posix.normalize(path.posix.join(path.posix.dirname(file), target)));
    if (other === room || (rooms[room] ?? []).includes(other)) return undefined;
    return `${at} ${room} may not import ${other} (${target})`;
  }
  if (target.startsWith('node:')) {
    if (worldly.has(room) || pureNodeModules.has(target)) return undefined;
    // Reading and writing a foreign database needs a file: the exchange room works in a temporary one.
    if (room === 'exchange') return undefined;
    return `${at} ${room} is pure and may not import ${target}`;
  }
  const home = homes.find(([pattern]) => pattern.test(target));
  if (home === undefined || home[1].some((place) => file === place || file.startsWith(`${place}/`)))
    return undefined;
  return `${at} ${target} belongs in ${home[1].join(' or ')}`;
}

describe('the rooms of src', () => {
  const files = sourceFiles();

  it('are all named in the table', () => {
    const unknown = files.map(roomOf).filter((room) => rooms[room] === undefined);
    expect([...new Set(unknown)]).toEqual([]);
  });

  it('import only downwards, and each package in its home', () => {
    const complaints = files.flatMap(importsOf).map(complaint);
    expect(complaints.filter((text) => text !== undefined)).toEqual([]);
  });

  it('have no clock of their own below the edge', () => {
    const pure = files.filter((file) => !worldly.has(roomOf(file)));
    const asks = pure.filter((file) =>
      /Date\.now\(\)|new Date\(\)|Math\.random\(\)|performance\.now\(\)/.test(
        readFileSync(path.join(src, file), 'utf8'),
      ),
    );
    expect(asks).toEqual([]);
  });
});
