/**
 * A copy of a database of Anki's that opens from memory: marked as rollback-journal instead of WAL
 * (bytes 18 and 19 of the header), and with the collation `unicase`, which only Anki registers,
 * replaced by one that SQLite has. The order of indexes on names may then be wrong, so those tables
 * are only ever scanned.
 */
export function patchedForReading(bytes: Uint8Array): Buffer {
  const copy = Buffer.from(bytes);
  copy[18] = 1;
  copy[19] = 1;
  for (let at = copy.indexOf(collation); at >= 0; at = copy.indexOf(collation, at + 1))
    if (isCollation(copy, at)) copy.write('nocase ', at, 'latin1');
  return copy;
}

const collation = Buffer.from('unicase', 'latin1');

/** The word in somebody's note is left alone. */
function isCollation(copy: Buffer, at: number): boolean {
  return /collate\s+$/i.test(copy.toString('latin1', Math.max(0, at - 16), at));
}
