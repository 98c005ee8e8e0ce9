import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../src/cli/commands.ts';

const page = readFileSync(path.resolve(import.meta.dirname, '../docs/anki.md'), 'utf8');

const flagsOf = (name: string): readonly string[] =>
  commands.find((command) => command.name === name)?.options.map(({ flag }) => `--${flag}`) ?? [];

describe('the page about Anki', () => {
  it.each(['export', 'import'])('lists every flag of %s', (name) => {
    const table = page.split(`| flag of \`tenet ${name}\``)[1]?.split('\n\n')[0] ?? '';
    const listed = new Set(table.match(/(?<=`)--[a-z-]+/g));
    expect([...listed].sort()).toEqual([...flagsOf(name)].sort());
  });

  it('names no flag that neither of them has', () => {
    const known = new Set([...flagsOf('export'), ...flagsOf('import')]);
    const named = page.match(/(?<=[\s`])--[a-z]+(?:-[a-z]+)*/g) ?? [];
    expect(named.length).toBeGreaterThan(7);
    for (const flag of named) expect(known).toContain(flag);
  });
});
