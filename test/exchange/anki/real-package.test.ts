import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { importCollection } from '../../../src/exchange/anki/import.ts';
import { readPackage } from '../../../src/exchange/anki/read-package.ts';
import type { AnkiPackage } from '../../../src/exchange/anki/read-package.ts';
import { openZip } from '../../../src/exchange/zip/read.ts';
import { zipOf } from './fixture.ts';

/**
 * Written by Anki 26.9 in its newest layout: schema 18 in WAL mode, names under its own collation. A field
 * and a template of a note type that is gone were put in afterwards, as old collections have them.
 */
const file = path.resolve(import.meta.dirname, '../../fixtures/exchange/anki-26.9-latest.apkg');

describe('a package that Anki wrote', () => {
  let found: AnkiPackage;

  beforeAll(async () => {
    found = await readPackage(await openZip(file, file), file);
  });

  it('gives notes, cards, decks and log', () => {
    const { notes, cards, log, decks, schedulerVersion } = found.collection;
    expect(notes.map(({ fields, tags }) => [fields[0], tags])).toEqual([
      ['What is <b>magma</b>?', ['a', 'b::c']],
      ['{{c1::Basalt}} is {{c2::mafic::kind}}', []],
      ['Stein', []],
    ]);
    expect(cards).toHaveLength(5);
    expect(cards.filter(({ data }) => data.stability !== undefined).length).toBeGreaterThan(2);
    expect(log.length).toBeGreaterThan(2);
    expect(decks.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Default', 'Rocks', 'Rocks::Melts', 'Words']),
    );
    expect(schedulerVersion).toBe(2);
  });

  it('gives note types without what is left of those that are gone', () => {
    const { notetypes } = found.collection;
    expect(notetypes.map(({ name }) => name).sort()).toEqual(
      expect.arrayContaining(['Basic', 'Basic (and reversed card)', 'Cloze']),
    );
    const all = notetypes.flatMap(({ fields, templates }) => [...fields, ...templates]);
    expect(all.length).toBeGreaterThan(6);
    expect(all.map(({ name }) => name)).not.toContain('Ghost');
    expect(notetypes.find(({ name }) => name === 'Cloze')).toMatchObject({
      cloze: true,
      stockKind: 5,
      fields: [{ name: 'Text' }, { name: 'Back Extra' }],
    });
  });

  it('gives the preset with its parameters', () => {
    const preset = found.collection.presets.find(({ id }) => id === 1);
    expect(preset).toMatchObject({ newPerDay: 7, learningStepsMinutes: [1, 10] });
    expect(preset?.desiredRetention).toBeCloseTo(0.85, 5);
    expect(preset?.parameters).toHaveLength(21);
    expect(preset?.parameters[20]).toBeCloseTo(0.15, 5);
  });

  it('gives its media', async () => {
    expect([...found.mediaNames]).toEqual(['dot.png']);
    const bytes = await found.media('dot.png');
    expect(Buffer.from(bytes ?? []).toString('latin1')).toMatch(/^\u0089PNG\r\n/);
  });

  it('becomes cards of every kind that it has', () => {
    const { notes, leftOut, misfits } = importCollection(found.collection, () => ({
      name: (name) => name,
    }));
    expect([leftOut, misfits]).toEqual([[], 0]);
    expect(notes.map(({ content, deck }) => [content.kind, deck])).toEqual([
      ['basic', 'Rocks::Melts'],
      ['cloze', 'Rocks::Melts'],
      ['term', 'Words'],
    ]);
  });

  it('holds a collection for older programs too, which says only that they are old', async () => {
    const zip = await openZip(readFileSync(file), 'whole');
    const stub = (await zip.read('collection.anki2')) ?? new Uint8Array(0);
    const old = await openZip(zipOf({ 'collection.anki2': stub }), 'old.apkg');
    await expect(readPackage(old, 'old.apkg')).rejects.toThrow(
      /old\.apkg was made by a newer Anki/,
    );
  });
});
