import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { MediaIntake } from '../../../src/app/import/media.ts';
import { syncedBy } from '../../store/synced.ts';
import { collectionWith } from '../exchange-support.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A package with these media; those that are null it names and does not hold. */
async function intake(media: Readonly<Record<string, string | null>>) {
  const { open, root, write } = await collectionWith({});
  const source = {
    mediaNames: new Set(Object.keys(media)),
    refusedNames: [],
    media: (name: string): Promise<Uint8Array | null> => {
      const text = media[name] ?? null;
      if (text === 'broken') return Promise.reject(new Error('broken'));
      return Promise.resolve(text === null ? null : bytes(text));
    },
  };
  const taken = new MediaIntake(open.collection, source);
  await taken.prepare(Object.keys(media));
  return { taken, root, write, decks: path.join(root, 'decks') };
}

describe('taking media in', () => {
  it('puts them into their place on the disk before it returns, and leaves nothing else', async () => {
    const { taken, decks } = await intake({ 'a.png': 'A', 'b.png': 'B' });
    const synced = await syncedBy(async () => {
      await taken.stage(['a.png', 'b.png']);
      expect(taken.settle()).toBe(2);
    });
    const folder = path.join(decks, 'media');
    const places = [path.join(folder, 'a.png'), path.join(folder, 'b.png'), folder, decks];
    expect(synced).toEqual(places.map((place) => statSync(place).ino));
    expect(readFileSync(path.join(folder, 'b.png'), 'utf8')).toBe('B');
    expect(readdirSync(path.join(decks, '.tenet'))).toEqual([]);
  });

  it('takes nothing over from an import that was killed', async () => {
    const { taken, decks, write } = await intake({ 'a.png': null, 'b.png': 'B' });
    for (const number of [0, 1]) write(`decks/.tenet/media-${process.pid}/${number}`, 'stale');
    await taken.stage(['a.png', 'b.png']);
    expect(taken.settle()).toBe(1);
    expect(readdirSync(path.join(decks, 'media'))).toEqual(['b.png']);
    expect(taken.missing()).toEqual(['a.png']);
  });

  it('leaves nothing of a package that breaks off', async () => {
    const { taken, decks } = await intake({ 'a.png': 'A', 'b.png': 'broken' });
    await expect(taken.stage(['a.png', 'b.png'])).rejects.toThrow('broken');
    expect(taken.settle()).toBe(0);
    expect(readdirSync(path.join(decks, '.tenet'))).toEqual([]);
    expect(existsSync(path.join(decks, 'media'))).toBe(false);
  });

  it('gives another name to what has the name of a file with other content', async () => {
    const { taken, decks, write } = await intake({ 'a.png': 'A' });
    mkdirSync(path.join(decks, 'media'));
    write('decks/media/a.png', 'mine');
    await taken.prepare(['a.png']);
    await taken.stage(['a.png']);
    expect(taken.settle()).toBe(1);
    expect(readFileSync(path.join(decks, 'media/a.png'), 'utf8')).toBe('mine');
    expect(readdirSync(path.join(decks, 'media')).sort()).toEqual([
      expect.stringMatching(/^a-[0-9a-f]{16}\.png$/),
      'a.png',
    ]);
  });
});
