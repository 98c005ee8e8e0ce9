import path from 'node:path';
import { namedDecks } from '../app/decks/named-decks.ts';
import { indexDecks } from '../app/decks/index-decks.ts';
import type { OpenCollection } from '../app/collection/open-collection.ts';
import type { AnkiExportReport } from '../app/export/anki.ts';
import { TenetError } from '../model/problem.ts';
import type { CommandContext, CommandWork, ExitStatus, OptionValues } from './command.ts';
import { count, say, sayJson, sayTable, sayText, tell } from './output.ts';
import { withCollection } from './opened.ts';
import { problemLine } from './report.ts';
import { keepHeapSmall } from './small-heap.ts';

/** What was asked for: the format's own arguments and where the file goes. */
interface Asked {
  readonly decks: readonly string[];
  readonly out: string | null;
  readonly options: OptionValues;
}

type Exporter = (
  context: CommandContext,
  opened: OpenCollection,
  asked: Asked,
) => Promise<ExitStatus>;

const formats: Readonly<Record<string, Exporter>> = { anki, csv, json };

export const command: CommandWork = {
  run(context, [format = '', ...decks], options) {
    const exporter = Object.hasOwn(formats, format) ? formats[format] : undefined;
    if (exporter === undefined)
      throw new TenetError(`export does not know "${format}"`, {
        hint: `The formats are ${Object.keys(formats).join(', ')}.`,
        exitCode: 2,
      });
    refuseOthers(format, options);
    const out = options['out'];
    keepHeapSmall();
    return withCollection(context, (opened) => {
      const named = decks.length === 0 ? [] : decksNamed(opened, decks);
      const file = typeof out === 'string' ? path.resolve(context.cwd, out) : null;
      return exporter(context, opened, { decks: named, out: file, options });
    });
  },
};

function decksNamed({ collection, study, store }: OpenCollection, names: readonly string[]) {
  indexDecks(collection, study);
  return namedDecks(store, names);
}

/** The options that only some formats have. */
const belongings: readonly (readonly [name: string, flag: string, formats: readonly string[]])[] = [
  ['format', '--format', ['anki']],
  ['subdecks', '--subdecks', ['anki']],
  ['separator', '--separator', ['csv']],
  ['withHistory', '--with-history', ['anki', 'json']],
  ['withoutHistory', '--without-history', ['anki', 'json']],
];

function refuseOthers(format: string, options: OptionValues): void {
  for (const [name, flag, those] of belongings)
    if (options[name] !== undefined && !those.includes(format))
      throw new TenetError(`${flag} means nothing to "export ${format}"`, {
        hint: `Leave it out, or export ${those.join(' or ')}.`,
        exitCode: 2,
      });
}

async function anki(
  context: CommandContext,
  opened: OpenCollection,
  { decks, out, options }: Asked,
): Promise<ExitStatus> {
  const { exportAnki } = await import('../app/export/anki.ts');
  const report = await exportAnki(opened, {
    out: out ?? path.resolve(context.cwd, `${fileName(opened)}.apkg`),
    decks,
    format: formatOf(options),
    subdecks: options['subdecks'] === true,
    ...historyOf(options),
  });
  for (const problem of report.problems) tell(context, problemLine(problem));
  if (context.flags.json) sayJson(context, report);
  else for (const line of ankiLines(report)) say(context, line);
  return 0;
}

function ankiLines(report: AnkiExportReport): string[] {
  const log = report.history ? `, ${count(report.logRows, 'log row')}` : ', without your schedule';
  const media = report.media > 0 ? `, ${count(report.media, 'media file')}` : '';
  return [
    `Wrote ${report.file}: ${count(report.cards, 'card')} of ${count(report.notes, 'note')} in ${count(report.decks, 'deck')}${media}${log}.`,
    ...(report.withdrawn > 0
      ? [
          `${count(report.withdrawn, 'withdrawn card')} went out once more, tagged tenet::withdrawn.`,
        ]
      : []),
    ...(report.withoutId > 0
      ? [
          `${count(report.withoutId, 'card')} without a written id: edited later, Anki would take ${report.withoutId === 1 ? 'it for a new one' : 'them for new ones'}. "tenet id" writes ids.`,
        ]
      : []),
    ...report.advice,
  ];
}

async function csv(
  context: CommandContext,
  opened: OpenCollection,
  { decks, out, options }: Asked,
): Promise<ExitStatus> {
  const { exportCsv } = await import('../app/export/tables.ts');
  const report = exportCsv(opened, { out, decks, separator: separatorOf(options) });
  for (const problem of report.problems) tell(context, problemLine(problem));
  if (report.media > 0)
    tell(context, `Text cannot carry the ${count(report.media, 'media file')} that rows name.`);
  if (out === null) sayTable(context, report.text);
  else if (context.flags.json) sayJson(context, { ...report, text: undefined });
  else say(context, `Wrote ${out}: ${count(report.notes, 'note')}.`);
  return 0;
}

async function json(
  context: CommandContext,
  opened: OpenCollection,
  { out, decks, options }: Asked,
): Promise<ExitStatus> {
  if (decks.length > 0)
    throw new TenetError('export json takes the whole collection', {
      hint: 'Leave the decks out, or export them as anki or csv.',
      exitCode: 2,
    });
  const { exportJson } = await import('../app/export/json.ts');
  const report = exportJson(opened, { out, ...historyOf(options) });
  if (out === null) sayText(context, report.text);
  else if (context.flags.json) sayJson(context, { ...report, text: undefined });
  else
    say(
      context,
      `Wrote ${out}: ${count(report.decks, 'deck file')}, ${count(report.events, 'event')}.`,
    );
  return 0;
}

function fileName({ collection }: OpenCollection): string {
  const name = collection.title.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-+|-+$/g, '');
  return name === '' ? 'tenet' : name.toLowerCase();
}

/** `--with-history` and `--without-history`; with neither, one's own collection takes its history along. */
function historyOf(options: OptionValues): { readonly history?: boolean } {
  const wanted = options['withHistory'] === true;
  const refused = options['withoutHistory'] === true;
  if (wanted && refused)
    throw new TenetError('--with-history and --without-history contradict each other', {
      hint: 'Give one of them, or neither.',
      exitCode: 2,
    });
  return wanted ? { history: true } : refused ? { history: false } : {};
}

function formatOf(options: OptionValues): 'legacy' | 'latest' {
  return oneOf(options, 'format', ['legacy', 'latest']);
}

function separatorOf(options: OptionValues): 'tab' | 'comma' | 'semicolon' {
  return oneOf(options, 'separator', ['tab', 'comma', 'semicolon']);
}

/** The value of an option among those that it may have; the first where it is not given. */
function oneOf<Value extends string>(
  options: OptionValues,
  name: string,
  values: readonly [Value, ...Value[]],
): Value {
  const given = options[name];
  if (given === undefined) return values[0];
  const known = values.find((value) => value === given);
  if (known !== undefined) return known;
  throw new TenetError(`--${name} does not know "${String(given)}"`, {
    hint: `It takes ${values.join(', ')}.`,
    exitCode: 2,
  });
}
