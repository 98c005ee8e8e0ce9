import path from 'node:path';
import { printLedger } from '../../ledger/ledger.ts';
import { type Merge, mergeDrafts, type PresentCard } from '../../ledger/merge.ts';
import { refuseChanged, replaceFile } from '../files.ts';
import { relativePath } from '../relative-path.ts';
import { hashCard } from './cards.ts';
import { isBelow } from './documents.ts';
import type { Proposal } from './drafts.ts';
import { type ReadRun, readAndPropose } from './proposals.ts';
import type { GenerateReport } from './report.ts';
import { type GenerateOptions, prepareRun, type Run } from './run.ts';
import { summarise } from './summary.ts';
import { type ChangedTexts, changeTexts } from './texts.ts';
import { mergeByUnion } from '../collection/git-attributes.ts';

export type { GenerateOptions } from './run.ts';

/**
 * Makes decks from documents, or renews them: new passages get cards, unedited cards follow their
 * sentences, and what a person edited, deleted or rejected stays so. Files are written at the end, one
 * step each; a run that finds nothing new touches none. Documents that cannot be read are problems of
 * the report. Throws `TenetError`, and writes nothing, for a ledger that cannot be read and where a file
 * that is to be written was saved by somebody else while the run lasted.
 */
export async function generateDecks(options: GenerateOptions): Promise<GenerateReport> {
  const run = prepareRun(options);
  const read = await readAndPropose(run);
  const merge = mergeRun(run, read);
  const texts = changeTexts(merge.decisions, [run.decks, run.drafts], (each) =>
    fileOf(run, read, each),
  );
  const ledger = printLedger(merge.ledger.values());
  if (options.mode === 'write') write(run, texts, ledger);
  return summarise(run, read, merge, texts);
}

function mergeRun({ options, decks, drafts, ledger }: Run, read: ReadRun): Merge<Proposal> {
  const present = new Map<string, PresentCard>();
  for (const [id, { card }] of drafts.cards) present.set(id, { where: 'draft', ...hashCard(card) });
  for (const [id, { card }] of decks.cards) present.set(id, { where: 'deck', ...hashCard(card) });
  const done = read.documents.map(({ source }) => source.path);
  const reached = [...read.missing].filter((source) =>
    isBelow(path.resolve(options.root, source), options.names),
  );
  return mergeDrafts({
    drafts: read.proposals,
    ledger,
    present,
    settled: new Set([...done, ...read.missing]),
    covered: new Set([...done, ...reached]),
    complete: decks.complete && drafts.complete,
    now: new Date(options.nowMs).toISOString(),
  });
}

function fileOf({ options }: Run, { deckOf }: ReadRun, { admitted, source }: Proposal): string {
  const deck = deckOf.get(source) ?? '';
  if (admitted === 'deck') return deck;
  const inside = path.posix.relative(relativePath(options.root, options.out), deck);
  return path.posix.join(relativePath(options.root, options.drafts), inside);
}

/** Decks first: a card without its line in the ledger is known again, a line without its card is not. */
function write(run: Run, texts: ChangedTexts, ledger: string): void {
  const { root, out, drafts } = run.options;
  run.options.signal?.throwIfAborted();
  const renewed = ledger !== (run.ledgerText ?? '');
  if (texts.size === 0 && !renewed) return;
  refuseSaved(run, texts);
  for (const [file, text] of texts) replaceFile(path.resolve(root, file), text);
  if (!renewed) return;
  replaceFile(run.ledgerFile, ledger);
  mergeByUnion({ root, decks: out, drafts });
}

/** Documents take their time; what a person saved meanwhile was not looked at and is not overwritten. */
function refuseSaved(
  { options, decks, drafts, ledgerFile, ledgerText }: Run,
  texts: ChangedTexts,
): void {
  const targets = [...texts.keys()].map((file) => ({
    file: path.resolve(options.root, file),
    before: (decks.decks.get(file) ?? drafts.decks.get(file))?.text ?? null,
  }));
  refuseChanged([...targets, { file: ledgerFile, before: ledgerText }], {
    during: 'cards were generated',
    so: 'nothing was written',
    hint: 'Run it again.',
  });
}
