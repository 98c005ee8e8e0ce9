import { dueToday } from '../app/review/due.ts';
import type { CommandWork } from './command.ts';
import { say, sayJson } from './output.ts';
import { withIndex } from './opened.ts';
import { dueLine } from './due-line.ts';

export const command: CommandWork = {
  run(context) {
    return withIndex(context, ({ study }) => {
      const today = dueToday(study);
      if (context.flags.json) {
        sayJson(context, today);
        return 0;
      }
      say(context, dueLine(today));
      const width = Math.max(0, ...today.decks.map(({ title }) => title.length));
      for (const deck of today.decks)
        say(
          context,
          `  ${deck.title.padEnd(width)}  ${String(deck.due).padStart(4)} due ${String(deck.new).padStart(4)} new`,
        );
      return 0;
    });
  },
};
