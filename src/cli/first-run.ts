import type { OpenCollection } from '../app/collection/open-collection.ts';
import type { DailyMinutes } from '../app/welcome/welcome.ts';
import { TenetError } from '../model/problem.ts';
import type { Dialog } from '../plain/dialog.ts';
import type { FirstRunDoor } from '../tui/index.ts';
import type { CommandContext } from './command.ts';
import { open } from './opened.ts';

/** The open collection of one run of the app; after the first run it is another, with new settings. */
export interface Seat {
  opened: OpenCollection;
  /** What is still to be said, a sentence each. */
  news: readonly string[];
}

/** The first run as screens; undefined where somebody has been here before. */
export async function firstRunScreens(
  context: CommandContext,
  seat: Seat,
): Promise<FirstRunDoor | undefined> {
  if (!(await isWelcome(seat))) return undefined;
  const { openPractice } = await import('../app/welcome/practice.ts');
  return {
    practice: () => openPractice(context.clock.now(), 'Space'),
    keep: async (minutes) => {
      await keep(context, seat, minutes);
      return seat.opened.collection.settings.buttons;
    },
  };
}

/** The first run line by line; nothing where somebody has been here before. */
export async function firstRunLines(
  context: CommandContext,
  seat: Seat,
  dialog: Dialog,
): Promise<void> {
  if (!(await isWelcome(seat))) return;
  const { firstRunInLines } = await import('../plain/first-run.ts');
  await keep(context, seat, await firstRunInLines(dialog, context.clock));
}

async function isWelcome({ opened }: Seat): Promise<boolean> {
  const { isFirstRun } = await import('../app/welcome/welcome.ts');
  return isFirstRun(opened);
}

/** Writes the choice down and opens the collection anew, with the settings that hold now. */
async function keep(
  context: CommandContext,
  seat: Seat,
  minutes: DailyMinutes | null,
): Promise<void> {
  const { endFirstRun } = await import('../app/welcome/welcome.ts');
  try {
    endFirstRun(seat.opened, context.env, minutes);
  } catch (failure) {
    if (!(failure instanceof TenetError)) throw failure;
    seat.news = [...seat.news, `${failure.message}. ${failure.hint ?? ''}`.trim()];
    return;
  }
  if (minutes === null) return;
  const opened = await open(context);
  seat.opened.close();
  seat.opened = opened;
}
