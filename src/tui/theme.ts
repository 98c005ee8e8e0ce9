import type { Emphasis, Tone } from './text/piece.ts';

/** How a tone looks, in the terminal's own sixteen colours, so that it fits dark and light palettes. */
interface Look extends Emphasis {
  readonly color?: string;
  readonly background?: string;
  readonly dim?: boolean;
  readonly inverse?: boolean;
}

/** The looks of all tones. `marks`: code and maths keep their marks, since no colour sets them apart. */
export interface Theme {
  readonly looks: Readonly<Record<Tone, Look>>;
  readonly marks: boolean;
}

/** The usual theme. */
export const colourTheme: Theme = {
  marks: false,
  looks: {
    plain: {},
    dim: { dim: true },
    accent: { color: 'cyan' },
    again: { color: 'red' },
    hard: { color: 'yellow' },
    good: { color: 'green' },
    easy: { color: 'blue' },
    due: { color: 'green' },
    new: { color: 'blue' },
    known: { color: 'cyan' },
    warning: { color: 'yellow' },
    error: { color: 'red' },
    code: { color: 'magenta' },
    gap: { color: 'cyan', bold: true },
    found: { color: 'black', background: 'yellow' },
    wrong: { color: 'red', underline: true },
    missing: { color: 'green', underline: true },
    cursor: { inverse: true },
  },
};

/** The same meanings by weight, underline and inverse: what `NO_COLOR` leaves. */
export const colourlessTheme: Theme = {
  marks: true,
  looks: {
    plain: {},
    dim: { dim: true },
    accent: { bold: true },
    again: { bold: true },
    hard: { bold: true },
    good: { bold: true },
    easy: { bold: true },
    due: { bold: true },
    new: { underline: true },
    known: {},
    warning: { bold: true },
    error: { bold: true, underline: true },
    code: {},
    gap: { bold: true, underline: true },
    found: { inverse: true },
    wrong: { underline: true, strike: true },
    missing: { bold: true, underline: true },
    cursor: { inverse: true },
  },
};

/** The theme that the environment asks for (no-color.org, and what Node itself honours). */
export function themeFor(env: Readonly<Record<string, string | undefined>>): Theme {
  const set = (name: string): boolean => (env[name] ?? '') !== '';
  const colourless = set('NO_COLOR') || set('NODE_DISABLE_COLORS') || env['FORCE_COLOR'] === '0';
  return colourless ? colourlessTheme : colourTheme;
}
