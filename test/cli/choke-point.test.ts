import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const src = path.resolve(import.meta.dirname, '../../src');
const files = ['cli', 'plain'].flatMap((room) =>
  readdirSync(path.join(src, room), { encoding: 'utf8' }).map((name) => ({
    file: `${room}/${name}`,
    text: readFileSync(path.join(src, room, name), 'utf8'),
  })),
);

/** What is written past `output.ts` and `dialog.ts` without being made safe there, and why it is safe. */
const knownSafe: ReadonlyMap<string, string> = new Map([
  ["cli/index.ts 'tenet: interrupted; nothing was left half done.\\n'", 'it is fixed'],
  ['cli/index.ts `${line}\\n`', 'failureLines has made it safe'],
  ['cli/index.ts text', 'it is help, from the table of commands'],
  [
    'cli/index.ts `tenet: the output could not be written to its end (${error.code ?? error.message})\\n`',
    'it is a code of the system',
  ],
  ['cli/completion.ts script(commands)', 'it is made of the table of commands'],
  ["cli/progress.ts '\\r\\u001b[K'", 'it is fixed'],
  ['cli/output.ts text', 'its type says so'],
  ['cli/output.ts stdout.isTTY ? terminalText(table) : table', 'no terminal gets it raw'],
]);

/** Everything that is written to a stream, as `file argument`, in one line. */
const written = files.flatMap(({ file, text }) =>
  [...text.matchAll(/(?:stdout|stderr|output)\s*\.write\(([^]*?)\)(?:;|,\n|\}`\))/g)].map(
    ([, argument = '']) => `${file} ${argument.replaceAll(/\s+/g, ' ').replace(/,? $/, '').trim()}`,
  ),
);

describe('untrusted text has one way to the standard streams', () => {
  it('is made safe where it is written, or known to be safe', () => {
    expect(written.length).toBeGreaterThan(10);
    const raw = written.filter((each) => !/^\S+ `[^$]*\$\{(?:inRows\()?terminalLine\(/.test(each));
    const unknown = raw.filter((each) => !/terminalText\(text/.test(each) && !knownSafe.has(each));
    expect(unknown).toEqual([]);
    expect([...knownSafe.keys()].filter((each) => !raw.includes(each))).toEqual([]);
  });

  it('is written by these files alone', () => {
    const writers = new Set(written.map((each) => each.split(' ')[0]));
    expect([...writers].sort()).toEqual([
      'cli/completion.ts',
      'cli/index.ts',
      'cli/output.ts',
      'cli/progress.ts',
      'plain/dialog.ts',
    ]);
    const otherWays = /console\.|process\.std|pipeline\(|\.pipe\(/;
    expect(files.filter(({ text }) => otherWays.test(text)).map(({ file }) => file)).toEqual([
      'cli/log.ts',
    ]);
  });

  it('is taken for safe nowhere by an assertion', () => {
    expect(files.filter(({ text }) => /as TerminalText/.test(text))).toEqual([]);
  });
});
