import { describe, expect, it } from 'vitest';
import { noOrigins, parseOrigins, printOrigins } from '../../../src/exchange/anki/origins.ts';
import { parseRecords, printRecords } from '../../../src/exchange/anki/records.ts';
import type { ExportRecord } from '../../../src/exchange/anki/records.ts';
import { ankiCollection, ankiNote } from './fixture.ts';

const record: ExportRecord = {
  id: 'b',
  deck: 'D',
  kind: 'cloze',
  typed: false,
  ords: { hb: 1, ha: 0 },
  hash: 'x',
  changedSeconds: null,
};

describe('records of exports', () => {
  it('come back as they were written, sorted by id, the sides in their order', () => {
    const text = printRecords([record, { ...record, id: 'a' }]);
    expect(text.split('\n')[0]).toContain('"id":"a"');
    const [, back] = [...parseRecords(text).values()];
    expect(back).toEqual(record);
    expect(Object.keys(back?.ords ?? {})).toEqual(['hb', 'ha']);
  });

  it('of two branches become one: the newest change, and the number given first', () => {
    const text =
      printRecords([record]) +
      printRecords([{ ...record, hash: 'y', changedSeconds: 9, ords: { hb: 3, hc: 2 } }]);
    expect(parseRecords(text).get('b')).toMatchObject({
      hash: 'y',
      changedSeconds: 9,
      ords: { hb: 1, ha: 0, hc: 2 },
    });
  });

  it('survive lines that are not theirs', () => {
    expect(parseRecords(`nonsense\n{"id":1}\n[]\n${printRecords([record])}`).size).toBe(1);
  });
});

describe('notes kept as they came', () => {
  it('come back as they were written, whatever is between them', () => {
    const [notetype] = ankiCollection([['{{Front}}', 'x']]).notetypes;
    const origin = {
      cards: [{ id: 'c', hash: 'h', cardIds: { '0': 100 } }],
      note: ankiNote({ fields: ['<b>', 'y'] }),
      shape: { kind: 'drawn' } as const,
    };
    const origins = {
      notetypes: new Map(notetype === undefined ? [] : [[notetype.id, notetype]]),
      notes: new Map([['guid1', origin]]),
      media: new Map([['a.png', 'decks/media/a.png']]),
    };
    expect(parseOrigins(`x\n${printOrigins(origins)}`)).toEqual(origins);
    expect(printOrigins(noOrigins)).toBe('');
  });
});
