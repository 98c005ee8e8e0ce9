import { existsSync } from 'node:fs';
import { parse, TomlError } from 'smol-toml';
import { type Problem, TenetError } from '../../model/problem.ts';
import type { Settings } from '../../model/settings.ts';
import { defaultSettings } from '../../model/settings.ts';
import { didYouMean } from '../did-you-mean.ts';
import { readTextFile } from '../files.ts';
import { type Setting, settingTable } from './setting-table.ts';
import { WrongValue } from './setting-values.ts';

type Table = Readonly<Record<string, unknown>>;

/** A TOML file and what was found wrong with it so far. */
export interface SettingsFile {
  readonly file: string;
  readonly text: string;
  readonly table: Table;
  readonly problems: Problem[];
}

/** A setting that a file makes, with a value that it can take. */
export interface MadeSetting {
  readonly setting: Setting;
  readonly value: unknown;
}

const largestBytes = 1024 * 1024;

/** The file as TOML, or undefined where there is none. Throws `TenetError` when it is no TOML. */
export function readSettingsFile(file: string): SettingsFile | undefined {
  if (!existsSync(file)) return undefined;
  const text = readTextFile(file, largestBytes);
  try {
    return { file, text, table: parse(text), problems: [] };
  } catch (failure) {
    if (!(failure instanceof TomlError)) throw failure;
    const reason = failure.message.split('\n')[0]?.replace('Invalid TOML document: ', '') ?? '';
    throw new TenetError(`${file}:${failure.line}:${failure.column} this is not TOML: ${reason}`, {
      hint: 'Correct this line; texts stand in quotes, as in name = "text".',
      exitCode: 2,
    });
  }
}

/** Notes something wrong with the value at `path` (`["collections", "abcd", "fuzz"]`). */
export function complain(
  file: SettingsFile,
  path: readonly string[],
  message: string,
  remedy: string,
): void {
  const place = { file: file.file, ...placeOf(file.text, path) };
  file.problems.push({ ...place, rule: 'setting', severity: 'error', message, remedy });
}

/** Throws one `TenetError` for everything that was found wrong. */
export function refuseProblems({ file, problems }: SettingsFile): void {
  const [first, ...others] = problems;
  if (first === undefined) return;
  if (others.length === 0) {
    const place = `${first.file}:${first.line}:${first.column}`;
    throw new TenetError(`${place} ${first.message}`, { hint: first.remedy, exitCode: 2 });
  }
  throw new TenetError(`${file}: ${problems.length} settings cannot be used`, {
    problems,
    exitCode: 2,
  });
}

/**
 * The settings that a table of the file makes; wrong names and values are noted as problems. `others` are
 * names that the table may have for other ends.
 */
export function madeSettings(
  file: SettingsFile,
  table: Table,
  section: readonly string[],
  others: readonly string[],
  personalFile: string | null,
): readonly MadeSetting[] {
  const names = [...settingTable.map(({ name }) => name), ...others];
  return Object.entries(table).flatMap(([name, value]) => {
    if (others.includes(name)) return [];
    const path = [...section, name];
    const setting = settingTable.find((each) => each.name === name);
    if (setting === undefined) {
      const meant = didYouMean(name, names);
      const remedy = meant === undefined ? 'See "tenet config" for all' : `Did you mean "${meant}"`;
      complain(
        file,
        path,
        `"${name}" is not a setting`,
        `${remedy}${meant === undefined ? '.' : '?'}`,
      );
      return [];
    }
    if (setting.personal && personalFile !== null) {
      complain(
        file,
        path,
        `"${name}" is personal, and this file is shared with the decks`,
        `Put it into ${personalFile}.`,
      );
      return [];
    }
    const fault = faultOf(setting, value);
    if (fault === undefined) return [{ setting, value }];
    complain(file, path, `"${name}" cannot be ${shown(value)}`, `${fault}.`);
    return [];
  });
}

function faultOf(setting: Setting, value: unknown): string | undefined {
  try {
    setting.apply(defaultSettings, value);
    return undefined;
  } catch (failure) {
    if (!(failure instanceof WrongValue)) throw failure;
    return `${failure.message.charAt(0).toUpperCase()}${failure.message.slice(1)}`;
  }
}

/** The settings with what these files make of them, later ones winning. */
export function applySettings(settings: Settings, made: readonly MadeSetting[]): Settings {
  return made.reduce((before, { setting, value }) => setting.apply(before, value), settings);
}

function shown(value: unknown): string {
  return (JSON.stringify(value) ?? String(value)).slice(0, 60);
}

/** Where a value is written: the parser does not say, so the line that names it is looked for. */
function placeOf(text: string, path: readonly string[]): { line: number; column: number } {
  const section = path.slice(0, -1).join('.');
  const name = path.at(-1) ?? '';
  let inside = '';
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const header = /^\s*\[\s*([^[\]]+?)\s*\]/.exec(line)?.[1];
    if (header !== undefined) inside = header.replaceAll(/["'\s]/g, '');
    const key = /^(\s*)["']?([\w-]+)["']?\s*[.=]/.exec(line);
    if (header !== undefined && inside === path.join('.')) return { line: index + 1, column: 1 };
    if (key?.[2] === name && inside === section)
      return { line: index + 1, column: (key[1]?.length ?? 0) + 1 };
  }
  return { line: 1, column: 1 };
}
