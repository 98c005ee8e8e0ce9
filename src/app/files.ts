import { isUtf8 } from 'node:buffer';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  openSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { TenetError } from '../model/problem.ts';
import { readable } from '../store/file-failures.ts';
import { makeFolder } from '../store/make-folder.ts';
import { syncFolder } from '../store/sync.ts';

/** No deck or document that a person wrote is larger; reading it would only take the machine's memory. */
export const largestFileBytes = 64 * 1024 * 1024;

/**
 * The text of a file, byte for byte (a byte order mark too). Throws `TenetError` for what is no file, too
 * large, unreadable, binary, or not UTF-8.
 */
export function readTextFile(file: string, largestBytes: number = largestFileBytes): string {
  try {
    return textOf(file, largestBytes);
  } catch (failure) {
    throw readable(failure, file);
  }
}

function textOf(file: string, largestBytes: number): string {
  const stat = statSync(file);
  if (stat.isDirectory())
    throw new TenetError(`${file}: this is a folder, not a file`, { hint: 'Name a file.' });
  if (!stat.isFile())
    throw new TenetError(`${file}: this is not an ordinary file`, { hint: 'Name another.' });
  if (stat.size > largestBytes) {
    const size = Math.ceil(stat.size / 1024 / 1024);
    throw new TenetError(`${file}: ${size} MB are too much to read`, {
      hint: `Split it: a file may have ${Math.floor(largestBytes / 1024 / 1024)} MB.`,
    });
  }
  const bytes = readFileSync(file);
  if (bytes.includes(0)) {
    throw new TenetError(`${file}: this is a binary file, not a text`, {
      hint: 'Give a text file, or save it as UTF-8 if it is UTF-16.',
    });
  }
  if (!isUtf8(bytes)) {
    throw new TenetError(`${file}: this text is not UTF-8`, { hint: 'Save it as UTF-8.' });
  }
  return bytes.toString('utf8');
}

export { readable };

/**
 * A file's text as it is now; null where it is not there. Throws as `readTextFile` does, also for a link
 * whose target is not there.
 */
export function textNow(file: string): string | null {
  return isThere(file) ? readTextFile(file) : null;
}

function isThere(file: string): boolean {
  try {
    if (existsSync(file)) return true;
    refuseDeadLink(file);
    return false;
  } catch (failure) {
    throw readable(failure, file);
  }
}

/** What was read of a file; null stands for no file. */
export interface TextRead {
  readonly file: string;
  readonly before: string | null;
}

/**
 * For work that writes what it made of texts read long before. Throws `TenetError`, "… changed while …, so
 * …", for a file that somebody saved, made or removed since.
 */
export function refuseChanged(
  read: Iterable<TextRead>,
  words: { readonly during: string; readonly so: string; readonly hint: string },
): void {
  for (const { file, before } of read)
    if (textNow(file) !== before)
      throw new TenetError(`${file} changed while ${words.during}, so ${words.so}`, {
        hint: words.hint,
      });
}

/** What a file is to hold: all of it, or what writes it into the open file. */
export type FileContent = string | Uint8Array | ((handle: number) => void);

/**
 * Puts new content in place of a file's, or makes the file: whoever reads it sees the old or the new,
 * whenever the machine stops. Its mode stays, and a symbolic link stays one. Throws `TenetError` for a link
 * whose target is not there: it may lie on a disk that is not mounted.
 */
export function replaceFile(file: string, content: FileContent): void {
  try {
    replace(existsSync(file) ? realpathSync(file) : file, content);
  } catch (failure) {
    throw readable(failure, file);
  }
}

function replace(file: string, content: FileContent): void {
  const folder = path.dirname(file);
  const before = statSync(file, { throwIfNoEntry: false });
  if (before !== undefined && !before.isFile())
    throw new TenetError(`${file}: this is not an ordinary file, so it was not replaced`, {
      hint: 'Name another file.',
    });
  makeFolder(folder);
  if (before === undefined) refuseDeadLink(file);
  const temporary = path.join(
    folder,
    `.${path.basename(file)}.${randomBytes(6).toString('hex')}.tmp`,
  );
  try {
    writeDurably(temporary, content);
    if (before !== undefined) chmodSync(temporary, before.mode & 0o7777);
    renameSync(temporary, file);
  } catch (failure) {
    rmSync(temporary, { force: true });
    throw failure;
  }
  syncFolder(folder);
}

/** For a file that is not there: something may still stand in its place, a link to what is gone. */
function refuseDeadLink(file: string): void {
  if (lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() !== true) return;
  const target = path.resolve(path.dirname(file), readlinkSync(file));
  throw new TenetError(`${file}: this link leads to ${target}, which is not there`, {
    hint: 'Bring back what it leads to (is a disk not mounted?), or remove the link.',
  });
}

function writeDurably(file: string, content: FileContent): void {
  const handle = openSync(file, 'wx+');
  try {
    if (typeof content === 'function') content(handle);
    else writeFileSync(handle, content);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
