import { posix } from 'node:path';
import type { Notation } from '../model/deck.ts';

const scheme = /^[A-Za-z][A-Za-z0-9+.-]*:/;

function decoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}

/**
 * The path, relative to the collection and with `/`, of a file that a card links to; null for an
 * address, an absolute path, or a path that leaves the collection. Paths count from the deck's folder;
 * hashcards' `@/` counts from the collection's.
 */
export function mediaPath(target: string, deckPath: string, notation: Notation): string | null {
  const written = decoded(target.trim());
  if (written === '' || scheme.test(written) || /[\0\\]/.test(written)) return null;
  const fromRoot = notation === 'hashcards' && written.startsWith('@/');
  const relative = fromRoot ? written.slice(2) : written;
  if (relative.startsWith('/') || relative === '') return null;
  const joined = posix.normalize(posix.join(fromRoot ? '.' : posix.dirname(deckPath), relative));
  return joined === '..' || joined.startsWith('../') || joined.startsWith('/') ? null : joined;
}
