import path from 'node:path';
import type { CardId } from '../../model/card.ts';
import { isRemote } from '../documents/source-documents.ts';
import type { TriageDesk } from './desk.ts';

/** The deck that cards of a document stand in: where most of them are, else the one that `otherwise` names. */
export function homeOf(desk: TriageDesk, document: string | undefined, otherwise: string): string {
  if (document === undefined) return otherwise;
  const counts = new Map<string, number>();
  for (const { id, source } of desk.ledger().entries.values()) {
    const deck = source === document ? desk.cards.get(id as CardId)?.deck.path : undefined;
    if (deck !== undefined) counts.set(deck, (counts.get(deck) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted(([, a], [, b]) => b - a);
  return most?.[0] ?? otherwise;
}

/** A link of a card in `from` as a link in `to`; both are decks, relative to the collection. */
export function rebasedTarget(target: string, from: string, to: string): string {
  const [here, there] = [path.posix.dirname(from), path.posix.dirname(to)];
  if (here === there || isRemote(target) || target.startsWith('#')) return target;
  const [file = '', ...fragment] = target.split('#');
  const moved = path.posix.relative(there, path.posix.join(here, file));
  return [moved, ...fragment].join('#');
}
