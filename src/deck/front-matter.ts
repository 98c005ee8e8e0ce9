import { parse as parseToml, TomlError } from 'smol-toml';
import type { Notation } from '../model/deck.ts';
import type { Problem } from '../model/problem.ts';
import { isBlank, type Lines, lineText, placeAt } from './lines.ts';
import { markOf } from './marks.ts';
import { quote } from './reading.ts';
import { readYaml, type YamlValue } from './yaml-lines.ts';

/** What stands before a deck's first line: YAML or TOML between `---`, or TOML between `+++`. */
export interface FrontMatter {
  readonly title?: string;
  readonly tags: readonly string[];
  readonly notation?: Notation;
  /** The first line after it; 0 where there is none. */
  readonly end: number;
  readonly problems: readonly Problem[];
}

const notations: readonly string[] = ['tenet', 'shared', 'hashcards', 'repeater'];
const wanted: ReadonlySet<string> = new Set(['title', 'name', 'tags', 'notation']);
const tomlLine = /^\s*(?:\[|["']?[\w.-]+["']?\s*=)/;

type Values = ReadonlyMap<string, { readonly line: number; readonly value: YamlValue }>;

function isNotation(text: string): text is Notation {
  return notations.includes(text);
}

/** The line of the closing mark; -1 where the block is none: not closed, or with a card in it. */
function closingLine(lines: Lines, mark: string): number {
  for (let line = 1; line < lines.count; line += 1) {
    if (lineText(lines, line).trimEnd() === mark) return line;
    const letter = markOf(lines, line);
    if (letter === 'Q' || letter === 'A' || letter === 'C') return -1;
  }
  return -1;
}

function problem(path: string, line: number, message: string, remedy: string): Problem {
  return { ...placeAt(path, line), rule: 'front-matter', severity: 'error', message, remedy };
}

function tomlValue(value: unknown): YamlValue {
  if (typeof value === 'string') return { kind: 'text', text: value };
  if (typeof value === 'number' || typeof value === 'boolean')
    return { kind: 'text', text: String(value) };
  if (Array.isArray(value) && value.every((item) => typeof item === 'string'))
    return { kind: 'list', texts: value };
  return { kind: 'unread' };
}

function tomlValues(body: readonly string[], path: string, problems: Problem[]): Values {
  try {
    const table = parseToml(body.join('\n'));
    return new Map(
      Object.entries(table)
        .filter(([key]) => wanted.has(key))
        .map(([key, value]) => {
          const line = body.findIndex((text) => text.trimStart().startsWith(key));
          return [key, { line: Math.max(line, 0), value: tomlValue(value) }];
        }),
    );
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const reason = error.message.split('\n')[0]?.replace('Invalid TOML document: ', '') ?? '';
    const remedy = 'Mend it, or take the block away; until then the deck goes by its file name.';
    problems.push(problem(path, error.line, `the front matter is no TOML: ${reason}`, remedy));
    return new Map();
  }
}

function yamlValues(body: readonly string[]): Values {
  return new Map(readYaml(body, wanted).map(({ key, line, value }) => [key, { line, value }]));
}

function tagList(value: YamlValue): readonly string[] {
  const words =
    value.kind === 'list' ? value.texts : value.kind === 'text' ? value.text.split(/[\s,]+/) : [];
  const tags = words.map((word) => word.trim().replace(/^#/, '').replaceAll(/\s+/g, '-'));
  return [...new Set(tags.filter((tag) => tag !== ''))];
}

function textOf(values: Values, key: string): string | undefined {
  const value = values.get(key)?.value;
  if (value?.kind !== 'text') return undefined;
  const text = value.text.replaceAll(/\s+/g, ' ').trim();
  return text === '' ? undefined : text;
}

function unreadProblems(values: Values, path: string): readonly Problem[] {
  return [...values]
    .filter(
      ([key, { value }]) => value.kind === 'unread' || (value.kind === 'list' && key !== 'tags'),
    )
    .map(([key, { line }]) =>
      problem(
        path,
        line + 1,
        `the front matter's "${key}" is not read in this form`,
        key === 'tags' ? 'Write it as [one, two].' : 'Write it as one text, in quotation marks.',
      ),
    );
}

function interpret(
  values: Values,
  path: string,
  end: number,
  faults: readonly Problem[],
): FrontMatter {
  const problems = [...faults, ...unreadProblems(values, path)];
  const title = textOf(values, 'title') ?? textOf(values, 'name');
  const notation = textOf(values, 'notation');
  const known = notation !== undefined && isNotation(notation);
  if (notation !== undefined && !known) {
    const line = (values.get('notation')?.line ?? 0) + 1;
    const message = `the notation ${quote(notation)} is not known`;
    problems.push(problem(path, line, message, `Use one of ${notations.join(', ')}.`));
  }
  return {
    ...(title === undefined ? {} : { title }),
    tags: tagList(values.get('tags')?.value ?? { kind: 'none' }),
    ...(known ? { notation } : {}),
    end,
    problems,
  };
}

const none: FrontMatter = { tags: [], end: 0, problems: [] };

/** Reads the front matter of a file; all of it is optional, and only title, tags and notation are used. */
export function readFrontMatter(lines: Lines, path: string): FrontMatter {
  const mark = lines.count === 0 ? '' : lineText(lines, 0).trimEnd();
  if (mark !== '---' && mark !== '+++') return none;
  const close = closingLine(lines, mark);
  if (close === -1) return none;
  const body: string[] = [];
  for (let line = 1; line < close; line += 1) body.push(lineText(lines, line));
  const problems: Problem[] = [];
  const first = body.find(
    (text, index) => !isBlank(lines, index + 1) && !text.trim().startsWith('#'),
  );
  const toml = mark === '+++' || (first !== undefined && tomlLine.test(first));
  const values = toml ? tomlValues(body, path, problems) : yamlValues(body);
  return interpret(values, path, close + 1, problems);
}
