import { TenetError } from '../../model/problem.ts';
import { didYouMean } from '../did-you-mean.ts';
import type { ReadChapter, ReaderView } from './view.ts';

/**
 * The chapter that a person named by its number, by the start of its title, or by its file; letter case
 * does not matter. Throws a usage error for a name that fits none.
 */
export function chapterNamed({ chapters }: ReaderView, name: string): ReadChapter {
  const wanted = name.trim().toLowerCase();
  const file = wanted.replace(/^.*\//, '').replace(/\.md$/, '');
  const found =
    chapters.find(({ number }) => String(number) === wanted) ??
    chapters.find(({ document }) => document.toLowerCase().endsWith(`/${file}.md`)) ??
    chapters.find(({ title }) => title.toLowerCase().startsWith(wanted));
  if (found !== undefined) return found;
  const meant = didYouMean(
    name,
    chapters.map(({ title }) => title),
  );
  throw new TenetError(`there is no chapter "${name}"`, {
    hint:
      meant === undefined
        ? 'Type "tenet read" for the list of chapters.'
        : `Did you mean "${meant}"?`,
    exitCode: 2,
  });
}
