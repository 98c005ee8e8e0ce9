import { TenetError } from '../../model/problem.ts';
import { titledFiles } from '../../store/titled-files.ts';
import type { Store } from '../../store/open.ts';
import { didYouMean } from '../did-you-mean.ts';

/**
 * The titles of the decks that a person named by title, by the start of a title, or by file; letter case
 * does not matter. Throws a usage error for a name that fits none.
 */
export function namedDecks(store: Store, names: readonly string[]): readonly string[] {
  const decks = titledFiles(store);
  return [...new Set(names.flatMap((name) => titlesFor(name, decks)))];
}

function titlesFor(
  name: string,
  decks: readonly { readonly title: string; readonly file: string }[],
): readonly string[] {
  const wanted = name.toLowerCase();
  const file = wanted.replace(/^\.\//, '');
  const exact = decks.filter(
    (deck) =>
      deck.title.toLowerCase() === wanted ||
      deck.file.toLowerCase() === file ||
      deck.file.toLowerCase().endsWith(`/${file.replace(/\.md$/, '')}.md`),
  );
  const found =
    exact.length > 0 ? exact : decks.filter(({ title }) => title.toLowerCase().startsWith(wanted));
  if (found.length > 0) return found.map(({ title }) => title);
  const meant = didYouMean(
    name,
    decks.map(({ title }) => title),
  );
  throw new TenetError(`there is no deck "${name}"`, {
    hint: meant === undefined ? 'Type "tenet due" to see the decks.' : `Did you mean "${meant}"?`,
    exitCode: 2,
  });
}
