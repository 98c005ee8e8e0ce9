import { type Figure, holds } from './measure.ts';

/** Figures as a table of text, a line each. */
export function tableOf(figures: readonly Figure[]): string {
  const head = ['', 'value', 'floor', 'ratio', 'promised', 'holds', 'what the floor is'];
  const rows = [head, ...figures.map(rowOf)];
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const last = head.length - 1;
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return column === 0 || column === last ? cell.padEnd(width) : cell.padStart(width);
      })
      .join('  ')
      .trimEnd();
  return `${rows.map(line).join('\n')}\n`;
}

function rowOf(figure: Figure): readonly string[] {
  const { name, unit, value, floor, promise } = figure;
  const shown = (number: number): string => `${rounded(number)} ${unit}`;
  return [
    name,
    shown(value),
    floor === undefined ? '' : shown(floor.value),
    floor === undefined ? '' : (value / floor.value).toFixed(1),
    promise === undefined
      ? ''
      : `≤ ${promise.aboveFloor === true ? 'floor + ' : ''}${promise.most} ${unit}`,
    promise === undefined ? '' : holds(figure) ? 'yes' : 'NO',
    floor?.what ?? '',
  ];
}

function rounded(number: number): string {
  if (Number.isInteger(number)) return String(number);
  return number < 100 ? number.toFixed(1) : number.toFixed(0);
}

/** Figures as JSON, each with whether it keeps its promise. */
export function jsonOf(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => Object.assign({ holds: holds(figure) }, figure));
  return `${JSON.stringify(rows, null, 2)}\n`;
}
