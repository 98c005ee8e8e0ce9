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
  let folded = '';
  let length = 0;
  // Asking the growing string for its end would copy it each time.
  let afterSpace = true;
  for (let at = 0; at < text.length; at += 1) {
    footnoteMark.lastIndex = at;
    const note = text.startsWith('[^', at) ? footnoteMark.exec(text)?.[0] : undefined;
    if (note !== undefined) {
      at += note.length - 1;
      continue;
    }
    const unit = foldUnit(text.charAt(at));
    if (unit === '' || (unit === ' ' && afterSpace)) continue;
    offsets[length] = at;
    length += 1;
    folded += unit;
    afterSpace = unit === ' ';
  }
  return { text: folded, offsets: offsets.subarray(0, length) };
}

function foldUnit(unit: string): string {
  if (/[a-z0-9]/.test(unit)) return unit;
  if (/\s/.test(unit)) return ' ';
  if (single.test(unit)) return "'";
  if (double.test(unit)) return '"';
  if (dash.test(unit)) return '-';
  if (dropped.test(unit)) return '';
  const small = unit.toLowerCase();
  return small.length === 1 ? small : unit;
}
