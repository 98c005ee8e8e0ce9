import { type DailyChoice, dailyChoices, whatItAsks } from '../../app/welcome/welcome.ts';
import { emptyLine, lineWidth, piece, type Line } from '../text/piece.ts';
import { wrap } from '../text/wrap.ts';

/** The question how many minutes a day as rows, and the row of the chosen answer. */
interface ChoiceLines {
  readonly lines: readonly Line[];
  readonly chosenRow: number;
}

/** What tenet is, and the question how many minutes a day it may take. */
export function choiceLines(chosen: number, width: number): ChoiceLines {
  const said =
    'tenet asks you about what you have read, just before you would forget it. Read a section, answer its cards, and come back tomorrow.';
  const before = [
    ...wrap([piece(said)], width),
    emptyLine,
    [piece('How many minutes a day?', 'plain', { bold: true })],
    emptyLine,
  ];
  const lines = [
    ...before,
    ...dailyChoices.map((choice, index) => choiceLine(choice, index === chosen, width)),
    emptyLine,
    ...wrap([piece('It can be changed at any time: “tenet config” says where.', 'dim')], width),
    emptyLine,
    ...wrap(
      [piece('The last row always says what the keys do. ␣ is the space bar.', 'dim')],
      width,
    ),
  ];
  return { lines, chosenRow: before.length + chosen };
}

function choiceLine({ minutes, newPerDay }: DailyChoice, isChosen: boolean, width: number): Line {
  const brings = `   ${String(newPerDay).padStart(2)} new cards a day`;
  const row = [
    piece(isChosen ? '› ' : '  ', 'accent', { bold: true }),
    piece(`${String(minutes).padStart(2)} minutes`, 'plain', { bold: isChosen }),
    piece(brings, 'dim'),
  ];
  const back = piece(', and what comes back', 'dim');
  return lineWidth([...row, back]) <= width ? [...row, back] : row;
}

/** What spaced repetition will ask, a paragraph for each sentence. */
export function askingLines(width: number): readonly Line[] {
  const lines: Line[] = [[piece('What this asks of you', 'plain', { bold: true })]];
  for (const sentence of whatItAsks) lines.push(emptyLine, ...wrap([piece(sentence)], width));
  return lines;
}
