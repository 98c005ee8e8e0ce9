import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { TenetError } from '../../model/problem.ts';
import { type ChapterRecord, chapters, putChapter, removeChapter } from '../../store/chapters.ts';
import type { Store } from '../../store/open.ts';
import type { Collection } from '../collection/collection.ts';
import { fileStat } from '../decks/deck-files.ts';
import { readTextFile } from '../files.ts';
import { originalsFile } from '../documents/originals-file.ts';
import { relativePath } from '../relative-path.ts';
import { outlineOf } from './outline.ts';

/** The file beside the chapters that explains their words. */
export const glossaryFile = 'GLOSSARY.md';

const noChapters: ReadonlySet<string> = new Set([originalsFile, glossaryFile, 'README.md']);
/** A chapter is read in minutes; what is larger is a document to make cards from. */
export const largestChapterBytes = 512 * 1024;

/**
 * Brings what the database knows of the reader up to date: the Markdown files that lie directly in the
 * folder of documents are its chapters. Only files that changed are read.
 */
export function indexReader({ sourceDocs, root }: Collection, store: Store): void {
  const known = new Map(chapters(store).map((chapter) => [chapter.path, chapter]));
  const folder = relativePath(root, sourceDocs);
  const changed: ChapterRecord[] = [];
  const gone = new Set(known.keys());
  for (const name of chapterNames(sourceDocs)) {
    const file = `${folder}/${name}`;
    const chapter = lookAt(path.join(sourceDocs, name), file, known.get(file));
    if (chapter === undefined) continue;
    gone.delete(file);
    if (chapter !== known.get(file)) changed.push(chapter);
  }
  if (changed.length + gone.size === 0) return;
  store.write(() => {
    for (const file of gone) removeChapter(store, file);
    for (const chapter of changed) putChapter(store, chapter);
  });
}

/** The names of the Markdown files of a folder that are chapters, in no order. */
export function chapterNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter(
      (name) => name.endsWith('.md') && !name.startsWith('.') && !noChapters.has(name),
    );
  } catch {
    return [];
  }
}

/** The chapter as it is known where its file did not change; undefined for what cannot be read as one. */
function lookAt(
  absolute: string,
  file: string,
  known: ChapterRecord | undefined,
): ChapterRecord | undefined {
  const found = statSync(absolute, { throwIfNoEntry: false });
  if (found === undefined || !found.isFile() || found.size > largestChapterBytes) return undefined;
  const stat = fileStat(found);
  if (known !== undefined && isSame(known, stat)) return known;
  try {
    return {
      path: file,
      ...stat,
      outline: outlineOf(readTextFile(absolute, largestChapterBytes), file),
    };
  } catch (failure) {
    if (failure instanceof TenetError) return undefined;
    throw failure;
  }
}

function isSame(
  known: ChapterRecord,
  { size, modifiedMs, changedMs }: typeof known | ReturnType<typeof fileStat>,
): boolean {
  return known.size === size && known.modifiedMs === modifiedMs && known.changedMs === changedMs;
}
