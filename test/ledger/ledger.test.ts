import {
  assert,
  constantFrom,
  dictionary,
  nat,
  option,
  property,
  record,
  string,
  array,
} from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Fate, fates, type LedgerEntry } from '../../src/ledger/entry.ts';
import { fieldNames } from '../../src/ledger/fields.ts';
import { foldLedger, parseLedger, printLedger } from '../../src/ledger/ledger.ts';
import { before, entry, now } from './entries.ts';

const later = '2026-12-01T08:00:00.000Z';

const anyEntry = record({
  id: constantFrom('aaaa', 'bbbb', 'cccc'),
  sentence: string({ unit: 'binary' }),
  fate: constantFrom<Fate>(...fates),
  answers: option(string(), { nil: undefined }),
  made: constantFrom(before, now, later),
  changed: constantFrom(before, now, later),
  start: nat(9),
  anki: option(dictionary(constantFrom('', 'def', 'term', 'c1'), nat(9)), { nil: undefined }),
}).map(({ id, start, anki, answers, ...more }): LedgerEntry => {
  const maybe = { ...(anki && { anki }), ...(answers !== undefined && { answers }) };
  return entry(id, { ...more, span: { start, end: start + 3 }, ...maybe });
});

const readable = (line: object): boolean =>
  parseLedger(JSON.stringify(line), 'x').problems.length === 0;

describe('a ledger', () => {
  it('is one line a card, sorted by id', () => {
    const text = printLedger([entry('bbbb'), entry('aaaa', { fate: 'rejected', reason: 'dull' })]);
    const lines = text.split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(
      /^\{"id":"aaaa","source":"docs\/bees\.md","span":\[0,20\],.*"reason":"dull"/,
    );
    expect(lines[2]).toBe('');
  });

  it('is read as it was printed', () => {
    assert(
      property(array(anyEntry), (entries) => {
        const text = printLedger(entries);
        const parsed = parseLedger(text, 'ledger.jsonl');
        expect(parsed.problems).toEqual([]);
        expect(printLedger(parsed.entries)).toBe(text);
        expect(new Set(parsed.entries.map((each) => JSON.stringify(each))).size).toBe(
          new Set(entries.map((each) => JSON.stringify(each))).size,
        );
      }),
    );
  });

  it('refuses a line in which a field is missing or is something else', () => {
    const whole = JSON.parse(printLedger([entry('aaaa', { anki: { def: 1 } })])) as object;
    expect(readable(whole)).toBe(true);
    for (const name of fieldNames) {
      const mayMiss = ['reason', 'answers', 'gone', 'anki'].includes(name);
      expect([name, readable({ ...whole, [name]: undefined })]).toEqual([name, mayMiss]);
      expect([name, readable({ ...whole, [name]: [1, 'x'] })]).toEqual([name, mayMiss]);
    }
  });

  it('keeps fields of a newer version', () => {
    const line = printLedger([entry('aaaa', { gone: true, extra: { mood: ['new'] } })]);
    expect(parseLedger(line, 'x').entries).toEqual([
      entry('aaaa', { gone: true, extra: { mood: ['new'] } }),
    ]);
  });

  it('names each line that cannot be read, and reads the others', () => {
    const good = printLedger([entry('aaaa')]);
    const text = `<<<<<<< ours\r\n${good}{"id":"b"}\n\n${good.replace('"kept"', '"eaten"')}`;
    const { entries, problems } = parseLedger(text, 'decks/.tenet/ledger.jsonl');
    expect(entries.map(({ id }) => id)).toEqual(['aaaa']);
    expect(problems.map(({ file, line, rule }) => [file, line, rule])).toEqual([
      ['decks/.tenet/ledger.jsonl', 1, 'ledger-line'],
      ['decks/.tenet/ledger.jsonl', 3, 'ledger-line'],
      ['decks/.tenet/ledger.jsonl', 5, 'ledger-line'],
    ]);
  });
});

describe('foldLedger', () => {
  it('lets what a person turned down win over a newer change', () => {
    const rejected = entry('aaaa', { fate: 'rejected', reason: 'dull' });
    const kept = entry('aaaa', { changed: later });
    expect(foldLedger([kept, rejected]).get('aaaa')).toEqual(rejected);
  });

  it('else lets the newest change win, whole, and keeps when the card was first made', () => {
    const old = entry('aaaa', { gone: true, made: before });
    const newer = entry('aaaa', { made: now, changed: later, content: 'c2' });
    expect(foldLedger([newer, old]).get('aaaa')).toEqual({ ...newer, made: before });
  });

  it('keeps the Anki numbers of both lines, the lower where they differ', () => {
    const one = entry('aaaa', { anki: { def: 2 } });
    const other = entry('aaaa', { anki: { def: 3, term: 1 }, changed: later });
    expect(foldLedger([one, other]).get('aaaa')?.anki).toEqual({ def: 2, term: 1 });
  });

  it('does not depend on the order of the lines', () => {
    assert(
      property(array(anyEntry, { maxLength: 6 }), (entries) => {
        const forwards = printLedger(foldLedger(entries).values());
        expect(printLedger(foldLedger(entries.toReversed()).values())).toBe(forwards);
      }),
    );
  });
});
