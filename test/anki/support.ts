import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'vitest';
import { openCollection } from '../../src/app/collection/open-collection.ts';
import type { OpenCollection } from '../../src/app/collection/open-collection.ts';
import type { CardKey } from '../../src/model/card.ts';
import type { Grade } from '../../src/model/schedule.ts';

const python = process.env['TENET_ANKI_PYTHON'] ?? '';
const driver = path.join(import.meta.dirname, 'drive.py');

/** Runs one command of `drive.py`. */
export function anki<Result>(command: string, args: object): Result {
  const out = execFileSync(python, [driver, command, JSON.stringify(args)], {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return JSON.parse(out.trimEnd().split('\n').at(-1) ?? '') as Result;
}

export interface Imported {
  readonly new: number;
  readonly updated: number;
  readonly duplicate: number;
  readonly conflicting: number;
}

export interface DumpedCard {
  readonly id: number;
  readonly nid: number;
  readonly ord: number;
  readonly type: number;
  readonly queue: number;
  readonly due: number;
  readonly odue: number;
  readonly odid: number;
  readonly ivl: number;
  readonly reps: number;
  readonly lapses: number;
  readonly flags: number;
  readonly deck: string;
  readonly data: { readonly s?: number; readonly d?: number; readonly lrt?: number };
  readonly question: string;
  readonly answer: string;
}

export interface Dump {
  readonly notes: readonly {
    readonly id: number;
    readonly guid: string;
    readonly mod: number;
    readonly notetype: string;
    readonly fields: readonly string[];
    readonly tags: readonly string[];
  }[];
  readonly cards: readonly DumpedCard[];
  readonly log: readonly (readonly number[])[];
  readonly today: number;
  readonly media: readonly string[];
  readonly presets: readonly {
    readonly name: string;
    readonly params: readonly number[];
    readonly retention: number;
  }[];
  readonly descriptions: Readonly<Record<string, string>>;
  readonly integrity: { readonly ok: boolean; readonly message: string };
}

export function folder(): string {
  return mkdtempSync(path.join(tmpdir(), 'tenet-anki-'));
}

/** An empty collection, or one with these deck files, whose clock can be set. */
export async function collectionWith(decks: Readonly<Record<string, string>>): Promise<{
  readonly open: OpenCollection;
  readonly root: string;
  readonly clock: { ms: number };
}> {
  const root = folder();
  writeFileSync(
    path.join(root, 'tenet.toml'),
    'id = "checked-with-anki"\nfuzz = false\nload_balance = false\n',
  );
  mkdirSync(path.join(root, 'decks'));
  for (const [name, text] of Object.entries(decks))
    writeFileSync(path.join(root, 'decks', name), text);
  const clock = { ms: Date.now() };
  const open = await openCollection({
    decks: root,
    db: path.join(root, 'test.db'),
    env: { HOME: root },
    cwd: root,
    clock: { now: () => clock.ms },
  });
  return { open, root, clock };
}

/** Grades a side now, as a review does. */
export function answer({ study }: OpenCollection, key: string, grade: Grade): void {
  const card = key as CardKey;
  const next = study.scheduler.next(study.standing(card), grade, study.now());
  study.record([{ card, body: { kind: 'answer', grade, ms: 4200, due: next.due } }]);
}

/** Equal to 1 %, as `toEqual` compares. */
export function near(value: number): unknown {
  return expect.toSatisfy((other: number) => Math.abs(other / value - 1) < 0.01);
}
