import type { Problem } from '../model/problem.ts';
import { isTurnedDown, type LedgerEntry } from './entry.ts';
import { printEntry, readEntry } from './fields.ts';

export { isTurnedDown, type LedgerEntry } from './entry.ts';

/** Where the ledger lies, relative to the folder of decks. */
export const ledgerPath = '.tenet/ledger.jsonl';

/** The lines of a ledger file, in their order, and those that cannot be read. */
export interface ParsedLedger {
  readonly entries: readonly LedgerEntry[];
  readonly problems: readonly Problem[];
}

/** Reads a ledger, one JSON object a line. Several lines for one id are legal: see `foldLedger`. */
export function parseLedger(text: string, path: string): ParsedLedger {
  const entries: LedgerEntry[] = [];
  const problems: Problem[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const entry = readEntry(jsonOf(line));
    if (entry !== undefined) entries.push(entry);
    else
      problems.push({
        file: path,
        line: index + 1,
        column: 1,
        rule: 'ledger-line',
        severity: 'error',
        message: 'this line of the ledger cannot be read',
        remedy:
          'Take it back from version control, or delete it: its card then counts as hand-written.',
      });
  }
  return { entries, problems };
}

/** Undefined for what is no JSON. */
function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** A ledger's text: one line a card, sorted by id, the fields always in the same order. */
export function printLedger(entries: Iterable<LedgerEntry>): string {
  return [...entries]
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
    .map((entry) => `${printEntry(entry)}\n`)
    .join('');
}

/**
 * One entry an id, as after a union merge of two branches: what a person turned down stays turned
 * down, otherwise the newest change counts. A side keeps the first Anki number that it was given.
 */
export function foldLedger(entries: Iterable<LedgerEntry>): Map<string, LedgerEntry> {
  const folded = new Map<string, LedgerEntry>();
  for (const entry of entries) {
    const other = folded.get(entry.id);
    folded.set(entry.id, other === undefined ? entry : foldTwo(other, entry));
  }
  return folded;
}

function foldTwo(a: LedgerEntry, b: LedgerEntry): LedgerEntry {
  const winner = precedes(a, b) ? a : b;
  const made = a.made < b.made ? a.made : b.made;
  const anki = foldNumbers(a, b);
  return { ...winner, made, ...(anki === undefined ? {} : { anki }) };
}

/** Whether `a` counts, of two lines for one card; the same whichever comes first. */
function precedes(a: LedgerEntry, b: LedgerEntry): boolean {
  if (isTurnedDown(a) !== isTurnedDown(b)) return isTurnedDown(a);
  if (a.changed !== b.changed) return a.changed > b.changed;
  return printEntry(a) >= printEntry(b);
}

function foldNumbers(a: LedgerEntry, b: LedgerEntry): Readonly<Record<string, number>> | undefined {
  if (a.anki === undefined || b.anki === undefined) return a.anki ?? b.anki;
  const numbers: Record<string, number> = { ...a.anki };
  for (const [side, number] of Object.entries(b.anki))
    numbers[side] = Math.min(number, numbers[side] ?? number);
  return numbers;
}
