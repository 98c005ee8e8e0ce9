import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TenetError } from '../../src/model/problem.ts';
import { editFile, editorArguments, editorOf } from '../../src/tui/external-editor.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tenet editor-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the external editor', () => {
  it('is $VISUAL, then $EDITOR', () => {
    expect(editorOf({ VISUAL: 'code --wait', EDITOR: 'vi' })).toBe('code --wait');
    expect(editorOf({ VISUAL: '', EDITOR: 'nano' })).toBe('nano');
  });

  it('is told the line in the way that it understands', () => {
    expect(editorArguments('/usr/bin/nvim', 'a.md', 3)).toEqual(['+3', 'a.md']);
    expect(editorArguments('code --wait', 'a.md', 3)).toEqual(['--goto', 'a.md:3']);
    expect(editorArguments('hx', 'a.md', 3)).toEqual(['a.md:3']);
    expect(editorArguments('my-editor', 'a.md', 3)).toEqual(['a.md']);
  });

  it.skipIf(process.platform === 'win32')(
    'gets the file whole, whatever its name, and its own arguments',
    async () => {
      const file = path.join(folder, `it's "a" $(deck) ; rm.md`);
      writeFileSync(file, 'before');
      const script = path.join(folder, 'editor');
      writeFileSync(script, '#!/bin/sh\nprintf "%s" "$1" > "$2"\n', { mode: 0o755 });
      await editFile({ EDITOR: `'${script}' after` }, file, 1);
      expect(readFileSync(file, 'utf8')).toBe('after');
    },
  );

  it.skipIf(process.platform === 'win32')('says which editor failed', async () => {
    const failing = editFile({ EDITOR: 'sh -c "exit 3"' }, path.join(folder, 'x.md'), 1);
    await expect(failing).rejects.toThrow(TenetError);
    await expect(failing).rejects.toThrow('ended with status 3');
  });
});
