import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Drafter } from '../generate/drafter.ts';
import { ruleDrafter } from '../generate/index.ts';
import {
  foldLedger,
  type LedgerEntry,
  ledgerPath,
  parseLedger,
  printLedger,
} from '../ledger/ledger.ts';
import { type Decision, type Merge, mergeDrafts, type PresentCard } from '../ledger/merge.ts';
import type { Notation } from '../model/deck.ts';
import { type Problem, TenetError } from '../model/problem.ts';
import type { DocumentKind } from '../model/source.ts';
import { readTextFile, replaceFile } from './files.ts';
import { asksOf, contentOf, type DeckFolder, hashCard, readDeckFolder } from './generate-cards.ts';
import {
  type DocumentFile,
  isBelow,
  listDocuments,
  missingDocuments,
  type ReadDocument,
  readDocument,
  requireDocuments,
} from './generate-documents.ts';
import {
  type Admit,
  admitByShape,
  foldTerm,
  oneCardATerm,
  type Proposal,
  proposeCards,
} from './generate-drafts.ts';
import type { DocumentReport, GenerateProgress, GenerateReport } from './generate-report.ts';
import { type ChangedTexts, changeTexts, findCard } from './generate-texts.ts';
import { markLedgerAsUnion } from './git-attributes.ts';

/** What to generate from, and where to. All paths are absolute. */
export interface GenerateOptions {
  /** The collection: paths in decks, ledger and report are relative to it. */
  readonly root: string;
  /** The folder of decks that the cards go to; the ledger lies in it. */
  readonly out: string;
  readonly drafts: string;
  /** Documents, and folders of documents. */
  readonly names: readonly string[];
  readonly as?: DocumentKind;
  /** `plan` works everything out and changes nothing: for `--dry-run` and `--check`. */
  readonly mode: 'write' | 'plan';
  /** Milliseconds since the epoch. */
  readonly nowMs: number;
  readonly draftsPerDocument: number;
  readonly notationOf?: (deck: string) => Notation | undefined;
  readonly drafters?: readonly Drafter[];
  readonly admit?: Admit;
  readonly signal?: AbortSignal;
  progress?(progress: GenerateProgress): void;
}

/**
 * Makes decks from documents, or renews them: new passages get cards, unedited cards follow their
 * sentences, and what a person edited, deleted or rejected stays so. Files are written at the end, one
 * step each; a run that finds nothing new touches none. Documents that cannot be read are problems of
 * the report; a ledger that cannot be read throws `TenetError`.
 */
export async function generateDecks(options: GenerateOptions): Promise<GenerateReport> {
  const run = prepare(options);
  const read = await readAndPropose(run);
  const merge = mergeRun(run, read);
  const texts = changeTexts(merge.decisions, [run.decks, run.drafts], (each) => fileOf(run, each));
  const ledger = printLedger(merge.ledger.values());
  if (options.mode === 'write') write(run, texts, ledger);
  return report(run, read, merge, texts);
}

interface Run {
  readonly options: GenerateOptions;
  readonly files: readonly DocumentFile[];
  readonly decks: DeckFolder;
  readonly drafts: DeckFolder;
  readonly ledgerFile: string;
  readonly ledgerText: string;
  readonly ledger: ReadonlyMap<string, LedgerEntry>;
  /** The deck of each document, by the document's path. */
  readonly deckOf: ReadonlyMap<string, string>;
}

const nothing: DeckFolder = { decks: new Map(), cards: new Map(), complete: true, problems: [] };

function prepare(options: GenerateOptions): Run {
  const { root, out, drafts, names, notationOf = () => undefined } = options;
  const files = listDocuments(names, root, [out, drafts]);
  requireDocuments(files, names);
  const decks = existsSync(out) ? readDeckFolder(out, root, notationOf, drafts) : nothing;
  const ledgerFile = path.join(out, ledgerPath);
  const ledgerText = existsSync(ledgerFile) ? readTextFile(ledgerFile) : '';
  const parsed = parseLedger(ledgerText, relative(root, ledgerFile));
  if (parsed.problems.length > 0)
    throw new TenetError(
      'The ledger of generated cards cannot be read, so nothing was generated.',
      {
        problems: parsed.problems,
      },
    );
  const ledger = foldLedger(parsed.entries);
  return {
    options,
    files,
    decks,
    drafts: existsSync(drafts) ? readDeckFolder(drafts, root, notationOf) : nothing,
    ledgerFile,
    ledgerText,
    ledger,
    deckOf: decksOfDocuments(files, { decks, ledger, folder: relative(root, out) }),
  };
}

function relative(root: string, file: string): string {
  return path.relative(root, file).split(path.sep).join('/');
}

/** The deck in which most cards of a document stand, else one named like the document. */
function decksOfDocuments(
  files: readonly DocumentFile[],
  known: { decks: DeckFolder; ledger: ReadonlyMap<string, LedgerEntry>; folder: string },
): ReadonlyMap<string, string> {
  const homes = new Map<string, Map<string, number>>();
  for (const { card, deck } of known.decks.cards.values()) {
    const source = known.ledger.get(card.id)?.source;
    if (source === undefined) continue;
    const counts = homes.get(source) ?? new Map<string, number>();
    homes.set(source, counts.set(deck.path, (counts.get(deck.path) ?? 0) + 1));
  }
  const decks = new Map<string, string>();
  const taken = new Set<string>();
  for (const file of files) {
    const home = [...(homes.get(file.path) ?? [])].toSorted(([, a], [, b]) => b - a)[0]?.[0];
    const named = path.posix.join(known.folder, `${file.place}.md`);
    const ending = path.posix.extname(file.path).slice(1);
    const free = taken.has(named)
      ? path.posix.join(known.folder, `${file.place}-${ending}.md`)
      : named;
    decks.set(file.path, home ?? free);
    taken.add(home ?? free);
  }
  return decks;
}

interface ReadRun {
  readonly documents: readonly ReadDocument[];
  readonly proposals: readonly Proposal[];
  readonly problems: readonly Problem[];
}

async function readAndPropose({ options, files, deckOf, decks }: Run): Promise<ReadRun> {
  const documents: ReadDocument[] = [];
  const proposals: Proposal[] = [];
  const problems: Problem[] = [];
  const { drafters = [ruleDrafter], admit = admitByShape, draftsPerDocument, signal } = options;
  const more = { drafters, admit, draftsPerDocument, ...(signal === undefined ? {} : { signal }) };
  for (const [done, file] of files.entries()) {
    signal?.throwIfAborted();
    options.progress?.({ done, total: files.length, path: file.path });
    try {
      const document = readDocument(file, options.as);
      proposals.push(...(await proposeCards(document, deckOf.get(file.path) ?? '', more)));
      documents.push(document);
    } catch (failure) {
      if (!(failure instanceof TenetError)) throw failure;
      problems.push(unread(file, failure));
    }
    // A document takes a while: whoever waits for a key or a signal has its turn.
    await new Promise((resolve) => setImmediate(resolve));
  }
  options.progress?.({ done: files.length, total: files.length, path: '' });
  return { documents, proposals: oneCardATerm(proposals, termsOf(decks)), problems };
}

function unread(file: DocumentFile, { message, hint }: TenetError): Problem {
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

function termsOf({ cards }: DeckFolder): ReadonlySet<string> {
  return new Set(
    [...cards.values()].flatMap(({ card }) => (card.kind === 'term' ? [foldTerm(card.term)] : [])),
  );
}

function mergeRun({ options, decks, drafts, ledger }: Run, read: ReadRun): Merge<Proposal> {
  const present = new Map<string, PresentCard>();
  for (const [id, { card }] of drafts.cards) present.set(id, { where: 'draft', ...hashCard(card) });
  for (const [id, { card }] of decks.cards) present.set(id, { where: 'deck', ...hashCard(card) });
  const done = new Set(read.documents.map(({ source }) => source.path));
  const named = [...ledger.values()].map(({ source }) => source);
  const missing = missingDocuments(named, done, options.root);
  const reached = [...missing].filter((source) =>
    isBelow(path.resolve(options.root, source), options.names),
  );
  return mergeDrafts({
    drafts: read.proposals,
    ledger,
    present,
    settled: new Set([...done, ...missing]),
    covered: new Set([...done, ...reached]),
    complete: decks.complete && drafts.complete,
    now: new Date(options.nowMs).toISOString(),
  });
}

function fileOf({ options, deckOf }: Run, { admitted, source }: Proposal): string {
  const deck = deckOf.get(source) ?? '';
  if (admitted === 'deck') return deck;
  const inside = path.posix.relative(relative(options.root, options.out), deck);
  return path.posix.join(relative(options.root, options.drafts), inside);
}

/** Decks first: a card without its line in the ledger is known again, a line without its card is not. */
function write(run: Run, texts: ChangedTexts, ledger: string): void {
  const { root, out } = run.options;
  run.options.signal?.throwIfAborted();
  for (const [file, text] of texts) replaceFile(path.resolve(root, file), text);
  if (ledger === run.ledgerText) return;
  mkdirSync(path.dirname(run.ledgerFile), { recursive: true });
  replaceFile(run.ledgerFile, ledger);
  markLedgerAsUnion(root, out);
}

function report(
  run: Run,
  read: ReadRun,
  { decisions, gone }: Merge<Proposal>,
  texts: ChangedTexts,
): GenerateReport {
  const byDocument = Map.groupBy(decisions, ({ draft }) => draft.source);
  const folders = [run.decks, run.drafts];
  const lost = gone.flatMap((id) => {
    const found = findCard(folders, id);
    const entry = run.ledger.get(id);
    return found === undefined || entry === undefined
      ? []
      : [{ id, source: entry.source, asks: asksOf(contentOf(found.card)) }];
  });
  const newlyLost = lost.some(({ id }) => run.ledger.get(id)?.gone !== true);
  return {
    documents: read.documents.map((document) =>
      documentReport(run, document, byDocument.get(document.source.path) ?? []),
    ),
    files: [...texts.keys()].sort(),
    gone: lost,
    problems: [...read.problems, ...run.decks.problems, ...run.drafts.problems],
    drifted: texts.size > 0 || newlyLost,
  };
}

function documentReport(
  run: Run,
  { source, confidence }: ReadDocument,
  decisions: readonly Decision<Proposal>[],
): DocumentReport {
  const count = (...acts: readonly Decision<Proposal>['act'][]) =>
    decisions.filter(({ act }) => acts.includes(act)).length;
  const made = decisions.filter(({ act }) => act === 'new');
  return {
    path: source.path,
    kind: source.kind,
    confidence,
    title: source.title,
    deck: run.deckOf.get(source.path) ?? '',
    made: made.filter(({ draft }) => draft.admitted === 'deck').length,
    drafts: made.filter(({ draft }) => draft.admitted === 'draft').length,
    updated: count('update'),
    same: count('same'),
    edited: count('edited'),
    stale: decisions.flatMap((each) => (each.act === 'edited' && each.stale ? [each.id] : [])),
    turnedDown: count('deleted', 'rejected', 'withdrawn'),
    unknown: count('unknown'),
    dropped: decisions
      .filter(({ act }) => act === 'refused')
      .map(({ draft }) => ({
        rule: draft.rule,
        asks: draft.asks,
        line: source.text.slice(0, draft.span.start).split('\n').length,
        reason: draft.reason,
      })),
  };
}
