import path from 'node:path';
import { TenetError } from '../../model/problem.ts';
import { didYouMean } from '../did-you-mean.ts';
import type { CardId } from '../../model/card.ts';
import { cardsOf, type TriageDesk } from './desk.ts';
import { isOver } from './settle.ts';

/** Which draft is meant. */
export interface DraftPlace {
  readonly id: CardId;
  /** Its file, relative to the collection. */
  readonly file: string;
}

/** A draft that waits, and the document that it was made from. */
export interface WaitingDraft extends DraftPlace {
  /** Relative to the collection; the file of drafts where the ledger does not know. */
  readonly document: string;
}

/**
 * The drafts that wait, document by document, in the order of their files. With `names`, those of the
 * documents so named: by path, by file name with or without its ending, or by file of drafts. Throws a
 * usage error for a name that no draft belongs to.
 */
export function waitingDrafts(desk: TriageDesk, names: readonly string[]): readonly WaitingDraft[] {
  const { entries } = desk.ledger();
  const waiting = [...desk.drafts].flatMap(([file, deck]) =>
    cardsOf(deck)
      .filter((draft) => !isOver(desk, entries, draft))
      .map(({ card }) => ({
        id: card.id,
        file,
        document: entries.get(card.id)?.source ?? file,
      })),
  );
  const byDocument = [...Map.groupBy(waiting, ({ document }) => document).values()].flat();
  if (names.length === 0) return byDocument;
  const asked = new Set(names.flatMap((name) => documentsNamed(name, byDocument)));
  return byDocument.filter((draft) => asked.has(draft.document));
}

function documentsNamed(name: string, drafts: readonly WaitingDraft[]): readonly string[] {
  const wanted = name.toLowerCase().replace(/^\.\//, '');
  const found = drafts.filter(
    ({ document, file }) => isNamed(document, wanted) || isNamed(file, wanted),
  );
  if (found.length > 0) return found.map(({ document }) => document);
  const known = [...new Set(drafts.map(({ document }) => path.posix.basename(document)))];
  const meant = didYouMean(name, [...known, ...known.map((file) => file.replace(/\.[^.]+$/, ''))]);
  throw new TenetError(`no draft waits from "${name}"`, {
    hint:
      meant !== undefined
        ? `Did you mean "${meant}"?`
        : known.length === 0
          ? 'There are no drafts at all.'
          : `There are drafts from ${known.join(', ')}.`,
    exitCode: 2,
  });
}

function isNamed(file: string, wanted: string): boolean {
  const known = file.toLowerCase();
  const base = path.posix.basename(known);
  return known === wanted || base === wanted || base.replace(/\.[^.]+$/, '') === wanted;
}
