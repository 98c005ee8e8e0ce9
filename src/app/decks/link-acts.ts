import type { CardLink } from '../../identity/change.ts';
import type { KeyLink } from '../../identity/traced-card.ts';
import type { CardKey } from '../../model/card.ts';
import type { StudyEvent } from '../../model/event.ts';
import { historyOf as orderedHistory } from '../../schedule/history.ts';
import { historyOf } from '../../store/events.ts';
import { standingOf } from '../../store/standings.ts';
import type { Act, Study } from '../log/study.ts';

/** What proves that two keys are one side even where the new one has a history that shares nothing. */
const proofs: ReadonlySet<CardLink['why']> = new Set(['edit', 'same-text']);

/**
 * The acts that carry histories over to the keys that cards have now. None where nothing would be carried:
 * the old key has no history, or all of it is the new key's already.
 */
export function linkActs(study: Study, links: readonly CardLink[]): readonly Act[] {
  return links.flatMap(({ keys, why }) =>
    keys.flatMap((link) => {
      const head = standingOf(study.store, link.from)?.head;
      if (head === undefined || !carries(study, link, proofs.has(why))) return [];
      return [{ card: link.to, body: { kind: 'link', from: link.from }, after: head } as const];
    }),
  );
}

function carries(study: Study, { from, to }: KeyLink, proven: boolean): boolean {
  const old = historyIn(study, from).filter(({ kind }) => kind !== 'link');
  if (old.length === 0) return false;
  if (standingOf(study.store, to) === undefined) return true;
  const now = historyIn(study, to);
  const has = new Set(now.map(({ id }) => id));
  const isNew = old.some(({ id }) => !has.has(id));
  const related = proven || now.length === 0 || old.some(({ id }) => has.has(id));
  return isNew && related;
}

function historyIn(study: Study, key: CardKey): readonly StudyEvent[] {
  return orderedHistory(key, historyOf(study.store, key));
}
