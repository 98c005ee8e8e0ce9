import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * Makes a folder and those above it that are missing, each with this mode. Throws what the file system
 * reports. Node's own way (`recursive`) tries for ever where a folder that is there answers that it is not
 * when something is to be made in it, as Linux's /proc does.
 */
export function makeFolder(folder: string, mode: number = 0o777): void {
  if (isFolder(folder)) return;
  const above = path.dirname(folder);
  if (above !== folder) makeFolder(above, mode);
  try {
    mkdirSync(folder, { mode });
  } catch (failure) {
    // Another process may have been faster.
    if (!isFolder(folder)) throw failure;
  }
}

function isFolder(place: string): boolean {
  return statSync(place, { throwIfNoEntry: false })?.isDirectory() === true;
}
