import path from 'node:path';
import { allowDocuments } from '../app/documents/allowed-documents.ts';
import { generateDecks } from '../app/generate/decks.ts';
import type { DocumentReport, GenerateReport } from '../app/generate/report.ts';
import { indexDecks } from '../app/decks/index-decks.ts';
import { userPaths } from '../app/collection/paths.ts';
import type { OpenCollection } from '../app/collection/open-collection.ts';
import type { DocumentKind } from '../model/source.ts';
import { TenetError } from '../model/problem.ts';
import { readerKinds } from '../app/generate/document-kinds.ts';
import type { CommandContext, CommandWork, ExitStatus, OptionValues } from './command.ts';
import { reportOpen } from './generate-open.ts';
import { keepHeapLean } from './lean-heap.ts';
import { count, say, sayJson, tell } from './output.ts';
import { withCollection } from './opened.ts';
import { progressLine } from './progress.ts';
import { problemLine } from './report.ts';

export const command: CommandWork = {
  run(context, names, options) {
    keepHeapLean();
    const as = kindOf(options);
    refuseTwo(options);
    if (options['report'] === true) return reportOpen(context, { names, as });
    return withCollection(context, async (opened) => {
      const report = await generated(context, opened, { names, options, as });
      if (context.flags.json) sayJson(context, report);
      else sayReport(context, report, options);
      if (options['check'] !== true && options['dryRun'] !== true) keep(context, opened, report);
      return statusOf(report, options);
    });
  },
};

/** Documents outside the collection may from now on be shown as the sources of their cards. */
function keep(
  { env, cwd }: CommandContext,
  { collection, study }: OpenCollection,
  { documents }: GenerateReport,
): void {
  const outside = documents.filter(
    ({ path: file }) => file.startsWith('../') || path.isAbsolute(file),
  );
  allowDocuments(
    userPaths(env, process.platform, cwd).data,
    collection.id,
    outside.map(({ path: file }) => path.resolve(collection.root, file)),
  );
  indexDecks(collection, study);
}

/** Each of these says what the run is for. */
function refuseTwo(options: OptionValues): void {
  const purposes = [
    ['check', '--check'],
    ['dryRun', '--dry-run'],
    ['report', '--report'],
  ] as const;
  const given = purposes.flatMap(([name, flag]) => (options[name] === true ? [flag] : []));
  if (given.length > 1)
    throw new TenetError(`${given.join(' and ')} each show another thing`, {
      hint: 'Give one of them.',
      exitCode: 2,
    });
}

function kindOf(options: OptionValues): DocumentKind | undefined {
  const kind = options['as'];
  if (kind === undefined) return undefined;
  const known = readerKinds.find((each) => each === kind);
  if (known !== undefined) return known;
  throw new TenetError(`--as does not know "${String(kind)}"`, {
    hint: `The kinds are ${readerKinds.join(', ')}.`,
    exitCode: 2,
  });
}

interface Asked {
  readonly names: readonly string[];
  readonly options: OptionValues;
  readonly as: DocumentKind | undefined;
}

async function generated(
  context: CommandContext,
  { collection }: OpenCollection,
  { names, options, as }: Asked,
): Promise<GenerateReport> {
  const progress = progressLine(context);
  const out = options['out'];
  try {
    return await generateDecks({
      root: collection.root,
      out: typeof out === 'string' ? path.resolve(context.cwd, out) : collection.decks,
      drafts: collection.drafts,
      sourceDocs: collection.sourceDocs,
      names: names.map((name) => path.resolve(context.cwd, name)),
      ...(as === undefined ? {} : { as }),
      mode: options['check'] === true || options['dryRun'] === true ? 'plan' : 'write',
      nowMs: context.clock.now(),
      draftsPerDocument: collection.settings.draftsPerDocument,
      notationOf: collection.notationOf,
      signal: context.interrupted,
      progress: ({ done, total, path: file, drafts }) => {
        const looked = drafts === undefined ? '' : `, ${drafts.done} of ${drafts.total} drafts`;
        progress.show(done, `documents: ${file}${looked}`, total);
      },
    });
  } finally {
    progress.clear();
  }
}

function statusOf(report: GenerateReport, options: OptionValues): ExitStatus {
  if (report.problems.some(({ severity }) => severity === 'error')) return 1;
  return options['check'] === true && report.drifted ? 1 : 0;
}

function sayReport(context: CommandContext, report: GenerateReport, options: OptionValues): void {
  for (const problem of report.problems) tell(context, problemLine(problem));
  for (const document of report.documents) {
    sayDocument(context, document);
    if (options['dryRun'] === true) sayCards(context, document);
  }
  for (const { asks, source } of report.gone)
    say(context, `  no longer in ${source}, and kept: ${asks}`);
  const last = closing(report, options);
  if (last !== undefined) say(context, last);
}

function sayDocument(context: CommandContext, document: DocumentReport): void {
  const parts = [
    [document.made, 'new'],
    [document.drafts, 'new among the drafts'],
    [document.updated, 'changed with the document'],
    [document.same, 'as before'],
    [document.edited, 'edited by you and left alone'],
    [document.turnedDown, 'deleted or rejected before'],
    [document.unknown, 'held back until every deck can be read'],
    [document.dropped.length, 'left out'],
  ] as const;
  const counts = parts.flatMap(([n, what]) => (n === 0 ? [] : [`${n} ${what}`]));
  const sure = document.confidence < 0.8 ? ', not surely' : '';
  say(context, `${document.path} (${document.kind}${sure}) → ${document.deck}`);
  say(context, `  ${counts.length === 0 ? 'no cards found' : counts.join(', ')}`);
  for (const { line, asks, reason } of document.dropped)
    say(context, `  left out, line ${line}: ${asks} (${reason})`);
}

/** The cards that would be written, as they would stand in the deck. */
function sayCards(context: CommandContext, { cards }: DocumentReport): void {
  for (const { text } of cards) {
    say(context, '');
    for (const line of text.split('\n')) say(context, line);
  }
}

/** Undefined where nothing could be read: the errors have said so, and no more is known. */
function closing(report: GenerateReport, options: OptionValues): string | undefined {
  const { files, drifted, documents } = report;
  const isCheck = options['check'] === true;
  if (isCheck && drifted)
    return 'Decks and documents have drifted apart. "tenet generate" brings them together.';
  if (isCheck || files.length === 0) {
    const calm = isCheck ? 'Decks and documents belong together' : 'Nothing to change';
    if (!report.problems.some(({ severity }) => severity === 'error')) return `${calm}.`;
    return documents.length === 0 ? undefined : `${calm}, as far as could be read.`;
  }
  const verb = options['dryRun'] === true ? 'Would write' : 'Wrote';
  const drafts = documents.reduce((sum, document) => sum + document.drafts, 0);
  const shown = drafts === 1 ? 'new draft' : count(drafts, 'new draft');
  const next = drafts === 0 ? '' : `. "tenet triage" shows the ${shown}`;
  return `${verb} ${count(files.length, 'file')}: ${files.join(', ')}${next}`;
}
