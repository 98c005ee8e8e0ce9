import path from 'node:path';
import { drafters as allDrafters, isTalk } from '../../generate/index.ts';
import { namesOfDocuments } from '../../generate/names.ts';
import type { Glossary } from '../../lint/glossary.ts';
import type { CardDraft } from '../../model/draft.ts';
import { matchDrafts } from '../../ledger/match-drafts.ts';
import type { CardId } from '../../model/card.ts';
import { type Problem, TenetError } from '../../model/problem.ts';
import type { DeckFolder } from './cards.ts';
import {
  type DocumentFile,
  missingDocuments,
  type ReadDocument,
  readDocument,
} from './documents.ts';
import {
  draftDocument,
  type Drafted,
  factsOf,
  foldTerm,
  oneCardATerm,
  type Proposal,
  proposeCards,
} from './drafts.ts';
import { preferPrecise } from './precision.ts';
import type { Run } from './run.ts';
import { readGlossary } from '../check/glossary.ts';
import {
  admitByLint,
  bareCards,
  othersOf,
  ownOf,
  rejectedOf,
  type Standing,
} from '../check/lint-drafts.ts';
import { relativePath } from '../relative-path.ts';

/** The documents that the ledger names and that are no more. */
function missingOf(
  { options, ledger }: Run,
  documents: readonly ReadDocument[],
): ReadonlySet<string> {
  const read = new Set(documents.map(({ source }) => source.path));
  const named = [...ledger.values()].map(({ source }) => source);
  return missingDocuments(named, read, options.root);
}

/** The cards that stand in decks, by the draft that makes each of them again. */
function standingOf(
  run: Run,
  drafted: readonly Drafted[],
  missing: ReadonlySet<string>,
): ReadonlyMap<CardDraft, Standing> {
  const paths = new Set([...drafted.map(({ document }) => document.source.path), ...missing]);
  const entries = [...run.ledger.values()].filter(({ source }) => paths.has(source));
  const draftOf = new Map(
    drafted.flatMap((each) =>
      factsOf(each).map((facts, index) => [facts, each.drafts[index]] as const),
    ),
  );
  const standing = new Map<CardDraft, Standing>();
  for (const [facts, { id }] of matchDrafts([...draftOf.keys()], entries)) {
    const [draft, found] = [draftOf.get(facts), run.decks.cards.get(id as CardId)];
    if (draft !== undefined && found !== undefined)
      standing.set(draft, { ...found, document: facts.source });
  }
  return standing;
}

/**
 * The deck of each document: the one in which most of its cards stand, also where the document has
 * another name by now, else one that is named like it.
 */
function decksOfDocuments(run: Run, standing: Iterable<Standing>): ReadonlyMap<string, string> {
  const homes = new Map<string, Map<string, number>>();
  for (const { document, deck } of standing) {
    const counts = homes.get(document) ?? new Map<string, number>();
    homes.set(document, counts.set(deck.path, (counts.get(deck.path) ?? 0) + 1));
  }
  const folder = relativePath(run.options.root, run.options.out);
  const decks = new Map<string, string>();
  const taken = new Set<string>();
  for (const { path: file, place } of run.files) {
    const home = [...(homes.get(file) ?? [])].toSorted(([, a], [, b]) => b - a)[0]?.[0];
    const named = path.posix.join(folder, `${place}.md`);
    const ending = path.posix.extname(file).slice(1);
    const deck = home ?? (taken.has(named) ? named.replace(/\.md$/, `-${ending}.md`) : named);
    decks.set(file, deck);
    taken.add(deck);
  }
  return decks;
}

/** The documents of a run, read, and the cards that they propose. */
export interface ReadRun {
  readonly documents: readonly ReadDocument[];
  readonly missing: ReadonlySet<string>;
  /** The deck of each document, by the document's path. */
  readonly deckOf: ReadonlyMap<string, string>;
  readonly proposals: readonly Proposal[];
  readonly problems: readonly Problem[];
}

/** Reads all documents, one after the other, and asks the drafters. What cannot be read is a problem. */
export async function readAndPropose(run: Run): Promise<ReadRun> {
  const { options } = run;
  const { draftsPerDocument } = options;
  const problems: Problem[] = [];
  const drafted = await draftAll(run, await readAll(run, problems), problems);
  const documents = drafted.map(({ document }) => document);
  const missing = missingOf(run, documents);
  const standing = standingOf(run, drafted, missing);
  const deckOf = decksOfDocuments(run, standing.values());
  const others = othersOf(run);
  const admitted =
    options.admit ??
    admitByLint({
      mates: [...others, ...ownOf(standing)],
      among: [...others, ...bareCards(drafted)],
      turnedDown: rejectedOf(run),
      glossary: glossaryOf(run.options),
    });
  const sources = documents.map(({ source }) => source);
  const admit = preferPrecise(admitted, sources);
  const proposals: Proposal[][] = [];
  for (const [index, each] of drafted.entries()) {
    const deck = deckOf.get(each.document.source.path) ?? '';
    const progress = progressOn(run, index, each);
    proposals.push(await proposeCards(each, deck, { admit, draftsPerDocument, progress }));
  }
  options.progress?.({ done: run.files.length, total: run.files.length, path: '' });
  return {
    documents,
    missing,
    deckOf,
    problems,
    proposals: oneCardATerm(proposals.flat(), termsOf(run.decks)),
  };
}

async function readAll({ options, files }: Run, problems: Problem[]): Promise<ReadDocument[]> {
  const read: ReadDocument[] = [];
  for (const [done, file] of files.entries()) {
    options.signal?.throwIfAborted();
    options.progress?.({ done, total: files.length, path: file.path });
    try {
      read.push(readDocument(file, options.as));
    } catch (failure) {
      if (!(failure instanceof TenetError)) throw failure;
      problems.push(unreadDocument(file, failure));
    }
    await aTurn();
  }
  return read;
}

/** Talks take their names from the other documents, so nothing is drafted before all are read. */
async function draftAll(
  { options }: Run,
  read: readonly ReadDocument[],
  problems: Problem[],
): Promise<Drafted[]> {
  const { drafters = allDrafters, signal } = options;
  const names = namesFor(read);
  const task = { names, progress: aTurn, ...(signal === undefined ? {} : { signal }) };
  const drafted: Drafted[] = [];
  for (const document of read) {
    signal?.throwIfAborted();
    try {
      drafted.push(await draftDocument(document, drafters, task));
    } catch (failure) {
      if (!(failure instanceof TenetError)) throw failure;
      problems.push(unreadDocument(document.file, failure));
    }
    await aTurn();
  }
  return drafted;
}

/** Says how many of a document's drafts were looked at, and stops where that is asked for. */
function progressOn(
  { options, files }: Run,
  index: number,
  { document }: Drafted,
): (done: number, total: number) => Promise<void> {
  return async (done, total) => {
    options.signal?.throwIfAborted();
    const { path: file } = document.source;
    options.progress?.({ done: index, total: files.length, path: file, drafts: { done, total } });
    await aTurn();
  };
}

/** A document takes a while: whoever waits for a key or a signal has its turn. */
function aTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** Names that a talk in small letters can be written with; nothing else needs them. */
function namesFor(documents: readonly ReadDocument[]): readonly string[] {
  const sources = documents.map(({ source }) => source);
  return sources.some(isTalk) ? namesOfDocuments(sources.filter((source) => !isTalk(source))) : [];
}

function glossaryOf({ root, sourceDocs }: Run['options']): Glossary | undefined {
  return sourceDocs === undefined ? undefined : readGlossary({ root, sourceDocs });
}

/** A document that could not be read, as a problem of the run. */
export function unreadDocument(file: DocumentFile, { message, hint }: TenetError): Problem {
  return {
    file: file.path,
    line: 1,
    column: 1,
    rule: 'document-unread',
    severity: 'error',
    message: message.replace(/\.$/, ''),
    remedy: hint ?? 'Give a document that tenet can read.',
  };
}

function termsOf({ cards }: DeckFolder): ReadonlyMap<string, string> {
  const terms = [...cards.values()].flatMap(({ card }) =>
    card.kind === 'term' ? [[foldTerm(card.term), card.id] as const] : [],
  );
  return new Map(terms);
}
