/** A text as anchors are compared: small letters, plain quotes and dashes, single spaces, no marks. */
export interface FoldedText {
  readonly text: string;
  /** For each unit of the folded text, the offset of what it came from. */
  readonly offsets: Uint32Array;
}

const single = /[‘’‚‛′´]/;
const double = /[“”„‟″«»]/;
const dash = /[‐‑‒–—―−]/;
/** Marks of emphasis, escapes, soft hyphens, control characters, and what has no width. */
const dropped =
  // oxlint-disable-next-line no-control-regex
  /[*_`\\\0-\x08\x0E-\x1F\x7F-\x9F\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/;
const footnoteMark = /\[\^[^\]\s]{1,60}\]/y;

/**
 * Folds white space, quotation marks, dashes and case, and leaves out emphasis and footnote marks, so
 * that a few words can be found in a document however either of them was set.
 */
export function foldText(text: string): FoldedText {
  const offsets = new Uint32Array(text.length);
  const units = new Uint16Array(text.length);
  let length = 0;
  let afterSpace = true;
  for (let at = 0; at < text.length; at += 1) {
    const note = text.charAt(at) === '[' ? footnoteMarkAt(text, at) : 0;
    if (note > 0) {
      at += note - 1;
      continue;
    }
    const unit = foldedUnit(text.charCodeAt(at));
    if (unit === nothing || (unit === space && afterSpace)) continue;
    offsets[length] = at;
    units[length] = unit;
    length += 1;
    afterSpace = unit === space;
  }
  return { text: stringOf(units.subarray(0, length)), offsets: offsets.subarray(0, length) };
}

function footnoteMarkAt(text: string, at: number): number {
  footnoteMark.lastIndex = at;
  return footnoteMark.exec(text)?.[0].length ?? 0;
}

const space = 0x20;
const nothing = -1;
const unknown = -2;
/** What each UTF-16 unit is folded to, as far as it was asked for. */
const folded = new Int32Array(0x10000).fill(unknown);

function foldedUnit(unit: number): number {
  const known = folded[unit] ?? unknown;
  if (known !== unknown) return known;
  const text = foldUnit(String.fromCharCode(unit));
  return (folded[unit] = text === '' ? nothing : text.charCodeAt(0));
}

/** As many units as a call takes arguments. */
const pieceLength = 8192;

/** A string that grew unit by unit would take thirty times its length. */
function stringOf(units: Uint16Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < units.length; at += pieceLength)
    pieces.push(String.fromCharCode(...units.subarray(at, at + pieceLength)));
  return pieces.join('');
}

function foldUnit(unit: string): string {
  if (/\s/.test(unit)) return ' ';
  if (single.test(unit)) return "'";
  if (double.test(unit)) return '"';
  if (dash.test(unit)) return '-';
  if (dropped.test(unit)) return '';
  const small = unit.toLowerCase();
  return small.length === 1 ? small : unit;
}
