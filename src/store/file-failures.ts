import { TenetError } from '../model/problem.ts';

const spelling = 'Check how the path is spelt.';
const rights = 'Change who may read and write there, or name another place.';
const room = 'Free some space, then try again.';
const disk = 'Check the disk, then try again.';

/** What the file system's codes mean to a person, and what to do. */
const meanings: Readonly<Record<string, readonly [meaning: string, remedy: string]>> = {
  ENOENT: ['there is no such file or folder', spelling],
  ENOTDIR: ['a part of this path is a file, not a folder', spelling],
  EACCES: ['you may not read or change this', rights],
  EPERM: ['you may not read or change this', rights],
  EROFS: ['this disk is read-only', 'Make it writable, or name another place.'],
  ENOSPC: ['the disk is full, so nothing was written', room],
  EDQUOT: ['your disk quota is used up, so nothing was written', room],
  ELOOP: ['its links lead in a circle', 'Remove one of the links.'],
  EEXIST: ['something else is in its place', 'Name another place, or move away what is there.'],
  ENOTEMPTY: ['something else is in its place', 'Name another place, or move away what is there.'],
  EBUSY: ['another program is using this', 'Close that program, then try again.'],
  EISDIR: ['this is a folder, not a file', 'Name a file.'],
  EIO: ['the disk failed while reading or writing', disk],
  ENAMETOOLONG: ['this name is too long', 'Choose a shorter one.'],
};

/** What the file system reports, as a `TenetError` that names the file; other failures as they are. */
export function readable(failure: unknown, file: string): unknown {
  if (failure instanceof TenetError || !(failure instanceof Error)) return failure;
  const code = (failure as NodeJS.ErrnoException).code;
  const known = code === undefined ? undefined : meanings[code];
  if (known === undefined) return failure;
  const [meaning, hint] = known;
  return new TenetError(`${file}: ${meaning}`, { hint, cause: failure });
}
