import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const readme = readFileSync(path.join(root, 'README.md'), 'utf8');

/** The shell blocks that are marked to be run, in order. */
const blocks = [...readme.matchAll(/<!-- run -->\n```sh\n([\s\S]*?)```/g)].map(
  (match) => match[1] ?? '',
);

const paper = `# On rocks

## Faults

### What is a fault?

A break in rock along which the two sides have moved. Most are far too small to be felt.
`;

describe('the commands of the README', () => {
  let folder = '';

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'tenet-readme-'));
    writeFileSync(path.join(folder, 'paper.md'), paper);
    const shim = path.join(folder, 'tenet');
    const entry = path.join(root, 'bin/tenet.js');
    writeFileSync(shim, `#!/bin/sh\nexec "${process.execPath}" "${entry}" "$@"\n`, { mode: 0o755 });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('do what the text says, one after another', () => {
    expect(blocks).toHaveLength(2);
    const env = {
      ...process.env,
      HOME: folder,
      PATH: `${folder}${path.delimiter}${process.env['PATH']}`,
    };
    const outputs = blocks.map((block) =>
      execFileSync('sh', ['-e', '-c', block], { cwd: folder, env, encoding: 'utf8' }),
    );
    expect(outputs[0]).toContain('1 new');
    expect(outputs[1]).toContain('Would write 1 file');
    expect(outputs[1]).toContain('No problems.');
    expect(readFileSync(path.join(folder, 'notes/decks/paper.md'), 'utf8')).toContain(
      'What is a fault?',
    );
  });
});
