import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/commands.ts';

const dist = path.resolve(import.meta.dirname, '../../dist');
const files = readdirSync(dist).filter((file) => file.endsWith('.js'));
const textOf = (file: string): string => readFileSync(path.join(dist, file), 'utf8');

/** The files of the build that a text loads: with it, or when they are wanted. */
function importsIn(text: string): readonly string[] {
  return [...text.matchAll(/(?:\bfrom|\bimport\(?)"\.\/([^"]+\.js)"/g)].map(
    ([, file = '']) => file,
  );
}

/** What is wrong with each of these files when it is loaded; only a `command` has something to be run. */
const loadAll = `
const [dist, ...files] = process.argv.slice(1);
const faults = {};
const commands = [];
for (const file of files) {
  try {
    const { command } = await import(new URL(file, dist));
    if (typeof command?.run === 'function') commands.push(file);
  } catch (failure) {
    faults[file] = String(failure);
  }
}
process.stdout.write(JSON.stringify({ faults, commands }));
`;

interface Loaded {
  readonly faults: Readonly<Record<string, string>>;
  readonly commands: readonly string[];
}

function load(wanted: readonly string[]): Loaded {
  const args = ['--input-type=module', '--eval', loadAll, '--', `file://${dist}/`, ...wanted];
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  expect(stderr).toBe('');
  return JSON.parse(stdout) as Loaded;
}

describe('the build', () => {
  it('has every file that another one loads, and no file that none does', () => {
    const reached = new Set(['main.js']);
    for (const file of reached) for (const next of importsIn(textOf(file))) reached.add(next);
    expect([...reached].sort()).toEqual([...files].sort());
  });

  it('can load each of its files, and run the part that each command leads to', () => {
    // The first one runs the program when it is loaded: the other tests do that.
    const { faults, commands: runnable } = load(files.filter((file) => file !== 'main.js'));
    expect(faults).toEqual({});
    const table = files.map(textOf).find((text) => text.includes('load:()=>import(')) ?? '';
    const led = [...table.matchAll(/name:"([a-z]+)"[^]*?load:\(\)=>import\("\.\/([^"]+)"\)/g)];
    expect(led.map(([, name]) => name)).toEqual(commands.map(({ name }) => name));
    const stuck = led.filter(([, , file = '']) => !runnable.includes(file));
    expect(stuck.map(([, name]) => name)).toEqual([]);
  });
});
