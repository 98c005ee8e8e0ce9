import type { CardKind } from '../../model/card.ts';
import { numberOf, recordOf, textOf } from './json-values.ts';

/** What is remembered of a card that was given to Anki: the part of the ledger that concerns Anki. */
export interface ExportRecord {
  readonly id: string;
  readonly deck: string;
  readonly kind: CardKind;
  readonly typed: boolean;
  /**
   * The number of each side in Anki, from 0, by the side's name; given once. In the order in which the
   * sides stood, those that are gone last.
   */
  readonly ords: Readonly<Record<string, number>>;
  /** Of the text that went out last. */
  readonly hash: string;
  /** Epoch seconds at which the text was first seen to differ; null while it is as it first went out. */
  readonly changedSeconds: number | null;
}

/** Where the records lie, relative to the folder of decks. */
export const recordsPath = '.tenet/anki.jsonl';

/** One line a card, sorted by id. */
export function printRecords(records: Iterable<ExportRecord>): string {
  return [...records]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, deck, kind, typed, ords, hash, changedSeconds }) => {
      const fields = { id, deck, kind, typed, ords, hash, changedSeconds };
      return `${JSON.stringify(fields)}\n`;
    })
    .join('');
}

const kinds: readonly CardKind[] = ['basic', 'term', 'cloze', 'list'];

/**
 * Reads `printRecords`. Two lines for one card, as after a union merge, become one: the newest change,
 * and of each number the lower. Lines that are not of it are left out.
 */
export function parseRecords(text: string): ReadonlyMap<string, ExportRecord> {
  const records = new Map<string, ExportRecord>();
  for (const line of text.split('\n')) {
    const record = recordOfLine(line);
    if (record === null) continue;
    const other = records.get(record.id);
    records.set(record.id, other === undefined ? record : folded(other, record));
  }
  return records;
}

function recordOfLine(line: string): ExportRecord | null {
  const value = parsed(line);
  const kind = kinds.find((each) => each === value['kind']);
  const id = textOf(value['id']);
  if (kind === undefined || id === '') return null;
  return {
    id,
    deck: textOf(value['deck']),
    kind,
    typed: value['typed'] === true,
    ords: Object.fromEntries(
      Object.entries(recordOf(value['ords'])).map(([name, ord]) => [name, numberOf(ord) ?? 0]),
    ),
    hash: textOf(value['hash']),
    changedSeconds: numberOf(value['changedSeconds']),
  };
}

function parsed(line: string): Readonly<Record<string, unknown>> {
  try {
    return recordOf(JSON.parse(line));
  } catch {
    return {};
  }
}

function folded(a: ExportRecord, b: ExportRecord): ExportRecord {
  const newest = (a.changedSeconds ?? 0) >= (b.changedSeconds ?? 0) ? a : b;
  const ords: Record<string, number> = { ...a.ords };
  for (const [name, ord] of Object.entries(b.ords)) ords[name] = Math.min(ord, ords[name] ?? ord);
  return { ...newest, ords };
}
