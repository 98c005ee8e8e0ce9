import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeCollectionSettings } from '../../../src/app/welcome/write-settings.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tenet-settings-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The file after the settings were written into it. */
function written(before: string | null, values = { new_per_day: 12, buttons: 2 }): string {
  const file = path.join(folder, 'config.toml');
  if (before !== null) writeFileSync(file, before);
  writeCollectionSettings(file, 'mine-1', values);
  return readFileSync(file, 'utf8');
}

describe('writeCollectionSettings', () => {
  it('makes the file where there is none', () => {
    expect(written(null)).toBe('[collections.mine-1]\nnew_per_day = 12\nbuttons = 2\n');
  });

  it('leaves everything else as it is', () => {
    const before = '# My settings\nplain = true # quiet\n\n[keys]\nshow = ["x"]\n';
    expect(written(before)).toBe(
      `${before}\n[collections.mine-1]\nnew_per_day = 12\nbuttons = 2\n`,
    );
  });

  it('changes the section that is there, comments and line ends kept', () => {
    const before =
      '[collections."mine-1"] # this one\r\nnew_per_day = 5 # few\r\nfuzz = false\r\n\r\n[collections.other]\r\nbuttons = 4\r\n';
    expect(written(before)).toBe(
      '[collections."mine-1"] # this one\r\nnew_per_day = 12 # few\r\nfuzz = false\r\nbuttons = 2\r\n\r\n[collections.other]\r\nbuttons = 4\r\n',
    );
  });

  it('changes nothing twice', () => {
    const once = written('plain = true\n');
    expect(written(once)).toBe(once);
  });

  it('refuses a file in which it cannot be done safely, and leaves it alone', () => {
    for (const before of [
      'collections.mine-1.buttons = 4\n',
      'collections = { mine-1 = { buttons = 4 } }\n',
      'not toml at all',
    ]) {
      expect(() => written(before)).toThrow('could not be written into this file');
      expect(readFileSync(path.join(folder, 'config.toml'), 'utf8')).toBe(before);
    }
  });
});
