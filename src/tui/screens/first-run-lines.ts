import { dailyChoices, whatItAsks } from '../../app/welcome/welcome.ts';
import { emptyLine, piece, type Line } from '../text/piece.ts';
import { wrap } from '../text/wrap.ts';

/** What tenet is, and the question how many minutes a day it may take. */
export function choiceLines(chosen: number, width: number): readonly Line[] {
  const said =
    'tenet asks you about what you have read, just before you would forget it. Read a section, answer its cards, and come back tomorrow.';
  return [
    ...wrap([piece(said)], width),
    emptyLine,
    [piece('How many minutes a day?', 'plain', { bold: true })],
    emptyLine,
    ...dailyChoices.map(({ minutes, newPerDay }, index) => [
      piece(index === chosen ? '› ' : '  ', 'accent', { bold: true }),
      piece(`${String(minutes).padStart(2)} minutes`, 'plain', { bold: index === chosen }),
      piece(`   ${String(newPerDay).padStart(2)} new cards a day, and what comes back`, 'dim'),
    ]),
    emptyLine,
    ...wrap([piece('It can be changed at any time: new_per_day in your settings.', 'dim')], width),
    emptyLine,
    ...wrap(
      [piece('The last row always says what the keys do. ␣ is the space bar.', 'dim')],
      width,
    ),
  ];
}

/** What spaced repetition will ask, a paragraph for each sentence. */
export function askingLines(width: number): readonly Line[] {
  const lines: Line[] = [[piece('What this asks of you', 'plain', { bold: true })]];
  for (const sentence of whatItAsks) lines.push(emptyLine, ...wrap([piece(sentence)], width));
  return lines;
}
