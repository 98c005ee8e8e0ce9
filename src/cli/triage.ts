import { randomBytes } from 'node:crypto';
import type { OpenCollection } from '../app/collection/open-collection.ts';
import { listDrafts, openTriage } from '../app/triage/triage.ts';
import type { Triage } from '../app/triage/view.ts';
import type { CommandContext, CommandWork, ExitStatus } from './command.ts';
import { withCollection } from './opened.ts';
import { say, sayJson, tell } from './output.ts';
import { problemLine } from './report.ts';
import { openForSession } from './screen-or-lines.ts';
import { terminalOptions } from './terminal-options.ts';

/** Drafts one by one; with `--json` all of them as values, nothing decided. */
export const command: CommandWork = {
  async run(context, documents) {
    if (context.flags.json)
      return withCollection(context, ({ collection }) => {
        sayJson(context, { drafts: listDrafts(collection, documents) });
        return 0;
      });
    const { opened, as } = await openForSession(context);
    try {
      return as === 'lines'
        ? await inLines(context, opened, documents)
        : await onScreen(context, opened, documents);
    } finally {
      opened.close();
    }
  },
};

function sitting(
  { clock }: CommandContext,
  { collection }: OpenCollection,
  documents: readonly string[],
): Triage {
  return openTriage({ collection, documents, now: () => clock.now(), random: randomBytes });
}

async function inLines(
  context: CommandContext,
  opened: OpenCollection,
  documents: readonly string[],
): Promise<ExitStatus> {
  const { openDialog } = await import('../plain/dialog.ts');
  const { triageInLines } = await import('../plain/triage.ts');
  for (const line of opened.news) tell(context, line);
  const triage = sitting(context, opened, documents);
  sayProblems(context, triage);
  const dialog = openDialog(context.stdin, context.stdout, context.interrupted);
  try {
    await triageInLines(triage, dialog);
    return context.interrupted.aborted ? 130 : statusOf(triage);
  } finally {
    dialog.close();
  }
}

async function onScreen(
  context: CommandContext,
  opened: OpenCollection,
  documents: readonly string[],
): Promise<ExitStatus> {
  const { startTriage } = await import('../tui/index.ts');
  let triage: Triage | undefined;
  const result = await startTriage({
    ...terminalOptions(context, opened),
    triage: () => Promise.resolve((triage = sitting(context, opened, documents))),
  });
  for (const line of result.farewell.split('\n')) if (line !== '') say(context, line);
  if (triage === undefined) return result.exitCode;
  sayProblems(context, triage);
  return result.exitCode === 130 ? 130 : statusOf(triage);
}

function sayProblems(context: CommandContext, { problems }: Triage): void {
  for (const problem of problems) tell(context, problemLine(problem));
}

/** Drafts that cannot be read are problems, however the others were decided. */
function statusOf({ problems }: Triage): ExitStatus {
  return problems.length === 0 ? 0 : 1;
}
