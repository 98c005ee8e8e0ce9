import type { Brand } from '../model/brand.ts';

/**
 * Text that a terminal only shows: no escape sequence, no control character but the line feed, nothing
 * that reorders or hides what stands beside it. Only `terminalText`, `terminalLine` and `terminalJson` make it.
 */
export type TerminalText = Brand<'TerminalText'>;

// oxlint-disable no-control-regex -- these characters are what this file is about
/** Escape sequences of ECMA-48, 7-bit and 8-bit: strings (OSC, DCS, SOS, PM, APC), CSI, and short ones. */
const escapeSequence = new RegExp(
  [
    '(?:\\x1b[\\]PX^_]|[\\x9d\\x90\\x98\\x9e\\x9f])[^\\x07\\x1b\\x9c\\n]*(?:\\x07|\\x1b\\\\|\\x9c)',
    '(?:\\x1b\\[|\\x9b)[\\x30-\\x3f]*[\\x20-\\x2f]*[\\x40-\\x7e]',
    '\\x1b[\\x20-\\x2f]*[\\x30-\\x7e]',
  ].join('|'),
  'g',
);
const lineEnd = /\r\n?|[\v\f\x85\u2028\u2029]/g;
/** C0 but the line feed, DEL and C1. */
const control = /[\x00-\x09\x0b-\x1f\x7f-\x9f]/g;
// oxlint-enable no-control-regex

/** Marks and controls of the bidirectional algorithm: they can show a line in another order than it is. */
const bidi = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u206a-\u206f]/g;
/** What takes no room: spaces without width, fillers, annotations, tags, rare variation selectors. */
const invisible =
  /[\u00ad\u180e\u200b\u2060-\u2064\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e0fff}]|[\u{1d173}-\u{1d17a}]/gu;
/** A joiner counts inside an emoji family and inside the scripts that spell with it; elsewhere it hides. */
const joiner =
  /(?<![[\p{M}--[\ufe00-\ufe0f]]\p{Script=Arabic}])(?:\u200c|(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])\u200d|\u200d(?!\p{Extended_Pictographic}))/gv;
/** More marks than any spelling puts on one letter would paint over the lines above and below. */
const stackedMarks = /(\p{M}{8})\p{M}+/gu;

const plain = /^[\n\x20-\x7e]*$/;
const tabWidth = '    ';

/** `text` as a terminal may show it, its lines kept. Everything untrusted goes through here once. */
export function terminalText(text: string): TerminalText {
  if (plain.test(text)) return text as TerminalText;
  return text
    .toWellFormed()
    .replace(lineEnd, '\n')
    .replace(escapeSequence, '')
    .replaceAll('\t', tabWidth)
    .replace(control, '')
    .replace(bidi, '')
    .replace(invisible, '')
    .replace(joiner, '')
    .replace(stackedMarks, '$1') as TerminalText;
}

/** `text` as one line that a terminal may show: line ends become spaces. */
export function terminalLine(text: string): TerminalText {
  return terminalText(text).replaceAll('\n', ' ') as string as TerminalText;
}

/** DEL and C1 controls, marks of direction and invisible characters, which JSON may hold but a terminal obeys. */
const obeyed =
  /[\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{1d173}-\u{1d17a}]|[\u{e0000}-\u{e0fff}]/gu;

/**
 * JSON with every character that a terminal would obey written as `\uXXXX`, which stands for the same: what
 * `JSON.stringify` leaves of them is within texts.
 */
export function terminalJson(json: string): TerminalText {
  return json.replaceAll(obeyed, escaped) as TerminalText;
}

/** Two escapes for a character beyond the first 65,536, as JSON wants it. */
function escaped(character: string): string {
  const units = Array.from({ length: character.length }, (_, at) => character.charCodeAt(at));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}
