import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  openCollection,
  type OpenCollection,
} from '../../../src/app/collection/open-collection.ts';
import { endFirstRun, isFirstRun, whatItAsks } from '../../../src/app/welcome/welcome.ts';

let home: string;
let env: Readonly<Record<string, string>>;

beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'tenet-welcome-'));
  env = { HOME: home, TENET_CONFIG: path.join(home, 'config.toml') };
});
afterEach(() => rmSync(home, { recursive: true }));

function open(decks?: string): Promise<OpenCollection> {
  return openCollection({ env, decks, cwd: home, clock: { now: () => 0 }, platform: 'linux' });
}

describe('the first run', () => {
  it('is shown in the own collection until it was gone through, or skipped', async () => {
    const opened = await open();
    expect(opened.collection.own).toBe(true);
    expect(isFirstRun(opened)).toBe(true);
    expect(isFirstRun(opened)).toBe(true);
    endFirstRun(opened, env, null);
    expect(existsSync(path.join(home, 'config.toml'))).toBe(false);
    opened.close();
    const again = await open();
    expect(isFirstRun(again)).toBe(false);
    again.close();
  });

  it('is not shown to somebody who has studied, nor in another collection', async () => {
    const opened = await open();
    opened.study.record([{ card: null, body: { kind: 'read', section: 'x.md#y' } }]);
    expect(isFirstRun(opened)).toBe(false);
    opened.close();
    const other = await open(path.resolve(import.meta.dirname, '../../fixtures'));
    expect(isFirstRun(other)).toBe(false);
    other.close();
  });

  it('is shown, too, where the program is run from a checkout', async () => {
    const opened = await open(path.resolve(import.meta.dirname, '../../..'));
    expect(opened.collection.own).toBe(false);
    expect(isFirstRun(opened)).toBe(true);
    opened.close();
  });

  it('keeps the choice in the own settings, where the next start finds it', async () => {
    const opened = await open();
    endFirstRun(opened, env, 20);
    opened.close();
    expect(existsSync(path.join(home, 'config.toml'))).toBe(true);
    expect(readFileSync(path.join(home, 'config.toml'), 'utf8')).toContain('new_per_day = 24');
    const again = await open();
    expect(again.collection.settings).toMatchObject({ buttons: 2, limits: { newPerDay: 24 } });
    again.close();
  });

  it('says in five sentences what is asked', () => {
    expect(whatItAsks).toHaveLength(5);
    for (const sentence of whatItAsks) expect(sentence).toMatch(/^[A-Z][^.]*\.$/);
  });
});
