import { existsSync } from 'node:fs';
import path from 'node:path';
import type { SourceLine } from '../../exchange/anki/export-note.ts';
import type { Card, SourceRef } from '../../model/card.ts';
import type { Collection } from '../collection/collection.ts';
import { readTextFile } from '../files.ts';
import { originalsFile } from '../documents/originals-file.ts';
import { parseOriginals } from '../documents/originals.ts';
import type { Original } from '../documents/originals.ts';
import { relativePath } from '../relative-path.ts';

/**
 * How the `S:` lines of a collection are shown outside of it: an original by its title, author, year and
 * address, everything else by its label.
 */
export function sourceLines(collection: Collection): (ref: SourceRef, card: Card) => SourceLine {
  const originals = readOriginals(collection);
  const list = relativePath(collection.root, path.join(collection.sourceDocs, originalsFile));
  return ({ label, target, anchor }, { place }) => {
    const [file = '', key = ''] = target.split('#');
    const linked = path.posix.join(path.posix.dirname(place.file), file);
    const original = linked === list ? originals.get(key) : undefined;
    const own = { anchor: anchor ?? null, label, target };
    if (original === undefined)
      return { ...own, text: label, address: isAddress(target) ? target : null };
    const address = isAddress(original.address) ? original.address : null;
    return { ...own, text: described(label, original), address };
  };
}

/** "Interview: Title, Author, 2023"; what is not known is left out. */
function described(label: string, { title, author, year }: Original): string {
  const known = [title, author, year].filter((part) => part !== '' && part !== 'unknown');
  const whole = known.join(', ');
  return label === title ? whole : `${label}: ${whole}`;
}

function isAddress(target: string): boolean {
  return /^https?:\/\//i.test(target);
}

function readOriginals({ sourceDocs }: Collection): ReadonlyMap<string, Original> {
  const file = path.join(sourceDocs, originalsFile);
  if (!existsSync(file)) return new Map();
  const { originals } = parseOriginals(readTextFile(file), file);
  return new Map(originals.map((original) => [original.key, original]));
}
