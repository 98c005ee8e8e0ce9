import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { type Glossary, introduces, parseGlossary } from '../../lint/glossary.ts';
import { TenetError } from '../../model/problem.ts';
import { readTextFile } from '../files.ts';
import { chapterNames, glossaryFile, largestChapterBytes } from '../reading/index-chapters.ts';
import { relativePath } from '../relative-path.ts';

/** Where the chapters of a collection lie; both paths are absolute. */
export interface ChapterFolder {
  readonly root: string;
  readonly sourceDocs: string;
}

/**
 * The glossary beside the chapters of a collection, each term with the chapter that explains it: the one that
 * the glossary gives, or an earlier one that does. Undefined where there is no glossary, or none that can be read.
 */
export function readGlossary({ root, sourceDocs }: ChapterFolder): Glossary | undefined {
  const text = textOf(path.join(sourceDocs, glossaryFile));
  if (text === undefined) return undefined;
  const folder = relativePath(root, sourceDocs);
  const chapters = chapterNames(sourceDocs)
    .toSorted()
    .map((name) => ({ path: path.posix.join(folder, name), file: path.join(sourceDocs, name) }));
  const texts = chapters.map(({ file }) => textOf(file) ?? '');
  const terms = parseGlossary(text, folder).map((term) => {
    const given = chapters.findIndex((chapter) => chapter.path === term.chapter);
    const before = given === -1 ? texts : texts.slice(0, given);
    const first = chapters[before.findIndex((each) => introduces(each, term.name))];
    return first === undefined ? term : { name: term.name, chapter: first.path };
  });
  return { terms, chapters: chapters.map((chapter) => chapter.path) };
}

function textOf(file: string): string | undefined {
  if (!existsSync(file) || statSync(file).size > largestChapterBytes) return undefined;
  try {
    return readTextFile(file);
  } catch (failure) {
    if (failure instanceof TenetError) return undefined;
    throw failure;
  }
}
