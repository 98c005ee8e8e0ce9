import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Drafter } from '../../generate/drafter.ts';
import { foldLedger, type LedgerEntry, ledgerPath, parseLedger } from '../../ledger/ledger.ts';
import type { Notation } from '../../model/deck.ts';
import { type Problem, TenetError } from '../../model/problem.ts';
import type { DocumentKind } from '../../model/source.ts';
import { textNow } from '../files.ts';
import { relativePath } from '../relative-path.ts';
import { type DeckFolder, readDeckFolder } from './cards.ts';
import { type DocumentFile, listDocuments, requireDocuments } from './documents.ts';
import type { Admit } from './drafts.ts';
import { documentsPassedOver } from './passed-over.ts';
import type { GenerateProgress } from './report.ts';

/** What to generate from, and where to. All paths are absolute. */
export interface GenerateOptions {
  /** The collection: paths in decks, ledger and report are relative to it. */
  readonly root: string;
  /** The folder of decks that the cards go to; the ledger lies in it. */
  readonly out: string;
  readonly drafts: string;
  /** The folder of the collection's chapters: their glossary says which terms a card must introduce. */
  readonly sourceDocs?: string;
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

/** A run of the generator, with all that is known before the first document is read. */
export interface Run {
  readonly options: GenerateOptions;
  readonly files: readonly DocumentFile[];
  /** What the named folders hold besides that tenet does not read. */
  readonly passedOver: readonly Problem[];
  readonly decks: DeckFolder;
  readonly drafts: DeckFolder;
  readonly ledgerFile: string;
  /** Null where there is none yet. */
  readonly ledgerText: string | null;
  readonly ledger: ReadonlyMap<string, LedgerEntry>;
}

const nothing: DeckFolder = { decks: new Map(), cards: new Map(), complete: true, problems: [] };

/** Lists the documents and reads decks, drafts and ledger. Throws `TenetError` for a ledger that cannot be read. */
export function prepareRun(options: GenerateOptions): Run {
  const { root, out, drafts, names, notationOf = () => undefined } = options;
  const files = listDocuments(names, root, [out, drafts]);
  const passedOver = documentsPassedOver(names, root, [out, drafts]);
  requireDocuments(files, names, passedOver);
  const decks = existsSync(out) ? readDeckFolder(out, root, notationOf, drafts) : nothing;
  const ledgerFile = path.join(out, ledgerPath);
  const ledgerText = textNow(ledgerFile);
  const parsed = parseLedger(ledgerText ?? '', relativePath(root, ledgerFile));
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
    passedOver,
    decks,
    drafts: existsSync(drafts) ? readDeckFolder(drafts, root, notationOf) : nothing,
    ledgerFile,
    ledgerText,
    ledger,
  };
}
