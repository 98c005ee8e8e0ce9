import { blake3 } from '@noble/hashes/blake3.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import Database from 'better-sqlite3';
import type { Grade } from '../model/schedule.ts';
import { TenetError } from '../model/problem.ts';
import { markedBlocks } from './card-marks.ts';
import type { HashedCard } from './card-marks.ts';
import { patchedForReading } from './anki/patch-database.ts';

/** One answer of hashcards' log; times are those of a clock on the wall, without a zone. */
export interface HashcardsReview {
  readonly hash: string;
  readonly reviewedAt: string;
  readonly grade: Grade;
  readonly stability: number;
  readonly difficulty: number;
  /** YYYY-MM-DD. */
  readonly dueDate: string;
}

const encoder = new TextEncoder();

/** Terms end a card too; hashcards' own hashes of them are not known here. */
const lineRules = {
  isEnd: (line: string) => line.trim() === '---' || line.startsWith('T:'),
  isRemark: (line: string) => line.trimStart().startsWith('#'),
};

/** The cards of a deck with hashcards' own hashes (eudoxia0/hashcards:src/types/card.rs, src/parser.rs). */
export function hashcardsHashes(text: string): HashedCard[] {
  return markedBlocks(text, lineRules).flatMap(({ mark, line, lines }) =>
    mark === 'Q' ? questionHash(line, lines) : clozeHashes(line, lines),
  );
}

function questionHash(line: number, lines: readonly string[]): HashedCard[] {
  const answerAt = lines.findIndex((each) => each.startsWith('A:'));
  if (answerAt < 0) return [];
  const question = textOf(lines.slice(0, answerAt));
  const answer = textOf(lines.slice(answerAt));
  return [{ line, hole: null, hash: hex(encoder.encode(`Basic${question}${answer}`)) }];
}

/** A part without its mark; only the first line is trimmed on its own. */
function textOf([first = '', ...rest]: readonly string[]): string {
  return [first.slice(2).trim(), ...rest].join('\n').trim();
}

function clozeHashes(line: number, lines: readonly string[]): HashedCard[] {
  const { clean, gaps } = withoutBrackets(encoder.encode(textOf(lines)));
  return gaps.map(([first, last], hole) => {
    const place = new DataView(new ArrayBuffer(16));
    place.setBigUint64(0, BigInt(first), true);
    place.setBigUint64(8, BigInt(last), true);
    const body = Buffer.concat([encoder.encode('Cloze'), clean, new Uint8Array(place.buffer)]);
    return { line, hole, hash: hex(body) };
  });
}

/** A cloze's text, and the places of the first and the last byte of each gap in it. */
interface CleanCloze {
  readonly clean: Uint8Array;
  readonly gaps: readonly (readonly [first: number, last: number])[];
}

const [bracketOpen, bracketClose, bang, backslash] = [0x5b, 0x5d, 0x21, 0x5c];

/** Brackets go but for those of pictures; a backslash before one goes, and the bracket stays. */
function withoutBrackets(text: Uint8Array): CleanCloze {
  const clean: number[] = [];
  const gaps: (readonly [number, number])[] = [];
  let start: number | null = null;
  let [image, escaped] = [false, false];
  for (const [at, byte] of text.entries()) {
    const next = text[at + 1];
    const isBracket = byte === bracketOpen || byte === bracketClose;
    if (isBracket && (image || escaped)) {
      clean.push(byte);
      // The first bracket of a picture opens its description, the next one closes it.
      if (!image || byte === bracketOpen) escaped = false;
      if (byte === bracketClose) image = false;
    } else if (byte === bracketOpen) start = clean.length;
    else if (byte === bracketClose) {
      if (start !== null && start < clean.length) gaps.push([start, clean.length - 1]);
      start = null;
    } else if (byte === backslash && (next === bracketOpen || next === bracketClose)) {
      escaped = true;
    } else {
      if (byte === bang && next === bracketOpen) image = true;
      if (byte !== backslash || !escaped) clean.push(byte);
    }
  }
  return { clean: Uint8Array.from(clean), gaps };
}

function hex(bytes: Uint8Array): string {
  return bytesToHex(blake3(bytes));
}

const grades: Readonly<Record<string, Grade>> = { forgot: 1, hard: 2, good: 3, easy: 4 };

/** The whole log in a `hashcards.db`, oldest first. Throws `TenetError` naming `label`. */
export function readHashcards(bytes: Uint8Array, label: string): HashcardsReview[] {
  const db = new Database(patchedForReading(bytes));
  try {
    const rows = db
      .prepare(
        `select card_hash, reviewed_at, grade, stability, difficulty, due_date
         from reviews order by reviewed_at, review_id`,
      )
      .raw()
      .all() as [string, string, string, number, number, string][];
    return rows.flatMap(([hash, reviewedAt, grade, stability, difficulty, dueDate]) => {
      const known = grades[grade.toLowerCase()];
      return known === undefined
        ? []
        : [{ hash, reviewedAt, grade: known, stability, difficulty, dueDate }];
    });
  } catch (cause) {
    if (!(cause instanceof Database.SqliteError)) throw cause;
    throw new TenetError(`${label} cannot be read as hashcards' database: ${cause.message}.`, {
      hint: 'Open it once with a current hashcards, then import again.',
      cause,
    });
  } finally {
    db.close();
  }
}
