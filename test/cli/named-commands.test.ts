import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/commands.ts';

const root = path.resolve(import.meta.dirname, '../..');
/** `tenet WORD` where it is to be typed: quoted, or at the end of a sentence after a colon. */
const typed = /(?:["“`(]tenet|[a-z]: tenet|tenet\$\{\w+\}) ([a-z]+)\b([^"”`'\n,;:]*)/g;
/** What commander has of its own. */
const ownName = 'help';
const flagsOfAll = ['decks', 'db', 'json', 'plain', 'help', 'version'];

interface Named {
  readonly file: string;
  readonly command: string;
  readonly flags: readonly string[];
}

function namedIn(folder: string, ending: RegExp, recursive = true): Named[] {
  return readdirSync(path.join(root, folder), { recursive, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .flatMap((name) => {
      const text = readFileSync(path.join(root, folder, name), 'utf8');
      return [...text.matchAll(typed)].map(([, command = '', rest = '']) => ({
        file: path.join(folder, name),
        command,
        flags: [...rest.matchAll(/ --([a-z-]+)/g)].map(([, flag = '']) => flag),
      }));
    });
}

function unknown(named: readonly Named[]): string[] {
  return named.flatMap(({ file, command, flags }) => {
    if (command === ownName) return [];
    const spec = commands.find(({ name }) => name === command);
    if (spec === undefined) return [`${file}: tenet ${command}`];
    const known = new Set([...flagsOfAll, ...spec.options.map(({ flag }) => flag)]);
    return flags
      .filter((flag) => !known.has(flag))
      .map((flag) => `${file}: tenet ${command} --${flag}`);
  });
}

describe('a command that is named', () => {
  it('in what the program says is there, with its flags', () => {
    const named = namedIn('src', /\.tsx?$/);
    expect(new Set(named.map(({ command }) => command)).size).toBeGreaterThan(10);
    expect(unknown(named)).toEqual([]);
  });

  it('in the pages is there, with its flags', () => {
    const named = [...namedIn('.', /\.md$/, false), ...namedIn('docs', /\.md$/)];
    expect(unknown(named)).toEqual([]);
    const missing = commands.filter(({ name }) => !named.some(({ command }) => command === name));
    expect(missing.map(({ name }) => name)).toEqual([]);
  });
});
