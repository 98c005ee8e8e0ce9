import type { Store } from './open.ts';

/** The tags that cards have, without `#`, each once. */
export function tagsHere(store: Store): readonly string[] {
  return store
    .rows<[string]>(
      `SELECT DISTINCT tag.value FROM card, json_each(card.body, '$.tags') AS tag
       WHERE card.id IS NOT NULL`,
    )
    .map(([tag]) => tag);
}
