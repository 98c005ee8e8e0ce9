import { existsSync, linkSync, renameSync } from 'node:fs';

/**
 * Gives a finished file its name; false where another has that name already, which stands. Unlike a rename,
 * a link never replaces what another process put there; some file systems have none. The name that the file
 * had may be left and is to be removed.
 */
export function giveName(unfinished: string, file: string): boolean {
  try {
    linkSync(unfinished, file);
  } catch (failure) {
    const { code } = failure as NodeJS.ErrnoException;
    if (code === 'EEXIST' || existsSync(file)) return false;
    renameSync(unfinished, file);
  }
  return true;
}
