import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { proposeNotation } from '../../deck/propose.ts';
import { foldLedger, ledgerPath, parseLedger } from '../../ledger/ledger.ts';
import type { Card, CardId } from '../../model/card.ts';
import { type Problem, TenetError } from '../../model/problem.ts';
import { cardsHere, knownFiles } from '../../store/deck-index.ts';
import type { Store } from '../../store/open.ts';
import { titledFiles } from '../../store/titled-files.ts';
import { checkAnchors } from '../documents/anchors.ts';
import { checkMedia } from './check-media.ts';
import type { Collection } from '../collection/collection.ts';
import { deckProblems, linkNotices } from './deck-problems.ts';
import { readTextFile } from '../files.ts';
import { readGlossary } from './glossary.ts';
import { indexDecks } from '../decks/index-decks.ts';
import { lintDeckCards } from './lint-cards.ts';
import { namedDecks } from '../decks/named-decks.ts';
import type { Study } from '../log/study.ts';
import { mostHistoriesWait, waitingProblems } from '../decks/waiting-cards.ts';
import { relativePath } from '../relative-path.ts';

export interface CheckOptions {
  /** Decks as a person names them; empty for all, and for the chapters too. */
  readonly decks: readonly string[];
  /** A folder with copies of the originals, absolute. */
  readonly originals?: string | undefined;
}

/** How long a history that was carried over is named. */
const daysOfNotices = 7;

/**
 * Every problem of the decks and of the documents that their cards cite, sorted by place: notation, ids,
 * links, anchors, pictures, lint, histories that were carried over lately or wait. Nothing is changed but the index.
 */
export function checkDecks(
  collection: Collection,
  study: Study,
  { decks, originals }: CheckOptions,
): readonly Problem[] {
  if (originals !== undefined && !existsSync(originals))
    throw new TenetError(`${originals}: there is no such folder`, {
      hint: 'Name the folder that holds copies of the originals.',
      exitCode: 2,
    });
  const { store } = study;
  const { problems: listing } = indexDecks(collection, study);
  const wanted = filesOf(store, decks);
  const isWanted = ({ file }: { readonly file: string }): boolean => wanted?.has(file) ?? true;
  const cards = cardsHere(store).filter(isWanted);
  const inDecks = cards.map(({ card }) => card);
  const anchors = checkAnchors({
    root: collection.root,
    allows: collection.allows,
    cards: inDecks,
    documents: wanted === null ? chapters(collection) : [],
    ...(originals === undefined ? {} : { originals }),
  });
  const found = [
    ...listing,
    ...deckProblems(store),
    ...notationProblems(collection, store),
    ...linkNotices(store, study.now().day - daysOfNotices),
    ...waitingProblems(store),
  ].filter(isWanted);
  const loss = mostHistoriesWait(store) ? [massLossProblem(collection)] : [];
  const cardProblems = [...anchors, ...checkMedia(collection, inDecks)];
  const lint = lintProblems(collection, inDecks, originals);
  return [...loss, ...[...found, ...cardProblems, ...lint].sort(byPlace)];
}

/** What the linter says; a card that was generated and not edited since is held to every rule. */
function lintProblems(
  collection: Collection,
  cards: readonly Card[],
  originals: string | undefined,
): readonly Problem[] {
  const texts = new Map<string, string | undefined>();
  return lintDeckCards({
    root: collection.root,
    allows: collection.allows,
    cards,
    generated: uneditedCards(collection),
    glossary: readGlossary(collection),
    textOf: (file) => {
      if (!texts.has(file)) texts.set(file, textAt(path.join(collection.root, file)));
      return texts.get(file);
    },
    ...(originals === undefined ? {} : { originals }),
  });
}

/** A deck that cannot be read now is a problem of its own; its cards are known from before. */
function textAt(file: string): string | undefined {
  try {
    return readTextFile(file);
  } catch (failure) {
    if (failure instanceof TenetError) return undefined;
    throw failure;
  }
}

function uneditedCards({ decks }: Collection): ReadonlySet<CardId> {
  const file = path.join(decks, ledgerPath);
  if (!existsSync(file)) return new Set();
  const ledger = foldLedger(parseLedger(readTextFile(file), file).entries);
  const unedited = [...ledger.values()].filter(({ fate }) => fate === 'kept');
  return new Set(unedited.map(({ id }) => id as CardId));
}

/** The files of the named decks; null for all. */
function filesOf(store: Store, decks: readonly string[]): ReadonlySet<string> | null {
  if (decks.length === 0) return null;
  const titles = new Set(namedDecks(store, decks));
  return new Set(
    titledFiles(store).flatMap(({ title, file }) => (titles.has(title) ? [file] : [])),
  );
}

/** The documents of the reader, whose footnotes are checked like the sources of cards. */
function chapters({ root, sourceDocs }: Collection): readonly string[] {
  if (!existsSync(sourceDocs)) return [];
  const folder = relativePath(root, sourceDocs);
  return readdirSync(sourceDocs)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => path.posix.join(folder, name));
}

function notationProblems({ root, notationOf }: Collection, store: Store): readonly Problem[] {
  return [...knownFiles(store).values()].flatMap(({ path: file, hash }) => {
    if (hash === null || notationOf(file) !== undefined) return [];
    const text = deckText(path.join(root, file));
    const proposal = text === null ? null : proposeNotation(text);
    if (proposal === null) return [];
    const { notation, line, why } = proposal;
    return [
      {
        file,
        line,
        column: 1,
        rule: 'notation',
        severity: 'info' as const,
        message: `this looks like a ${notation} deck: ${why}`,
        remedy: `If it is one, set notation = "${notation}" for its folder in tenet.toml.`,
      },
    ];
  });
}

/** Null for a deck that was read before and cannot be read now: that has a problem of its own. */
function deckText(file: string): string | null {
  try {
    return readTextFile(file);
  } catch (failure) {
    if (failure instanceof TenetError) return null;
    throw failure;
  }
}

function massLossProblem({ decks }: Collection): Problem {
  return {
    file: decks,
    line: 1,
    column: 1,
    rule: 'most-cards-gone',
    severity: 'warning',
    message: 'most cards that were answered are gone from this folder, and nothing was matched',
    remedy: 'See whether it is the right folder and whole; the histories wait.',
  };
}

function byPlace(a: Problem, b: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
