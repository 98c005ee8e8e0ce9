import { blake3 } from '@noble/hashes/blake3.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { parseBundle, printBundle } from '../../src/exchange/bundle.ts';
import { databaseKind } from '../../src/exchange/database-kind.ts';
import { hashcardsHashes, readHashcards } from '../../src/exchange/hashcards.ts';
import { readRepeater, repeaterHashes } from '../../src/exchange/repeater.ts';

const deck = 'Q: What is 2+2?\nA: 4\n\nC: Foo [bar] ![](x.jpg) [quux].\n';

describe("hashcards' hashes", () => {
  it('are of the trimmed parts, and of each gap by its bytes', () => {
    const hashes = hashcardsHashes(deck);
    expect(hashes.map(({ line, hole }) => [line, hole])).toEqual([
      [1, null],
      [4, 0],
      [4, 1],
    ]);
    expect(hashes[0]?.hash).toBe(bytesToHex(blake3(Buffer.from('BasicWhat is 2+2?4'))));
    expect(hashes[0]?.hash).toBe(hashcardsHashes('\n\nQ:   What is 2+2?\nA: 4  \n')[0]?.hash);
    expect(new Set(hashes.map(({ hash }) => hash)).size).toBe(3);
    expect(hashes.every(({ hash }) => /^[0-9a-f]{64}$/.test(hash))).toBe(true);
  });

  it.each<readonly [string, string, readonly (readonly [number, number])[]]>([
    [
      'Foo [bar] baz [quux].',
      'Foo bar baz quux.',
      [
        [4, 6],
        [12, 15],
      ],
    ],
    [
      'Foo [bar] ![](image.jpg) [quux].',
      'Foo bar ![](image.jpg) quux.',
      [
        [4, 6],
        [23, 26],
      ],
    ],
    ['Key: [`\\[`]', 'Key: `[`', [[5, 7]]],
    ['\\[a\\] [`\\[b\\]`]', '[a] `[b]`', [[4, 8]]],
    [
      '\n— [Ä] c,\n[_d_]',
      '— Ä c,\n_d_',
      [
        [4, 5],
        [10, 12],
      ],
    ],
    ['back\\slash [x]', 'back\\slash x', [[11, 11]]],
  ])('of a cloze are of its clean text and the bytes of the gap: %j', (cloze, clean, gaps) => {
    expect(hashcardsHashes(`C: ${cloze}\n`).map(({ hash }) => hash)).toEqual(
      gaps.map(([first, last]) => {
        const places = Buffer.alloc(16);
        places.writeBigUInt64LE(BigInt(first), 0);
        places.writeBigUInt64LE(BigInt(last), 8);
        return bytesToHex(blake3(Buffer.concat([Buffer.from(`Cloze${clean}`), places])));
      }),
    );
  });

  it('end at a rule, a term and the next card, and leave remarks out', () => {
    const [one] = hashcardsHashes('Q: one\nA: 1\n');
    const same = ['Q: one\n# remark\nA: 1\n #tag\n---\nprose\n', 'Q: one\nA: 1\nT: term\nD: x\n'];
    for (const text of same) expect(hashcardsHashes(text)).toEqual([one]);
    expect(hashcardsHashes('Q: one\nA: 1\nmore\n')[0]?.hash).not.toBe(one?.hash);
  });
});

describe("repeater's hashes", () => {
  it('forget white space and case, and nothing else', () => {
    const [one] = repeaterHashes('Q: Hello  world\nA: x\n---\n');
    expect(repeaterHashes('Q: hello world\n\nA:   X')[0]?.hash).toBe(one?.hash);
    expect(repeaterHashes('Q: hello, world\nA: x')[0]?.hash).not.toBe(one?.hash);
    expect(repeaterHashes(deck).map(({ line, hole }) => [line, hole])).toEqual([
      [1, null],
      [4, 0],
      [4, 1],
    ]);
  });
});

function bytesOf(sql: string): Uint8Array {
  const db = new Database(':memory:');
  db.exec(sql);
  const bytes = db.serialize();
  db.close();
  return bytes;
}

const hashcardsSql = `
  create table cards (card_hash text primary key, added_at text not null) strict;
  create table sessions (session_id integer primary key) strict;
  create table reviews (review_id integer primary key, session_id integer, card_hash text, reviewed_at text,
    grade text, stability real, difficulty real, due_date text) strict;
  insert into reviews values (1, 1, 'aa', '2026-01-02T10:00:00', 'good', 3.1, 5.2, '2026-01-05'),
    (2, 1, 'aa', '2026-01-01T10:00:00', 'forgot', 0.4, 7.2, '2026-01-02');`;

const repeaterSql = `
  create table cards (card_hash text primary key, added_at text, last_reviewed_at text, stability real,
    difficulty real, interval_raw real, interval_days integer, due_date text, review_count integer);
  insert into cards values ('bb', '', '2026-01-01T10:00:00+00:00', 3.1, 5.2, 3.1, 3, '2026-01-04T10:00:00+00:00', 2),
    ('cc', '', null, null, null, null, 0, null, 0);`;

describe('databases of other programs', () => {
  it('are told apart by their tables', () => {
    expect(databaseKind(bytesOf(hashcardsSql))).toBe('hashcards');
    expect(databaseKind(bytesOf(repeaterSql))).toBe('repeater');
    expect(databaseKind(bytesOf('create table x (y)'))).toBe('unknown');
  });

  it('give their answers, oldest first', () => {
    expect(readHashcards(bytesOf(hashcardsSql), 'hashcards.db')).toMatchObject([
      { hash: 'aa', grade: 1, dueDate: '2026-01-02' },
      { hash: 'aa', grade: 3, stability: 3.1 },
    ]);
    expect(() => readHashcards(bytesOf(repeaterSql), 'hashcards.db')).toThrow(
      /hashcards\.db cannot be read/,
    );
  });

  it('give the memories of cards that have one', () => {
    expect(readRepeater(bytesOf(repeaterSql), 'cards.db')).toEqual([
      {
        hash: 'bb',
        lastReviewedMs: Date.UTC(2026, 0, 1, 10),
        stability: 3.1,
        difficulty: 5.2,
        intervalDays: 3,
        dueMs: Date.UTC(2026, 0, 4, 10),
        reviewCount: 2,
      },
    ]);
  });
});

describe('a bundle', () => {
  const bundle = {
    decks: [{ path: 'a/b.md', text: 'Q: "x"\r\nA: y\n' }],
    kept: [{ path: '.tenet/ledger.jsonl', text: '{}\n' }],
    media: [{ path: 'media/a.png', bytes: Buffer.from([0, 1, 255]) }],
    log: ['{"id":"1"}', '{"id":"2"}'],
  };

  it('comes back as it was printed', () => {
    expect(parseBundle(printBundle(bundle), 'x')).toEqual(bundle);
  });

  it.each(['../a.md', '/a.md', 'a/../../b.md', '.hidden/a.md', 'a.sh', 'C:a.md', 'a\\b.md', ''])(
    'that names a file elsewhere is refused: %j',
    (path) => {
      const text = printBundle({ ...bundle, decks: [{ path, text: '' }] });
      expect(() => parseBundle(text, 'x.json')).toThrow(/outside of the decks/);
    },
  );

  it.each(['{', '[]', '{"format":"other"}', '{"format":"tenet","version":99}'])(
    'is told from other JSON: %s',
    (text) => {
      expect(() => parseBundle(text, 'x.json')).toThrow(/x\.json/);
    },
  );
});
