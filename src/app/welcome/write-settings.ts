import { existsSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { parse, TomlError } from 'smol-toml';
import { TenetError } from '../../model/problem.ts';
import { readTextFile, replaceFile } from '../files.ts';

/** Settings by their names in the files, with whole numbers. */
type Values = Readonly<Record<string, number>>;

/**
 * Makes settings for one collection in the user's own file, under `[collections.ID]`; all else in the file
 * stays as it is. Throws `TenetError`, and leaves the file alone, where that cannot be done safely.
 */
export function writeCollectionSettings(configFile: string, id: string, values: Values): void {
  const before = existsSync(configFile) ? readTextFile(configFile) : '';
  const after = withSettings(before, id, values);
  if (!saysOnly(after, before, id, values)) {
    const lines = Object.entries(values).map(([name, value]) => `${name} = ${value}`);
    throw new TenetError(`${configFile}: the settings could not be written into this file`, {
      hint: `Write ${lines.join(', ')} for the collection "${id}" yourself.`,
    });
  }
  replaceFile(configFile, after);
}

/** The file's text with the settings under the heading of the collection. */
function withSettings(text: string, id: string, values: Values): string {
  const newLine = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text === '' ? [] : text.replace(/\r?\n$/, '').split(/\r?\n/);
  let heading = lines.findIndex((line) => headed(line, id));
  if (heading === -1) {
    if (lines.length > 0) lines.push('');
    heading = lines.push(`[collections.${id}]`) - 1;
  }
  for (const [name, value] of Object.entries(values)) setLine(lines, heading, name, value);
  return `${lines.join(newLine)}${newLine}`;
}

function headed(line: string, id: string): boolean {
  const name = /^\s*\[\s*collections\s*\.\s*(["']?)([\w-]+)\1\s*\]\s*(?:#.*)?$/.exec(line)?.[2];
  return name === id;
}

function setLine(lines: string[], heading: number, name: string, value: number): void {
  const next = lines.findIndex((line, at) => at > heading && /^\s*\[/.test(line));
  const end = next === -1 ? lines.length : next;
  const named = new RegExp(`^(\\s*${name}\\s*=\\s*)\\S+`);
  const at = lines.findIndex((line, row) => row > heading && row < end && named.test(line));
  if (at !== -1) {
    lines[at] = (lines[at] ?? '').replace(named, `$1${value}`);
    return;
  }
  let last = end;
  while (last > heading + 1 && (lines[last - 1] ?? '').trim() === '') last -= 1;
  lines.splice(last, 0, `${name} = ${value}`);
}

/** Whether the new text means what the old one did, but for these settings. */
function saysOnly(after: string, before: string, id: string, values: Values): boolean {
  try {
    const was = parse(before) as Tables;
    const wanted = { ...was.collections?.[id], ...values };
    return isDeepStrictEqual(
      plain(parse(after)),
      plain({ ...was, collections: { ...was.collections, [id]: wanted } }),
    );
  } catch (failure) {
    if (failure instanceof TomlError) return false;
    throw failure;
  }
}

interface Tables {
  readonly collections?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Tables of the parser have no prototype, which alone would make them differ. */
function plain(table: object): unknown {
  return JSON.parse(JSON.stringify(table));
}
