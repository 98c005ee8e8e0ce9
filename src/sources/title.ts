import path from 'node:path';

/** A title for a document that names none: its file name as words. */
export function titleFromPath(file: string): string {
  const name = path.posix.basename(file).replace(/\.[^.]+$/, '');
  const words = name.replaceAll(/[-_]+/g, ' ').trim();
  return words === '' ? file : words.charAt(0).toUpperCase() + words.slice(1);
}
