import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';
import type { Span } from '../model/problem.ts';

/** What a document says of itself before its text: `title`, `author`, `tags` and whatever else. */
export type FrontMatter = Readonly<Record<string, unknown>>;

const opening = /^\uFEFF?(---|\+\+\+)[ \t]*\r?\n/;
/** Nobody describes a document at greater length; a `---` further down is a rule, not an end. */
const longest = 20_000;

/** Where the front matter stands, its `---` or `+++` lines included; undefined where there is none. */
export function frontMatterSpan(text: string): Span | undefined {
  const head = opening.exec(text);
  if (head === null) return undefined;
  const mark = head[1] === '---' ? '---' : '\\+\\+\\+';
  const rest = text.slice(head[0].length, head[0].length + longest);
  const end = new RegExp(`^${mark}[ \\t]*(?:\\r?\\n|$)`, 'm').exec(rest);
  if (end === null) return undefined;
  return { start: 0, end: head[0].length + end.index + end[0].length };
}

/** The front matter of a document as YAML or TOML; empty where there is none or it cannot be read. */
export function frontMatterOf(text: string): FrontMatter {
  const span = frontMatterSpan(text);
  if (span === undefined) return {};
  const lines = text.slice(span.start, span.end).trimEnd().split(/\r?\n/);
  const toml = (lines[0] ?? '').includes('+++');
  const value = read(lines.slice(1, -1).join('\n'), toml ? parseToml : parseYaml);
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as FrontMatter)
    : {};
}

/** A document may say anything between two rules; only what reads as data is data. */
function read(text: string, parser: (text: string) => unknown): unknown {
  try {
    return parser(text);
  } catch {
    return {};
  }
}
