import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Asked } from '../../../src/app/collection/collection.ts';
import { openCollection } from '../../../src/app/collection/open-collection.ts';
import { countEvents } from '../../../src/store/events.ts';
import { good, key, nowMs } from '../../store/sample-events.ts';

let home: string;

beforeEach(() => {
  home = realpathSync(mkdtempSync(path.join(tmpdir(), 'tenet-open-')));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

function open(asked: Partial<Asked> = {}) {
  const env = { HOME: home, ...asked.env };
  return openCollection({
    cwd: home,
    platform: 'linux',
    clock: { now: () => nowMs },
    ...asked,
    env,
  });
}

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(home, file)), { recursive: true });
  writeFileSync(path.join(home, file), text);
}

describe('opening a collection', () => {
  it("makes the user's own one on the first run, and finds its history on the next", async () => {
    const first = await open();
    expect(first.news[0]).toContain(`Made your collection in ${path.join(home, 'tenet')}`);
    expect(existsSync(path.join(home, 'tenet/source-docs'))).toBe(true);
    first.study.record([{ card: key('card-a'), body: good }]);
    first.close();
    const second = await open({ cwd: path.join(home, 'tenet/decks') });
    expect(second.news).toEqual([]);
    expect(second.collection).toMatchObject({ own: true, id: first.collection.id });
    expect(countEvents(second.store)).toBe(1);
    second.close();
    expect(readdirSync(path.join(home, '.local/share/tenet'))).toEqual([
      `${second.collection.id}.db`,
    ]);
  });

  it('makes nothing in a folder of decks', async () => {
    write('cards/a.md', 'Q: a\nA: b\n');
    const opened = await open({ decks: 'cards', db: 'cards.db' });
    opened.close();
    expect(readdirSync(path.join(home, 'cards'))).toEqual(['a.md']);
    expect(readdirSync(home).sort()).toEqual(['cards', 'cards.db']);
  });

  it('refuses a database that holds another collection', async () => {
    write('one/tenet.toml', 'id = "one-id"');
    write('two/tenet.toml', 'id = "two-id"');
    (await open({ decks: 'one', db: 'x.db' })).close();
    await expect(open({ decks: 'two', db: 'x.db' })).rejects.toThrow(
      `${path.join(home, 'x.db')}: this database belongs to another collection (one-id)`,
    );
    (await open({ decks: 'one', db: 'x.db' })).close();
  });

  it('lets a folder of decks be moved that has its own database', async () => {
    write('here/a.md', 'Q: a\nA: b\n');
    write('there/a.md', 'Q: a\nA: b\n');
    const here = await open({ decks: 'here', db: 'x.db' });
    here.study.record([{ card: key('card-a'), body: good }]);
    here.close();
    const there = await open({ decks: 'there', db: 'x.db' });
    expect(countEvents(there.store)).toBe(1);
    there.close();
  });

  it('says that a database was empty, and nothing of one that is new', async () => {
    write('notes/a.md', 'Q: Why?\nA: So.\n');
    const asked = { decks: path.join(home, 'notes'), db: path.join(home, 'notes.db') };
    const first = await open(asked);
    expect(first.news).toEqual([]);
    first.close();
    writeFileSync(asked.db, '');
    const second = await open(asked);
    expect(second.news.join()).toMatch(/notes\.db was empty.*tenet restore FILE/);
    second.close();
    const third = await open(asked);
    expect(third.news).toEqual([]);
    third.close();
  });

  it('takes in what another machine left in log_dir, and says so', async () => {
    write('one/tenet.toml', 'id = "one-id"');
    write('.config/tenet/config.toml', 'log_dir = "~/sync"');
    const lonely = await open({ decks: 'one' });
    expect(lonely.news[0]).toContain('No second copy of the log');
    lonely.close();
    mkdirSync(path.join(home, 'sync'));
    const here = await open({ decks: 'one' });
    here.study.record([{ card: key('card-a'), body: good }]);
    here.close();
    const there = await open({ decks: 'one', env: { XDG_DATA_HOME: path.join(home, 'other') } });
    expect(there.news).toEqual(['Took in 1 event from your other machines.']);
    expect(there.study.standing(key('card-a')).head).not.toBeNull();
    there.close();
  });

  it('says what is wrong with the settings before it makes anything', async () => {
    write('.config/tenet/config.toml', 'buttons = 9');
    await expect(open()).rejects.toThrow('"buttons" cannot be 9');
    expect(existsSync(path.join(home, 'tenet'))).toBe(false);
  });
});
