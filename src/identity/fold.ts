const printableAscii = /^[\x20-\x7e]*$/;

/**
 * `text` without what changes when a program tidies it: white space, typographic quotes and dashes,
 * marks of emphasis, the full stop at the end. Case, digits and the words themselves stay.
 */
export function foldText(text: string): string {
  const plain = printableAscii.test(text) ? text : foldTypography(text);
  return plain
    .replaceAll(/(?<![A-Za-z0-9])[*_]+|[*_]+(?![A-Za-z0-9])/g, '')
    .replaceAll(/ {2,}/g, ' ')
    .trim()
    .replace(/[.:;,!?]$/, '');
}

function foldTypography(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[‘’‚‛′]/g, "'")
    .replaceAll(/[“”„‟″«»]/g, '"')
    .replaceAll(/[‐‑‒–—−]/g, '-')
    .replaceAll('…', '...');
}
