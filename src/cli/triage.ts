import { randomBytes } from 'node:crypto';
import { listDrafts, openTriage } from '../app/triage/triage.ts';
import type { Triage } from '../app/triage/view.ts';
import type { CommandContext, CommandWork } from './command.ts';
import type { Seat } from './first-run.ts';
import { withCollection } from './opened.ts';
import { sayJson, tell } from './output.ts';
import { problemLine } from './report.ts';
import { runSession } from './session.ts';

/** Drafts one by one; with `--json` all of them as values, nothing decided. */
export const command: CommandWork = {
  async run(context, documents) {
    if (context.flags.json)
      return withCollection(context, ({ collection }) => {
        sayJson(context, { drafts: listDrafts(collection, documents) });
        return 0;
      });
    let triage: Triage | undefined;
    const open = ({ opened: { collection } }: Seat): Triage =>
      (triage = openTriage({
        collection,
        documents,
        now: () => context.clock.now(),
        random: randomBytes,
      }));
    return runSession(context, {
      lines: async (seat, talk) => {
        const { triageInLines } = await import('../plain/triage.ts');
        for (const line of seat.news) tell(context, line);
        const sitting = open(seat);
        sayProblems(context, sitting);
        await triageInLines(sitting, talk());
      },
      screen: async (seat, options) => {
        const { startTriage } = await import('../tui/index.ts');
        return startTriage({ ...options, triage: () => Promise.resolve(open(seat)) });
      },
      afterScreen: () => sayProblems(context, triage),
      // Drafts that cannot be read are problems, however the others were decided.
      status: () => ((triage?.problems.length ?? 0) === 0 ? 0 : 1),
    });
  },
};

function sayProblems(context: CommandContext, triage: Triage | undefined): void {
  for (const problem of triage?.problems ?? []) tell(context, problemLine(problem));
}
