import type { TerminalText } from '../../app/terminal-text.ts';
import { graphemes, widthOf, type Line, type Piece } from './piece.ts';

/** A run of text that no line end may split, and how a line may go on after it. */
interface Atom {
  readonly piece: Piece;
  readonly width: number;
  readonly kind: 'word' | 'space' | 'newline';
  /** A line may end after it although no space follows. */
  readonly breakAfter: boolean;
}

/** Scripts that are written without spaces: a line may end between any two of their characters. */
const wide =
  '\\u2e80-\\u303f\\u3040-\\u30ff\\u3100-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\uff00-\\uff60\\u{20000}-\\u{3ffff}';
/** Line feeds; spaces that may break; one CJK character; a word with the mark after which it may break. */
const atomPattern = new RegExp(
  `\\n| +|[${wide}]|[^\\s${wide}]+?[-–—/](?=[^\\s\\-–—/])|[^ \\n${wide}]+`,
  'gu',
);
const isWide = new RegExp(`^[${wide}]$`, 'u');
/** No line begins with these, none ends with those (the short list of JIS X 4051). */
const closing = /^[、。，．・：；？！)\]）］｝〉》」』】〕〗”’々ー～…‥%％,.;:!?]/;
const opening = /[([（［｛〈《「『【〔〖“‘]$/;

/** The pieces as lines of at most `width` columns, broken at spaces, after hyphens, between CJK characters. */
export function wrap(pieces: Line, width: number): Line[] {
  const rows = createRows(width);
  for (const unit of unitsOf(pieces)) {
    const [first] = unit;
    const unitWidth = unit.reduce((sum, atom) => sum + atom.width, 0);
    if (first?.kind === 'newline') rows.end();
    else if (first?.kind === 'space') rows.addSpace(first);
    else if (rows.fits(unitWidth)) rows.add(unit);
    else {
      if (!rows.atStart()) rows.end();
      rows.add(unitWidth <= width ? unit : unit.flatMap(splitAtom));
    }
  }
  return rows.finish();
}

/** Pieces cut every `width` columns, spaces kept: for code. Line feeds end a line. */
export function wrapHard(pieces: Line, width: number): Line[] {
  const rows = createRows(width);
  for (const atom of pieces.flatMap(atomsOf).flatMap(splitAtom)) {
    if (atom.kind === 'newline') rows.end();
    else rows.add([atom]);
  }
  return rows.finish();
}

/** Fills rows from the left; a row ends when an atom does not fit any more. */
function createRows(width: number) {
  const room = Math.max(1, width);
  const lines: Line[] = [];
  let row: Atom[] = [];
  let used = 0;
  /** A space counts only once a word follows it on the same row. */
  let space: Atom | undefined;

  const fits = (more: number): boolean => used + (space?.width ?? 0) + more <= room;
  const push = (atom: Atom): void => {
    row.push(atom);
    used += atom.width;
  };
  const end = (): void => {
    lines.push(join(row));
    row = [];
    used = 0;
    space = undefined;
  };
  const add = (atoms: readonly Atom[]): void => {
    if (space !== undefined) push(space);
    space = undefined;
    for (const atom of atoms) {
      if (!fits(atom.width) && used > 0) end();
      push(atom);
    }
  };
  return {
    fits,
    end,
    add,
    atStart: () => used === 0,
    addSpace: (atom: Atom): void => {
      if (used > 0 || lines.length === 0) space = atom;
    },
    finish: (): Line[] => {
      if (row.length > 0 || lines.length === 0) end();
      return lines;
    },
  };
}

function atomsOf(part: Piece): Atom[] {
  return Array.from(part.text.matchAll(atomPattern), ([text]): Atom => {
    const kind = text === '\n' ? 'newline' : text.startsWith(' ') ? 'space' : 'word';
    return {
      piece: { ...part, text: text as TerminalText },
      width: kind === 'newline' ? 0 : widthOf(text),
      kind,
      breakAfter: /[-–—/]$/.test(text) || isWide.test(text),
    };
  });
}

/** Atoms that must stay on one line together: a word may change its look in the middle. */
function unitsOf(pieces: Line): Atom[][] {
  const units: Atom[][] = [];
  let previous: Atom | undefined;
  for (const atom of pieces.flatMap(atomsOf)) {
    if (previous !== undefined && sticks(previous, atom)) units.at(-1)?.push(atom);
    else units.push([atom]);
    previous = atom;
  }
  return units;
}

function sticks(before: Atom, after: Atom): boolean {
  if (before.kind !== 'word' || after.kind !== 'word') return false;
  if (closing.test(after.piece.text) || opening.test(before.piece.text)) return true;
  return !before.breakAfter && !isWide.test(after.piece.text);
}

function splitAtom(atom: Atom): Atom[] {
  if (atom.kind === 'newline') return [atom];
  return graphemes(atom.piece.text).map((text) => {
    const letter = { ...atom.piece, text: text as TerminalText };
    return { piece: letter, width: widthOf(text), kind: atom.kind, breakAfter: true };
  });
}

/** One line again, neighbours of the same look made one piece. */
function join(atoms: readonly Atom[]): Line {
  const line: Piece[] = [];
  for (const { piece } of atoms) {
    const last = line.at(-1);
    if (last !== undefined && sameLook(last, piece))
      line[line.length - 1] = { ...last, text: (last.text + piece.text) as TerminalText };
    else line.push(piece);
  }
  return line;
}

function sameLook(one: Piece, other: Piece): boolean {
  return (
    one.tone === other.tone &&
    one.bold === other.bold &&
    one.italic === other.italic &&
    one.underline === other.underline &&
    one.strike === other.strike
  );
}
