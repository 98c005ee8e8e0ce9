import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import path from 'node:path';
import { readCollection } from '../../exchange/anki/read-collection.ts';
import { readPackage } from '../../exchange/anki/read-package.ts';
import { databaseKind } from '../../exchange/database-kind.ts';
import { openZip } from '../../exchange/zip/read.ts';
import { TenetError } from '../../model/problem.ts';
import { readable } from '../files.ts';
import { importAnki } from './anki.ts';
import { importJson } from './json.ts';
import type { MediaSource } from './media.ts';
import { importPeer } from './peers.ts';
import type { ImportOptions, ImportReport } from './report.ts';
import { importText } from './text.ts';
import type { OpenCollection } from '../collection/open-collection.ts';

/** A database that is opened whole in memory may have so many bytes. */
const largestDatabase = 1024 * 1024 * 1024;

/**
 * Takes a file of another program, or of tenet's own, into the collection: .apkg, .colpkg, Anki's bare
 * collection, hashcards.db, repeater's cards.db, CSV or TSV, tenet's JSON. What it is, its content
 * tells. Throws `TenetError` for what cannot be taken in; then nothing was changed.
 */
export async function importFile(
  open: OpenCollection,
  file: string,
  options: ImportOptions = {},
): Promise<ImportReport> {
  const head = headOf(file);
  if (head.subarray(0, 2).toString('latin1') === 'PK') return importPackage(open, file, options);
  if (head.toString('latin1').startsWith('SQLite format 3'))
    return importDatabase(open, file, options);
  const start = head
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (start.startsWith('{')) return importJson(open, file);
  if (/\.(?:csv|tsv|txt)$/i.test(file) || /^#[a-z ]+:/i.test(start))
    return importText(open, file, options);
  if (/\.(?:apkg|colpkg)$/i.test(file)) throw noPackage(file, start);
  throw new TenetError(`${file}: tenet does not know this kind of file.`, {
    hint: 'It takes .apkg, .colpkg, collection.anki2, hashcards.db, cards.db, .csv, .tsv, .txt and .json.',
  });
}

function noPackage(file: string, start: string): TenetError {
  const what = /^<(?:!doctype|html)\b/i.test(start) ? 'it is a web page' : 'it is no zip file';
  return new TenetError(`${file} is no package of Anki: ${what}.`, {
    hint: 'The download did not give the file itself: get it again, or from whom you have it.',
  });
}

function headOf(file: string): Buffer {
  try {
    if (statSync(file).isDirectory())
      throw new TenetError(`${file}: this is a folder, not a file`, { exitCode: 2 });
    const handle = openSync(file, 'r');
    try {
      const head = Buffer.alloc(64);
      return head.subarray(0, readSync(handle, head, 0, head.length, 0));
    } finally {
      closeSync(handle);
    }
  } catch (failure) {
    throw readable(failure, file);
  }
}

async function importPackage(
  open: OpenCollection,
  file: string,
  options: ImportOptions,
): Promise<ImportReport> {
  const zip = await openZip(file, file);
  try {
    const { collection, ...media } = await readPackage(zip, file);
    return await importAnki(open, file, collection, media, options);
  } finally {
    zip.close();
  }
}

async function importDatabase(
  open: OpenCollection,
  file: string,
  options: ImportOptions,
): Promise<ImportReport> {
  const bytes = databaseBytes(file);
  const kind = databaseKind(bytes);
  if (kind === 'hashcards' || kind === 'repeater') return importPeer(open, file, bytes, kind);
  if (kind === 'unknown')
    throw new TenetError(`${file} is a database that tenet does not know.`, {
      hint: "It takes Anki's collection.anki2, hashcards.db and repeater's cards.db.",
    });
  const collection = readCollection(bytes, file);
  return importAnki(open, file, collection, mediaBeside(file), options);
}

/** Throws where a program still writes to it: what it wrote last stands in a second file. */
function databaseBytes(file: string): Uint8Array {
  const log = `${file}-wal`;
  if (existsSync(log) && statSync(log).size > 0)
    throw new TenetError(`${file} is in use: its newest changes are still in ${log}.`, {
      hint: 'Close the other program, then import again.',
    });
  if (statSync(file).size > largestDatabase)
    throw new TenetError(`${file} is too large to take in: more than 1 GB.`);
  return readFileSync(file);
}

/** Anki keeps the media of `collection.anki2` in the folder `collection.media` beside it. */
function mediaBeside(file: string): MediaSource {
  const folder = `${file.replace(/\.anki2\w?$/, '')}.media`;
  return {
    refusedNames: [],
    mediaNames: {
      has: (name) => name === path.basename(name) && existsSync(path.join(folder, name)),
    },
    media: (name) => Promise.resolve(readFileSync(path.join(folder, path.basename(name)))),
  };
}
