import { type MarkdownChunk, markdownChunks } from '../markdown/chunks.ts';
import { footnotesOf, type FootnoteLink } from '../markdown/footnotes.ts';
import { type FrontMatter, frontMatterOf } from '../markdown/front-matter.ts';
import { hazardOf } from '../markdown/hazard.ts';
import { type InlineText, inlineText } from '../markdown/inline-text.ts';
import type { Heading, List, Paragraph, RootContent, Table } from '../markdown/parse.ts';
import { createSlugger, withoutOwnSlug } from '../markdown/slug.ts';
import { TenetError } from '../model/problem.ts';
import type { Citation, Passage, Region, Source } from '../model/source.ts';
import type { SourceReader } from './reader.ts';
import { titleFromPath } from './title.ts';

/** Markdown with headings, lists, definition lists, tables, footnotes and front matter. */
export const markdownReader: SourceReader = {
  kind: 'markdown',
  detect: (text, path) => {
    if (/\.(?:md|markdown|mdown|mkd|mdx)$/i.test(path)) return 0.9;
    const head = text.slice(0, 50_000);
    const signs = [/^#{1,6} \S/m, /\]\([^)\s]+\)/, /^(?:```|~~~)/m, /^\[\^[^\]]+\]:/m, /\*\*\S/];
    return Math.min(0.8, 0.2 * signs.filter((sign) => sign.test(head)).length);
  },
  read: readMarkdown,
};

function readMarkdown(text: string, path: string): Source {
  const hazard = hazardOf(text);
  if (hazard !== undefined)
    throw new TenetError(`${path}:${hazard.line}:${hazard.column} ${hazard.message}.`, {
      hint: 'tenet does not parse such Markdown: it would take very long. Simplify this place.',
    });
  const matter = frontMatterOf(text);
  const walk: Walk = {
    text,
    offset: 0,
    notes: new Map(),
    slug: createSlugger(),
    open: [],
    passages: [],
    lists: 0,
  };
  for (const chunk of markdownChunks(text)) readChunk(chunk, walk);
  const author = stringOf(matter, 'author');
  const tags = tagsOf(matter);
  return {
    path,
    kind: 'markdown',
    title: stringOf(matter, 'title') ?? titleOf(walk) ?? titleFromPath(path),
    ...(author === undefined ? {} : { author }),
    ...(tags.length === 0 ? {} : { tags }),
    text,
    passages: walk.passages.map((each) => withCitations(each, walk)),
  };
}

interface Walk {
  /** The part that is being read, and where it begins in the document. */
  text: string;
  offset: number;
  readonly notes: Map<string, readonly FootnoteLink[]>;
  readonly slug: (heading: string) => string;
  /** The headings above the place that is being read. */
  open: { readonly depth: number; readonly text: string; readonly fragment: string }[];
  readonly passages: CitingPassage[];
  lists: number;
}

/** A passage whose footnotes may be defined further down. */
interface CitingPassage {
  readonly passage: Passage;
  readonly footnotes: InlineText['footnotes'];
}

function readChunk({ blocks, text, offset }: MarkdownChunk, walk: Walk): void {
  Object.assign(walk, { text, offset });
  for (const [id, links] of footnotesOf({ children: blocks }, text))
    if (!walk.notes.has(id)) walk.notes.set(id, links);
  for (const block of blocks) readBlock(block, walk, 0);
}

function withCitations({ passage, footnotes }: CitingPassage, { notes }: Walk): Passage {
  if (footnotes.length === 0) return passage;
  const citations = footnotes.flatMap(({ id, at }) =>
    (notes.get(id) ?? []).map((link) => citation(link, at)),
  );
  return { ...passage, citations };
}

function titleOf({ passages }: Walk): string | undefined {
  const first = passages.find(({ passage }) => passage.kind === 'heading')?.passage;
  return first?.kind === 'heading' && first.depth === 1 ? first.text : undefined;
}

function stringOf(matter: FrontMatter, key: string): string | undefined {
  const value = matter[key];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function tagsOf(matter: FrontMatter): string[] {
  const value = matter['tags'];
  const tags = Array.isArray(value)
    ? value
    : typeof value === 'string'
      ? value.split(/[\s,]+/)
      : [];
  return tags.filter((tag) => typeof tag === 'string').map((tag) => tag.replace(/^#/, ''));
}

function readBlock(node: RootContent, walk: Walk, level: number): void {
  switch (node.type) {
    case 'heading':
      readHeading(node, walk);
      break;
    case 'paragraph':
      if (!readDefinitions(node, walk)) add(walk, node, { kind: 'paragraph' });
      break;
    case 'list':
      readList(node, walk, level + 1);
      break;
    case 'blockquote':
      for (const child of node.children) readBlock(child, walk, level);
      break;
    case 'table':
      readTable(node, walk);
      break;
    default:
  }
}

function readHeading(node: Heading, walk: Walk): void {
  const inline = inlineText(node, walk.text);
  walk.open = walk.open.filter((heading) => heading.depth < node.depth);
  const fragment = walk.slug(inline.text);
  const text = withoutOwnSlug(inline.text);
  const passage = { ...base(walk, node, inline), text, fragment, kind: 'heading' } as const;
  walk.open.push({ depth: node.depth, text, fragment });
  const region = regionOf(walk);
  push(walk, inline, { ...passage, depth: node.depth, region });
}

function readList(node: List, walk: Walk, level: number): void {
  const list = walk.lists;
  walk.lists += 1;
  for (const [index, item] of node.children.entries()) {
    const [first, ...others] = item.children;
    const number = node.ordered === true ? (node.start ?? 1) + index : index + 1;
    if (first?.type === 'paragraph')
      add(walk, first, { kind: 'item', ordered: node.ordered === true, number, list, level });
    else if (first !== undefined) readBlock(first, walk, level);
    for (const child of others) readBlock(child, walk, level);
  }
}

function readTable(node: Table, walk: Walk): void {
  const [head, ...rows] = node.children;
  const header = (head?.children ?? []).map((cell) => inlineText(cell, walk.text).text);
  for (const row of rows) {
    const cells = row.children.map((cell) => inlineText(cell, walk.text).text);
    add(walk, row, { kind: 'row', header, cells });
  }
}

/** `Term` on a line, then lines that begin with `: `, as PHP Markdown Extra has it. */
function readDefinitions(node: Paragraph, walk: Walk): boolean {
  const source = walk.text.slice(node.position?.start.offset, node.position?.end.offset);
  const mark = /\r?\n: +/.exec(source);
  if (mark === null || mark.index === 0 || source.slice(0, mark.index).includes('\n')) return false;
  const inline = inlineText(node, walk.text);
  const at = inline.text.indexOf(' : ');
  if (at === -1) return false;
  const definition = inline.text.slice(at + 3);
  push(walk, inline, {
    ...base(walk, node, inline),
    kind: 'definition',
    term: inline.text.slice(0, at),
    definition,
  });
  return true;
}

type Particulars = Passage extends infer Each
  ? Each extends Passage
    ? Omit<Each, keyof ReturnType<typeof base>>
    : never
  : never;

function add(
  walk: Walk,
  node: Paragraph | Table['children'][number],
  particulars: Particulars,
): void {
  const inline = inlineText(node, walk.text);
  if (inline.text !== '')
    push(walk, inline, { ...base(walk, node, inline), ...particulars } as Passage);
}

function push({ passages }: Walk, { footnotes }: InlineText, passage: Passage): void {
  passages.push({ passage, footnotes });
}

/** Headings under which a document keeps what it rests on, not what it says. */
const apparatus =
  /^(?:references|bibliography|works cited|further reading|see also|external links|sources|notes|footnotes|acknowledge?ments|(?:table of )?contents)$/i;

function regionOf({ open }: Walk): Region {
  return open.some((heading) => apparatus.test(heading.text)) ? 'furniture' : 'body';
}

function base(walk: Walk, node: RootContent, inline: InlineText) {
  const { offset } = walk;
  const { start, end } = node.position ?? { start: { offset: 0 }, end: { offset: 0 } };
  return {
    span: { start: (start.offset ?? 0) + offset, end: (end.offset ?? 0) + offset },
    headings: walk.open.map((heading) => heading.text),
    fragment: walk.open.at(-1)?.fragment ?? '',
    region: regionOf(walk),
    text: inline.text,
    steps: inline.steps.map((step) => ({ text: step.text, document: step.document + offset })),
    marks: inline.marks,
    citations: [],
  };
}

function citation({ label, title, target, anchor }: FootnoteLink, at: number): Citation {
  return { label, title, target, at, ...(anchor === undefined ? {} : { anchor }) };
}
