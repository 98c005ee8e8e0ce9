import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { type Problem, TenetError } from '../../model/problem.ts';
import type { DocumentKind, Source } from '../../model/source.ts';
import { decodeDocument } from '../../sources/decode.ts';
import { detectKind, readSource } from '../../sources/index.ts';
import { readable } from '../files.ts';
import { relativePath } from '../relative-path.ts';

/** A document that is to be read. */
export interface DocumentFile {
  readonly absolute: string;
  /** Relative to the collection, with `/`. */
  readonly path: string;
  /** Below the folder that was named, without its extension: where its deck goes. */
  readonly place: string;
}

/** A document, read, and how sure its kind is. */
export interface ReadDocument {
  readonly file: DocumentFile;
  readonly source: Source;
  /** 0–1; 1 where the kind was given. */
  readonly confidence: number;
}

const extensions = /\.(?:md|markdown|mdown|mkd|mdx|txt|text|html?|vtt|srt)$/i;
/** Files beside the chapters of a reader, to look things up in; nothing of them is to be learnt. */
const notDocuments = new Set([
  'ORIGINALS.md',
  'GLOSSARY.md',
  'README.md',
  'CHANGELOG.md',
  'LICENSE.md',
]);

/**
 * The documents that are named, and those below the folders that are named: files whose names end like a
 * document's, without hidden ones and without the folders `except`, where cards are kept. Throws
 * `TenetError` for a name that is not there, or in such a folder.
 */
export function listDocuments(
  names: readonly string[],
  root: string,
  except: readonly string[],
): DocumentFile[] {
  const found = new Map<string, DocumentFile>();
  const ownFolders = except.filter((folder) => folder !== root);
  for (const name of names) {
    if (ownFolders.some((folder) => isBelow(name, [folder])))
      throw new TenetError(`${name}: cards are kept here, and cards are made from documents`, {
        hint: 'Name the document that they came from, or another.',
        exitCode: 2,
      });
    const base = statOf(name).isDirectory() ? name : path.dirname(name);
    const files = statOf(name).isDirectory() ? filesBelow(name, except).filter(isDocument) : [name];
    for (const absolute of files)
      if (!found.has(absolute))
        found.set(absolute, {
          absolute,
          path: relativePath(root, absolute),
          place: relativePath(base, absolute).replace(/\.[^./]+$/, ''),
        });
  }
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function statOf(name: string) {
  try {
    return statSync(name);
  } catch (failure) {
    throw readable(failure, name);
  }
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (failure) {
    throw readable(failure, folder);
  }
}

/** All files below a folder, absolute, without hidden ones and without the folders `except`. */
export function filesBelow(folder: string, except: readonly string[]): string[] {
  return entriesOf(folder).flatMap((entry) => {
    const absolute = path.join(folder, entry.name);
    if (entry.name.startsWith('.') || entry.name === 'node_modules') return [];
    if (entry.isDirectory()) return except.includes(absolute) ? [] : filesBelow(absolute, except);
    return entry.isFile() ? [absolute] : [];
  });
}

function isDocument(file: string): boolean {
  return extensions.test(file) && !notDocuments.has(path.basename(file));
}

/** Reads a document as the kind it looks like, or as the kind asked for. Throws `TenetError` where it cannot. */
export function readDocument(file: DocumentFile, as?: DocumentKind): ReadDocument {
  const text = decodeDocument(bytesOf(file), file.path);
  const confidence = as === undefined ? (detectKind(text, file.path)[0]?.confidence ?? 0) : 1;
  return { file, source: readSource(text, file.path, as), confidence };
}

function bytesOf(file: DocumentFile): Uint8Array {
  try {
    return readFileSync(file.absolute);
  } catch (failure) {
    throw readable(failure, file.path);
  }
}

/** The documents of a ledger that are no more, of those not read in this run. */
export function missingDocuments(
  named: Iterable<string>,
  read: ReadonlySet<string>,
  root: string,
): ReadonlySet<string> {
  const others = [...new Set(named)].filter((source) => !read.has(source));
  return new Set(others.filter((source) => !existsSync(path.resolve(root, source))));
}

/** Whether a document's place is one of the names that a run was given, or below one. */
export function isBelow(absolute: string, names: readonly string[]): boolean {
  return names.some((name) => absolute === name || absolute.startsWith(name + path.sep));
}

/** Throws `TenetError` where nothing is to be read, before any work, with what was passed over. */
export function requireDocuments(
  files: readonly DocumentFile[],
  names: readonly string[],
  passedOver: readonly Problem[],
): void {
  if (files.length > 0) return;
  throw new TenetError(`There are no documents in ${names.join(', ')}.`, {
    hint: 'tenet generate reads .md, .txt, .html, .vtt and .srt; other files by name.',
    problems: passedOver,
  });
}
