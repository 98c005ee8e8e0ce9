import { TenetError } from '../../model/problem.ts';
import type { Store } from '../../store/open.ts';
import { tagsHere } from '../../store/tags.ts';
import { didYouMean } from '../did-you-mean.ts';

/** A tag as a person gave it, without its `#`. Throws a usage error where no card has it. */
export function namedTag(store: Store, name: string): string {
  const tag = name.replace(/^#/, '');
  const tags = tagsHere(store);
  if (tags.includes(tag)) return tag;
  const meant = didYouMean(tag, tags);
  throw new TenetError(`no card has the tag "${tag}"`, {
    hint: meant === undefined ? 'Type "tenet cards" to see the cards.' : `Did you mean "${meant}"?`,
    exitCode: 2,
  });
}
