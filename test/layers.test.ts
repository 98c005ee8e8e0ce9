import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const src = path.resolve(import.meta.dirname, '../src');
const architecture = readFileSync(path.resolve(src, '../ARCHITECTURE.md'), 'utf8');

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
  main: ['cli'],
};

/** Where each package may be imported; `*` ends a prefix. ARCHITECTURE.md shows the same table. */
const homes: Record<string, readonly string[]> = {
  unified: ['markdown'],
  'remark-*': ['markdown'],
  'rehype-*': ['markdown'],
  'mdast-*': ['markdown'],
  'hast-*': ['markdown'],
  hast: ['markdown'],
  mdast: ['markdown', 'tui/text'],
  yaml: ['markdown/front-matter.ts'],
  'smol-toml': [
    'app/collection/settings-file.ts',
    'app/welcome/write-settings.ts',
    'deck/front-matter.ts',
    'markdown/front-matter.ts',
  ],
  'ts-fsrs': ['schedule/memory.ts'],
  'wink-*': ['generate/transcript/tagger.ts'],
  stemmer: ['lint/words.ts'],
  'better-sqlite3': ['store', 'exchange'],
  yauzl: ['exchange/zip'],
  fflate: ['exchange/zip'],
  '@noble/hashes': ['exchange/hashcards.ts', 'exchange/repeater.ts'],
  ink: ['tui'],
  react: ['tui'],
  chalk: ['tui'],
  'string-width': ['tui'],
  commander: ['cli/index.ts'],
};

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
    // Packages are too large for memory, and a foreign database needs a file: a temporary one.
    if (room === 'exchange' && (target === 'node:fs' || target === 'node:os')) return undefined;
    return `${at} ${room} is pure and may not import ${target}`;
  }
  const home = homeOf(target);
  if (home === undefined) return `${at} ${target} has no home`;
  if (home.some((place) => file === place || file.startsWith(`${place}/`))) return undefined;
  return `${at} ${target} belongs in ${home.join(' or ')}`;
}

function homeOf(target: string): readonly string[] | undefined {
  const name = Object.keys(homes).find((each) =>
    each.endsWith('*')
      ? target.startsWith(each.slice(0, -1))
      : target === each || target.startsWith(`${each}/`),
  );
  return name === undefined ? undefined : homes[name];
}

/** The rows of the table of ARCHITECTURE.md whose first column has this title, cell by cell. */
function tableOf(title: string): string[][] {
  const [, rows = ''] = architecture.split(new RegExp(`^\\| ${title} \\|.*\\n\\| --- .*\\n`, 'm'));
  const table = rows.slice(0, rows.search(/^(?!\|)/m));
  return table
    .trimEnd()
    .split('\n')
    .map((row) => row.split('|').slice(1, -1));
}

/** What stands between backticks. */
function codeIn(cell = ''): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
}

/** One order for two tables. */
function sorted(table: readonly (readonly [string, readonly string[]])[]): unknown {
  return table.map(([name, values]) => [name, values.toSorted()]).toSorted();
}

describe('the tables of ARCHITECTURE.md', () => {
  it('show the rooms, from the bottom up, with what they may import', () => {
    const above: string[] = [];
    const shown = tableOf('room').map(([room, , cell]) => {
      const [name = ''] = codeIn(room);
      const imports = cell?.trim() === 'all above' ? [...above] : codeIn(cell);
      above.push(name);
      return [name, imports] as const;
    });
    expect(sorted(shown)).toEqual(sorted(Object.entries(rooms)));
    expect(shown.map(([name]) => name)).toEqual(Object.keys(rooms));
  });

  it('show the packages with their homes', () => {
    const shown = tableOf('packages').flatMap(([packages, home]) =>
      codeIn(packages).map((name) => [name, codeIn(home)] as const),
    );
    expect(sorted(shown)).toEqual(sorted(Object.entries(homes)));
  });

  it('name no home that is not used', () => {
    const imports = sourceFiles().flatMap(importsOf);
    const idle = Object.entries(homes).flatMap(([name, places]) =>
      places
        .filter(
          (place) =>
            !imports.some(
              ({ file, target }) =>
                homeOf(target) === places && (file === place || file.startsWith(`${place}/`)),
            ),
        )
        .map((place) => `${name} in ${place}`),
    );
    expect(idle).toEqual([]);
  });
});

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
