import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { TenetError } from '../../model/problem.ts';
import { syncFolder } from '../../store/sync.ts';
import { readable, refuseChanged, replaceFile, textNow } from '../files.ts';

/** What an act makes of a file; null stands for no file. */
export interface FileChange {
  /** Absolute. */
  readonly file: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** How to take an act's changes back: the newest first. */
export type TakeBack = readonly FileReturn[];

interface FileReturn {
  readonly file: string;
  /** Of the text that must be found there. */
  readonly hash: string | null;
  /** The text before: what was replaced, between the ends that stayed; null stands for no file. */
  readonly before: { readonly head: number; readonly middle: string; readonly tail: number } | null;
}

/**
 * Writes the changes in their order, each durable before the next one begins. Throws `TenetError`, and
 * changes nothing, where a file is not any more what it was.
 */
export function makeChanges(changes: readonly FileChange[]): TakeBack {
  const real = changes.filter(({ before, after }) => before !== after);
  refuseChanged(real, {
    during: 'this was decided',
    so: 'nothing was written',
    hint: 'Look at it, then decide again.',
  });
  for (const { file, after } of real) put(file, after);
  return real.map(returnOf).reverse();
}

/** Takes changes back. Throws `TenetError`, and changes nothing, where a file was changed meanwhile. */
export function takeBack(steps: TakeBack): void {
  const texts = steps.map((step) => ({ ...step, now: textNow(step.file) }));
  const other = texts.find(({ now, hash }) => hashOf(now) !== hash);
  if (other !== undefined)
    throw new TenetError(`${other.file} was changed meanwhile, so nothing was undone`, {
      hint: 'Undo it in the file.',
    });
  for (const { file, before, now } of texts) {
    const text = now ?? '';
    put(
      file,
      before === null
        ? null
        : text.slice(0, before.head) + before.middle + text.slice(text.length - before.tail),
    );
  }
}

function put(file: string, text: string | null): void {
  if (text === null) {
    remove(file);
    return;
  }
  replaceFile(file, text);
}

function remove(file: string): void {
  try {
    rmSync(file, { force: true });
    syncFolder(path.dirname(file));
  } catch (failure) {
    throw readable(failure, file);
  }
}

function returnOf({ file, before, after }: FileChange): FileReturn {
  const hash = hashOf(after);
  if (before === null) return { file, hash, before: null };
  const now = after ?? '';
  const most = Math.min(before.length, now.length);
  let head = 0;
  while (head < most && before[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  return { file, hash, before: { head, middle: before.slice(head, before.length - tail), tail } };
}

function hashOf(text: string | null): string | null {
  return text === null ? null : createHash('sha256').update(text).digest('base64');
}
