import { hash } from 'node:crypto';
import type { CardId } from '../model/card.ts';

/** Crockford's base 32 in lower case: no i, l, o or u, which are easily misread or misspelt. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const idLength = 13;
const writtenId = /^[A-Za-z0-9][A-Za-z0-9_-]{3,63}$/;

/** True for an id that may be written in a card's comment. */
export function isCardId(text: string): text is CardId {
  return writtenId.test(text);
}

/** Five bits a character, from as many bytes as that takes. */
function base32(byteAt: (index: number) => number, length: number): string {
  let text = '';
  let bits = 0;
  let held = 0;
  for (let index = 0; text.length < length; index += 1) {
    held = (held << 8) | byteAt(index);
    bits += 8;
    while (bits >= 5 && text.length < length) {
      bits -= 5;
      text += alphabet[(held >> bits) & 31];
    }
    held &= (1 << bits) - 1;
  }
  return text;
}

/** The first `length` base-32 characters of a text's SHA-256. */
export function shortHash(text: string, length = idLength): string {
  // A string of bytes costs a quarter of a buffer, and a first index hashes thousands of texts.
  const bytes = hash('sha256', text, 'binary');
  return base32((index) => bytes.charCodeAt(index), length);
}

/** An id for a card made by hand: 13 base-32 characters from at least 9 random bytes. */
export function newCardId(entropy: Uint8Array): CardId {
  if (entropy.length < 9) throw new RangeError('newCardId needs at least 9 bytes of entropy');
  return base32((index) => entropy[index] ?? 0, idLength) as CardId;
}

/** How texts are compared: composed characters (NFC), white space folded, nothing around it. */
export function normaliseText(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
}
