import type { CardKind } from '../model/card.ts';
import type { Problem } from '../model/problem.ts';
import { type Fate, fates, type LedgerEntry } from './entry.ts';

export type { LedgerEntry } from './entry.ts';

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
    const entry = parseLine(line);
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

const kinds: readonly CardKind[] = ['basic', 'term', 'cloze', 'list'];

function parseLine(line: string): LedgerEntry | undefined {
  const value = parseObject(line);
  if (value === undefined) return undefined;
  const {
    id,
    source,
    span,
    kind,
    rule,
    slot,
    sentence,
    asks,
    content,
    sources,
    fate,
    made,
    changed,
  } = value;
  const { reason, answers, gone, anki, ...rest } = value;
  const known = new Set([
    'id',
    'source',
    'span',
    'kind',
    'rule',
    'slot',
    'sentence',
    'asks',
    'content',
    'sources',
    'fate',
    'made',
    'changed',
  ]);
  const extra = Object.fromEntries(Object.entries(rest).filter(([key]) => !known.has(key)));
  const texts = { id, source, rule, slot, sentence, asks, content, sources, made, changed };
  if (!areTexts(texts) || !isPair(span)) return undefined;
  const knownKind = kinds.find((each) => each === kind);
  const knownFate = fates.find((each) => each === fate);
  if (knownKind === undefined || knownFate === undefined) return undefined;
  return {
    ...texts,
    span: { start: span[0], end: span[1] },
    kind: knownKind,
    fate: knownFate,
    ...(typeof reason === 'string' ? { reason } : {}),
    ...(typeof answers === 'string' ? { answers } : {}),
    ...(gone === true ? { gone } : {}),
    ...(isNumbers(anki) ? { anki } : {}),
    ...(Object.keys(extra).length === 0 ? {} : { extra }),
  };
}

function parseObject(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function areTexts<Key extends string>(
  fields: Readonly<Record<Key, unknown>>,
): fields is Readonly<Record<Key, string>> {
  return Object.values(fields).every((value) => typeof value === 'string');
}

function isPair(value: unknown): value is readonly [number, number] {
  return (
    Array.isArray(value) && value.length === 2 && value.every((each) => Number.isInteger(each))
  );
}

function isNumbers(value: unknown): value is Readonly<Record<string, number>> {
  return isRecord(value) && Object.values(value).every((each) => Number.isInteger(each));
}

/** A ledger's text: one line a card, sorted by id, the fields always in the same order. */
export function printLedger(entries: Iterable<LedgerEntry>): string {
  return [...entries]
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
    .map((entry) => `${printEntry(entry)}\n`)
    .join('');
}

function printEntry(entry: LedgerEntry): string {
  const { id, source, span, kind, rule, slot, sentence, asks, content, sources, fate } = entry;
  const { reason, answers, gone, made, changed, anki, extra } = entry;
  return JSON.stringify({
    id,
    source,
    span: [span.start, span.end],
    kind,
    rule,
    slot,
    sentence,
    asks,
    content,
    sources,
    fate,
    reason,
    answers,
    gone,
    made,
    changed,
    anki: anki === undefined ? undefined : sortedByKey(anki),
    ...extra,
  });
}

function sortedByKey<Value>(record: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
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

const turnedDown: ReadonlySet<Fate> = new Set(['rejected', 'deleted', 'withdrawn']);

/** Whether a card is not to be made again. */
export function isTurnedDown({ fate }: Pick<LedgerEntry, 'fate'>): boolean {
  return turnedDown.has(fate);
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
