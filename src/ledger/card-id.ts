import { createHash } from 'node:crypto';
import { normalised } from './likeness.ts';

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const length = 13;

/** What a generated card's id is made from, once; afterwards the ledger carries it. */
export interface IdSource {
  readonly rule: string;
  readonly slot: string;
  readonly sentence: string;
}

/**
 * The id of a generated card: 13 base-32 characters of the SHA-256 of rule, sentence, slot and the
 * ordinal among equal ones. Path, heading and the wording of the question do not enter.
 */
export function generatedId({ rule, slot, sentence }: IdSource, ordinal: number): string {
  const text = [rule, normalised(sentence), slot, String(ordinal)].join('\u0000');
  const digest = createHash('sha256').update(text).digest();
  let value = 0n;
  for (const byte of digest.subarray(0, 9)) value = (value << 8n) | BigInt(byte);
  let id = '';
  for (let at = 0; at < length; at += 1) {
    id += alphabet.charAt(Number(value & 31n));
    value >>= 5n;
  }
  return id;
}
