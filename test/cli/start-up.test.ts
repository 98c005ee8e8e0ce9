import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const src = path.resolve(import.meta.dirname, '../../src');

/** An import or export statement that loads something: none of types alone, and no `import()`. */
const statement = /^(?:import|export)\s+(?!type\s)(?:([^'"]*?)\s+from\s+)?'([^']+)';/gm;

function loads(clause: string): boolean {
  const names = /^\{([^}]*)\}$/.exec(clause.trim())?.[1];
  if (names === undefined) return true;
  return names.split(',').some((name) => name.trim() !== '' && !name.trim().startsWith('type '));
}

function importsOf(file: string): readonly string[] {
  return [...readFileSync(file, 'utf8').matchAll(statement)].flatMap(
    ([, clause = '', target = '']) => (loads(clause) ? [target] : []),
  );
}

/** Every package that a file loads before it runs, each with the way there. */
function packagesLoadedBy(entry: string): ReadonlyMap<string, string> {
  const ways = new Map([[path.join(src, entry), entry]]);
  const packages = new Map<string, string>();
  for (const [file, way] of ways) {
    for (const target of importsOf(file)) {
      const next = path.join(path.dirname(file), target);
      if (!target.startsWith('.')) packages.set(target, `${way} > ${target}`);
      else if (!ways.has(next)) ways.set(next, `${way} > ${path.relative(src, next)}`);
    }
  }
  return packages;
}

const slow = /^(?:ink|react|unified|remark|rehype|mdast|hast|yaml|yauzl|fflate)/;

describe('what is loaded before the first output', () => {
  it.each([
    'main.ts',
    'cli/home.ts',
    'cli/due.ts',
    'cli/review.ts',
    'cli/cards.ts',
    'cli/add.ts',
    'cli/log.ts',
    'cli/doctor.ts',
  ])('of %s is no screen, no Markdown and no YAML', (entry) => {
    expect(existsSync(path.join(src, entry))).toBe(true);
    const found = [...packagesLoadedBy(entry)].filter(
      ([name]) => !name.startsWith('node:') && slow.test(name),
    );
    expect(found.map(([, way]) => way)).toEqual([]);
  });

  it('of due is what it needs: the database, the formulas and the settings', () => {
    const found = [...packagesLoadedBy('cli/due.ts').keys()];
    const packages = found.filter((name) => !name.startsWith('node:')).sort();
    expect(packages).toEqual(['better-sqlite3', 'smol-toml', 'ts-fsrs']);
  });
});
