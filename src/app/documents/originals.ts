import type { Problem } from '../../model/problem.ts';
import type { Passage, Source } from '../../model/source.ts';
import { readSource } from '../../sources/index.ts';

/** A document that chapters rest on and that is not part of the collection. */
export interface Original {
  /** The fragment under which footnotes name it: `ORIGINALS.md#interview`. */
  readonly key: string;
  /** Its heading in the list. */
  readonly name: string;
  readonly title: string;
  readonly author: string;
  /** As written; "unknown" is possible. */
  readonly year: string;
  readonly address: string;
  /** What the file of a copy is called; absent where none is known. */
  readonly file?: string;
  /** How far it can be relied on, in the words of whoever keeps the list. */
  readonly trust: string;
  /** Whether whoever wrote the chapters had a copy. */
  readonly held: boolean;
  /** The line of its heading, from 1. */
  readonly line: number;
}

export interface OriginalsList {
  readonly originals: readonly Original[];
  readonly problems: readonly Problem[];
}

const required = ['title', 'author', 'year', 'address', 'trust', 'held'] as const;

/**
 * Reads a list of originals: a `##` section for each, whose heading gives the key, with one
 * `- name: value` line for title, author, year, address, trust, held (yes or no) and, for a copy, file.
 */
export function parseOriginals(text: string, path: string): OriginalsList {
  const source = readSource(text, path, 'markdown');
  const problems: Problem[] = [];
  const originals = source.passages.flatMap((passage, index) => {
    if (passage.kind !== 'heading' || passage.depth !== 2) return [];
    const fields = fieldsBelow(source, index);
    const line = lineOf(text, passage);
    problems.push(...problemsOf(fields, passage.text, { file: path, line }));
    return originalOf(passage, fields, line);
  });
  return { originals, problems };
}

type Fields = ReadonlyMap<string, string>;

function fieldsBelow({ passages }: Source, heading: number): Fields {
  const fields = new Map<string, string>();
  for (const passage of passages.slice(heading + 1)) {
    if (passage.kind === 'heading') break;
    const field = passage.kind === 'item' ? /^([a-z]+): +(.+)$/i.exec(passage.text) : null;
    if (field?.[1] !== undefined && field[2] !== undefined)
      fields.set(field[1].toLowerCase(), field[2]);
  }
  return fields;
}

function lineOf(text: string, { span }: Passage): number {
  return text.slice(0, span.start).split('\n').length;
}

function originalOf(heading: Passage, fields: Fields, line: number): Original {
  const file = fields.get('file');
  return {
    key: heading.fragment,
    name: heading.text,
    title: fields.get('title') ?? heading.text,
    author: fields.get('author') ?? '',
    year: fields.get('year') ?? '',
    address: fields.get('address') ?? '',
    trust: fields.get('trust') ?? '',
    held: fields.get('held') === 'yes',
    ...(file === undefined ? {} : { file }),
    line,
  };
}

function problemsOf(
  fields: Fields,
  name: string,
  place: { readonly file: string; readonly line: number },
): Problem[] {
  const at = { ...place, column: 1, rule: 'original-incomplete', severity: 'warning' } as const;
  const missing = required.filter((field) => !fields.has(field));
  const held = fields.get('held');
  const problems: Problem[] = missing.map((field) =>
    Object.assign({}, at, {
      message: `the original "${name}" has no ${field}`,
      remedy: `Add a line "- ${field}: …" below its heading.`,
    }),
  );
  if (held !== undefined && held !== 'yes' && held !== 'no')
    problems.push({
      ...at,
      message: `"held: ${held}" is neither yes nor no`,
      remedy: 'Write yes or no.',
    });
  if (held === 'yes' && !fields.has('file'))
    problems.push({
      ...at,
      message: `the original "${name}" is held, but not said in which file`,
      remedy: 'Add a line "- file: NAME" with the name of the copy.',
    });
  return problems;
}
