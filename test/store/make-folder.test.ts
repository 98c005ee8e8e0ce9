import { existsSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeFolder } from '../../src/store/make-folder.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'make-folder-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('making a folder', () => {
  it('makes those above it too, all with the mode that is asked for', () => {
    const folder = path.join(root, 'a/b/c');
    makeFolder(folder, 0o700);
    for (let at = folder; at !== root; at = path.dirname(at))
      expect(statSync(at).mode & 0o777).toBe(0o700);
  });

  it('leaves one that is there as it is, also behind a link', () => {
    makeFolder(root);
    symlinkSync(root, path.join(root, 'link'));
    makeFolder(path.join(root, 'link/inside'));
    expect(existsSync(path.join(root, 'inside'))).toBe(true);
  });

  it('throws where a file is in the way, or a link that leads nowhere', () => {
    writeFileSync(path.join(root, 'file'), '');
    symlinkSync(path.join(root, 'nowhere'), path.join(root, 'dangling'));
    for (const place of ['file', 'file/below', 'file/far/below', 'dangling/below'])
      expect(() => makeFolder(path.join(root, place))).toThrow(/EEXIST|ENOTDIR/);
  });

  it.skipIf(!existsSync('/proc/self'))(
    'ends where the file system denies what it shows (needs a /proc)',
    () => {
      expect(() => makeFolder('/proc/tenet/below')).toThrow('ENOENT');
    },
  );
});
