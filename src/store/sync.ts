import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Makes the names that were given or taken in a folder durable. Windows cannot and need not do it. */
export function syncFolder(folder: string): void {
  if (process.platform !== 'win32') syncPath(folder, 'r');
}

/** Returns when a file's content is on the disk. */
export function syncFile(file: string): void {
  syncPath(file, 'r+');
}

function syncPath(path: string, mode: 'r' | 'r+'): void {
  const handle = openSync(path, mode);
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
