import { TenetError } from '../model/problem.ts';

const meanings: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'a part of this path is a file, not a folder',
  EACCES: 'you may not read or change this',
  EPERM: 'you may not read or change this',
  EROFS: 'this disk is read-only',
  ENOSPC: 'the disk is full, so nothing was written',
  EDQUOT: 'your disk quota is used up, so nothing was written',
  ELOOP: 'its links lead in a circle',
  EEXIST: 'something else is in its place',
  ENOTEMPTY: 'something else is in its place',
  EBUSY: 'another program is using this',
  EISDIR: 'this is a folder, not a file',
  EIO: 'the disk failed while reading or writing',
  ENAMETOOLONG: 'this name is too long',
};

/** What the file system reports, as a `TenetError` that names the file; other failures as they are. */
export function readable(failure: unknown, file: string): unknown {
  if (failure instanceof TenetError || !(failure instanceof Error)) return failure;
  const code = (failure as NodeJS.ErrnoException).code;
  const meaning = code === undefined ? undefined : meanings[code];
  return meaning === undefined
    ? failure
    : new TenetError(`${file}: ${meaning}`, { cause: failure });
}
