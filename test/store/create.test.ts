import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDatabase } from '../../src/store/create.ts';
import { openStore } from '../../src/store/open.ts';
import { nowMs } from './sample-events.ts';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tenet-create-'));
  file = path.join(folder, 'cards.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('making a database', () => {
  it('leaves it whole, with nothing beside it', () => {
    createDatabase(file, nowMs);
    expect(readdirSync(folder)).toEqual(['cards.db']);
    openStore(file, { nowMs }).close();
  });

  it('leaves alone what another process put there meanwhile', () => {
    writeFileSync(file, 'theirs');
    createDatabase(file, nowMs);
    expect(readFileSync(file, 'utf8')).toBe('theirs');
    expect(readdirSync(folder)).toEqual(['cards.db']);
  });

  it('begins anew where an earlier process of this number was stopped', () => {
    writeFileSync(`${file}.new-${process.pid}`, 'half');
    createDatabase(file, nowMs);
    openStore(file, { nowMs }).close();
    expect(readdirSync(folder)).toEqual(['cards.db']);
  });
});
