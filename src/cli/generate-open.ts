import path from 'node:path';
import {
  type DocumentCoverage,
  type OpenPassage,
  reportCoverage,
} from '../app/generate/coverage.ts';
import type { DocumentKind } from '../model/source.ts';
import type { CommandContext, ExitStatus } from './command.ts';
import { withCollection } from './opened.ts';
import { count, say, sayJson, tell } from './output.ts';
import { problemLine } from './report.ts';

/** More of one document than this only `--json` lists. */
const mostPassages = 20;
const mostCharacters = 90;

/** Says which passages of the named documents no card asks about, the heaviest first. */
export function reportOpen(
  context: CommandContext,
  { names, as }: { readonly names: readonly string[]; readonly as: DocumentKind | undefined },
): Promise<ExitStatus> {
  return withCollection(context, ({ collection: { root, decks, drafts, notationOf } }) => {
    const report = reportCoverage({
      root,
      decks,
      drafts,
      notationOf,
      names: names.map((name) => path.resolve(context.cwd, name)),
      ...(as === undefined ? {} : { as }),
    });
    if (context.flags.json) sayJson(context, report);
    else {
      for (const problem of report.problems) tell(context, problemLine(problem));
      for (const document of report.documents) sayDocument(context, document);
    }
    return report.problems.some(({ severity }) => severity === 'error') ? 1 : 0;
  });
}

function sayDocument(context: CommandContext, document: DocumentCoverage): void {
  const { passages, asked, share, open } = document;
  const of = `${asked} of ${count(passages, 'passage')}`;
  say(context, `${document.path}: cards ask about ${of}, ${percent(share)} by weight`);
  for (const passage of open.slice(0, mostPassages)) say(context, `  ${passageWords(passage)}`);
  const more = open.length - mostPassages;
  if (more > 0) say(context, `  and ${more} more that weigh less; --json lists all`);
}

function passageWords(passage: OpenPassage): string {
  const { line, headings, speaker, weight, text, drafts, turnedDown } = passage;
  const place = [...headings.slice(-1), ...(speaker === null ? [] : [speaker])].join(', ');
  const begin = text.length > mostCharacters ? `${text.slice(0, mostCharacters).trimEnd()}…` : text;
  const notes = [
    ...(drafts > 0 ? [`${count(drafts, 'draft')} waiting`] : []),
    ...(turnedDown > 0 ? [`${turnedDown} turned down`] : []),
  ];
  const note = notes.length === 0 ? '' : ` (${notes.join(', ')})`;
  return `${percent(weight, 1).padStart(6)}  line ${line}${place === '' ? '' : `, ${place}`}: ${begin}${note}`;
}

function percent(share: number, digits = 0): string {
  return `${(share * 100).toFixed(digits)} %`;
}
