import type { CardKind } from '../model/card.ts';
import type { Span } from '../model/problem.ts';
import { fates, type LedgerEntry } from './entry.ts';

/** How a field stands in a line. `read` gives undefined for JSON that is no such value. */
interface Field<Value> {
  readonly mayMiss?: true;
  read(json: unknown): Value | undefined;
  write(value: Value): unknown;
}

const kinds: readonly CardKind[] = ['basic', 'term', 'cloze', 'list'];

const text: Field<string> = {
  read: (json) => (typeof json === 'string' ? json : undefined),
  write: (value) => value,
};

const yes: Field<true> = {
  read: (json) => (json === true ? json : undefined),
  write: (value) => value,
};

/** `[start, end]`. */
const span: Field<Span> = {
  read: (json) => {
    if (!Array.isArray(json) || json.length !== 2 || !json.every(Number.isInteger))
      return undefined;
    const [start, end] = json as [number, number];
    return { start, end };
  },
  write: ({ start, end }) => [start, end],
};

/** Sorted by name. */
const numbers: Field<Readonly<Record<string, number>>> = {
  read: (json) =>
    isRecord(json) && Object.values(json).every(Number.isInteger)
      ? (json as Record<string, number>)
      : undefined,
  write: (value) => Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))),
};

function oneOf<Word extends string>(words: readonly Word[]): Field<Word> {
  return { read: (json) => words.find((word) => word === json), write: (value) => value };
}

function maybe<Value>(field: Field<Value>): Field<Value> {
  return { ...field, mayMiss: true };
}

type Known = Required<Omit<LedgerEntry, 'extra'>>;

/** The fields of a line, in their order there: what reads a line and what prints one follow this table. */
const fields: { readonly [Name in keyof Known]: Field<Known[Name]> } = {
  id: text,
  source: text,
  span,
  kind: oneOf(kinds),
  rule: text,
  slot: text,
  sentence: text,
  asks: text,
  content: text,
  sources: text,
  fate: oneOf(fates),
  reason: maybe(text),
  answers: maybe(text),
  gone: maybe(yes),
  made: text,
  changed: text,
  anki: maybe(numbers),
};

/** The names of the fields, in their order in a line. */
export const fieldNames = Object.keys(fields) as readonly (keyof Known)[];

/** An entry from the object in its line; undefined where a field that it must have is missing or wrong. */
export function readEntry(json: unknown): LedgerEntry | undefined {
  if (!isRecord(json)) return undefined;
  const entry: Record<string, unknown> = {};
  for (const name of fieldNames) {
    const value = fields[name].read(json[name]);
    if (value !== undefined) entry[name] = value;
    else if (fields[name].mayMiss !== true) return undefined;
  }
  const extra = Object.entries(json).filter(([name]) => !Object.hasOwn(fields, name));
  if (extra.length > 0) entry['extra'] = Object.fromEntries(extra);
  return entry as unknown as LedgerEntry;
}

/** An entry as its line, without the line end. */
export function printEntry(entry: LedgerEntry): string {
  const written = fieldNames.flatMap((name) => {
    const value = entry[name];
    const { write } = fields[name] as Field<unknown>;
    return value === undefined ? [] : [[name, write(value)] as const];
  });
  return JSON.stringify({ ...Object.fromEntries(written), ...entry.extra });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
