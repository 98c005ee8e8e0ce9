import { type DueToday, dueToday } from '../app/review/due.ts';
import { terminalLine } from '../app/terminal-text.ts';
import type { CommandWork, ExitStatus } from './command.ts';
import { say, sayJson } from './output.ts';
import { withIndex } from './opened.ts';
import { dueLine } from './due-line.ts';

export const command: CommandWork = {
  run(context) {
    return withIndex(context, async ({ study }): Promise<ExitStatus> => {
      const today = dueToday(study);
      if (context.flags.json) {
        sayJson(context, today);
        return 0;
      }
      say(context, dueLine(today));
      for (const line of await deckLines(today.decks)) say(context, line);
      return 0;
    });
  },
};

const narrow = /^[\x20-\x7e]*$/;

/** A line a deck, the numbers below each other however wide a terminal draws the titles. */
async function deckLines(decks: DueToday['decks']): Promise<string[]> {
  const titles = decks.map(({ title }) => terminalLine(title));
  const widthOf = titles.every((title) => narrow.test(title)) ? lengthOf : await terminalWidth();
  const width = Math.max(0, ...titles.map(widthOf));
  return decks.map((deck, index) => {
    const title = titles[index] ?? '';
    const gap = ' '.repeat(width - widthOf(title));
    return `  ${title}${gap}  ${String(deck.due).padStart(4)} due ${String(deck.new).padStart(4)} new`;
  });
}

function lengthOf(text: string): number {
  return text.length;
}

/** Loaded only for titles beyond ASCII: most are within, and `due` starts quickly. */
async function terminalWidth(): Promise<(text: string) => number> {
  const { widthOf } = await import('../tui/text/piece.ts');
  return widthOf;
}
