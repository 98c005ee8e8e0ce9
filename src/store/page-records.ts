import type { SqlValue } from './open.ts';

/** Gives the bytes of a page by its number, counted from 1; undefined where there is none. */
export type PageOf = (number: number) => Buffer | undefined;

const interiorIndex = 0x02;
const leafIndex = 0x0a;

/**
 * The records that stand whole on a page of a table without row numbers, in the form of
 * https://www.sqlite.org/fileformat.html#b_tree_pages, however much of the page is damaged. What is no
 * record may come out as one: the caller looks at the values.
 */
export function* recordsOn(page: Buffer, pageOf: PageOf): Generator<SqlValue[], void> {
  const kind = page[0];
  if (kind !== interiorIndex && kind !== leafIndex) return;
  const pointers = kind === interiorIndex ? 12 : 8;
  const cells = page.readUInt16BE(3);
  for (let cell = 0; cell < cells && pointers + 2 * cell + 2 <= page.length; cell += 1) {
    const at = page.readUInt16BE(pointers + 2 * cell) + (kind === interiorIndex ? 4 : 0);
    const record = recordAt(page, at, pageOf);
    if (record !== undefined) yield record;
  }
}

function recordAt(page: Buffer, at: number, pageOf: PageOf): SqlValue[] | undefined {
  try {
    const [size, begin] = varint(page, at);
    return valuesOf(payload(page, begin, size, pageOf));
  } catch (failure) {
    // A place outside the page: the cell is damaged.
    if (failure instanceof RangeError) return undefined;
    throw failure;
  }
}

/** Longer than any event; what claims to be longer is damage. */
const largestRecord = 64 * 1024 * 1024;

/** A record's bytes, also those that did not fit on its page. */
function payload(page: Buffer, begin: number, size: number, pageOf: PageOf): Buffer {
  if (size > largestRecord) throw new RangeError('too large');
  const usable = page.length;
  const most = Math.floor(((usable - 12) * 64) / 255) - 23;
  if (size <= most) return slice(page, begin, size);
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const fitting = least + ((size - least) % (usable - 4));
  const local = fitting <= most ? fitting : least;
  const parts = [slice(page, begin, local)];
  let next = page.readUInt32BE(begin + local);
  for (let left = size - local; left > 0; left -= usable - 4) {
    const overflow = pageOf(next);
    if (overflow === undefined) throw new RangeError('its end is missing');
    parts.push(slice(overflow, 4, Math.min(left, usable - 4)));
    next = overflow.readUInt32BE(0);
  }
  return Buffer.concat(parts);
}

function slice(page: Buffer, begin: number, size: number): Buffer {
  if (begin + size > page.length) throw new RangeError('outside the page');
  return page.subarray(begin, begin + size);
}

/** Big-endian, 7 bits a byte; the ninth byte has 8. The second value is where it ends. */
function varint(bytes: Buffer, at: number): readonly [value: number, end: number] {
  let value = 0;
  for (let index = 0; index < 9; index += 1) {
    const byte = bytes.readUInt8(at + index);
    if (index === 8) return [value * 256 + byte, at + 9];
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return [value, at + index + 1];
  }
  return [value, at + 9];
}

function valuesOf(record: Buffer): SqlValue[] {
  const [headerEnd, first] = varint(record, 0);
  const values: SqlValue[] = [];
  let body = headerEnd;
  for (let at = first; at < headerEnd;) {
    const [type, next] = varint(record, at);
    const size = sizeOf(type);
    values.push(valueOf(slice(record, body, size), type));
    body += size;
    at = next;
  }
  return values;
}

const integerSizes: readonly number[] = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0];

function sizeOf(type: number): number {
  if (type < 10) return integerSizes[type] ?? 0;
  if (type < 12) throw new RangeError('no such type');
  return Math.floor((type - 12) / 2);
}

function valueOf(bytes: Buffer, type: number): SqlValue {
  if (type === 0) return null;
  if (type === 8 || type === 9) return type - 8;
  if (type === 7) return bytes.readDoubleBE(0);
  if (type === 6) return Number(bytes.readBigInt64BE(0));
  if (type < 6) return bytes.readIntBE(0, bytes.length);
  // Bytes that are no text are nothing that tenet writes.
  return type % 2 === 1 ? bytes.toString('utf8') : null;
}
