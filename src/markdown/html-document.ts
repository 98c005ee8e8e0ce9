import type { Element, Nodes, Root, Text } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { addDecoded } from './html-entities.ts';
import { type HtmlPlace, isMark, placeOf, textOf } from './html-place.ts';
import { type MappedText, TextCollector } from './mapped-text.ts';

export type { HtmlPlace } from './html-place.ts';

/** A block of text of a page. */
export interface HtmlBlock extends MappedText {
  readonly tag:
    | 'p'
    | 'li'
    | 'tr'
    | 'dt'
    | 'dd'
    | 'caption'
    | 'h1'
    | 'h2'
    | 'h3'
    | 'h4'
    | 'h5'
    | 'h6';
  readonly place: HtmlPlace;
  /** Offsets in the page's source. */
  readonly start: number;
  readonly end: number;
  /** Of its characters, those in links. */
  readonly linked: number;
  /** The id of a heading, or of its section. */
  readonly id: string;
  /** Of a row: the text of each cell, and whether all are headers. */
  readonly cells: readonly string[];
  readonly header: boolean;
  /** Of an item: its list, its place in it, how deep it is. */
  readonly item?: {
    readonly list: number;
    readonly ordered: boolean;
    readonly number: number;
    readonly level: number;
  };
}

/** A page, taken apart. */
export interface HtmlDocument {
  readonly blocks: readonly HtmlBlock[];
  readonly title: string;
  /** Contents of `<meta>`, by name or property in small letters. */
  readonly meta: ReadonlyMap<string, string>;
}

const parser = unified().use(rehypeParse).freeze();

/** The blocks of a page in the order of its source, scripts and forms left out. */
export function htmlDocument(source: string): HtmlDocument {
  const tree: Root = parser.parse(source);
  const reading: Reading = {
    source,
    blocks: [],
    meta: new Map(),
    title: '',
    lists: 0,
    open: undefined,
  };
  const root: HtmlPlace = { tag: '', role: '', names: '', hidden: false, parent: undefined };
  for (const child of tree.children) read(child, { place: root, list: undefined }, reading);
  close(reading);
  return { blocks: reading.blocks, title: reading.title, meta: reading.meta };
}

interface Reading {
  readonly source: string;
  readonly blocks: HtmlBlock[];
  readonly meta: Map<string, string>;
  title: string;
  lists: number;
  open: OpenBlock | undefined;
}

interface OpenBlock {
  readonly collector: TextCollector;
  readonly tag: HtmlBlock['tag'];
  readonly place: HtmlPlace;
  readonly id: string;
  readonly item: HtmlBlock['item'];
  readonly cells: string[];
  header: boolean;
  start: number | undefined;
  end: number;
  linked: number;
}

interface OpenList {
  readonly index: number;
  readonly ordered: boolean;
  readonly level: number;
  next: number;
}

interface Context {
  readonly place: HtmlPlace;
  readonly list: OpenList | undefined;
}

const skipped = new Set(
  'script style template noscript iframe object svg canvas form button input select textarea label dialog audio video map head'.split(
    ' ',
  ),
);
const blocky = new Set(
  'address article aside blockquote body center details div dl fieldset figcaption figure footer header hgroup hr html main menu nav ol pre section summary table tbody thead tfoot ul'.split(
    ' ',
  ),
);
const textual = new Set<string>([
  'p',
  'li',
  'dt',
  'dd',
  'caption',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'tr',
]);

function read(node: Nodes, context: Context, reading: Reading): void {
  if (node.type === 'text') addText(node, context, reading);
  if (node.type !== 'element') return;
  if (node.tagName === 'head') readHead(node, reading);
  if (skipped.has(node.tagName)) return;
  const inside = { place: placeOf(node, context.place), list: context.list };
  if (inside.place.hidden || isMark(node, inside.place)) return;
  if (node.tagName === 'ul' || node.tagName === 'ol') readList(node, inside, reading);
  else if (textual.has(node.tagName)) readTextual(node, inside, reading);
  else if (blocky.has(node.tagName)) {
    close(reading);
    for (const child of node.children) read(child, inside, reading);
    close(reading);
  } else readInline(node, inside, reading);
}

function readList(node: Element, context: Context, reading: Reading): void {
  close(reading);
  const level = (context.list?.level ?? 0) + 1;
  const start = Number(node.properties['start'] ?? 1);
  const list: OpenList = {
    index: reading.lists,
    ordered: node.tagName === 'ol',
    level,
    next: Number.isFinite(start) ? start : 1,
  };
  reading.lists += 1;
  for (const child of node.children) read(child, { ...context, list }, reading);
  close(reading);
}

function readTextual(node: Element, context: Context, reading: Reading): void {
  const { list } = context;
  const inCell =
    node.tagName === 'p' &&
    reading.open !== undefined &&
    reading.open.tag !== 'p' &&
    reading.open.start === undefined;
  if (!inCell) {
    close(reading);
    const isItem = node.tagName === 'li' && list !== undefined;
    const item = isItem
      ? { list: list.index, ordered: list.ordered, number: list.next, level: list.level }
      : undefined;
    if (isItem) list.next += 1;
    reading.open = openBlock(
      node.tagName as HtmlBlock['tag'],
      context.place,
      idOf(node, context.place),
      item,
    );
  }
  for (const child of node.children) read(child, context, reading);
  if (node.tagName === 'p' || textual.has(node.tagName)) close(reading);
}

function openBlock(
  tag: HtmlBlock['tag'],
  place: HtmlPlace,
  id: string,
  item?: HtmlBlock['item'],
): OpenBlock {
  return {
    collector: new TextCollector(),
    tag,
    place,
    id,
    item,
    cells: [],
    header: true,
    start: undefined,
    end: 0,
    linked: 0,
  };
}

function idOf(node: Element, { parent }: HtmlPlace): string {
  const { id } = node.properties;
  if (typeof id === 'string') return id;
  const inner = node.children.find(
    (child) => child.type === 'element' && typeof child.properties['id'] === 'string',
  );
  if (inner?.type === 'element') return String(inner.properties['id']);
  return parent?.tag === 'section' && !parent.names.includes(' ') ? parent.names : '';
}

function readInline(node: Element, context: Context, reading: Reading): void {
  const before = reading.open?.collector.length ?? 0;
  if (node.tagName === 'br') addSpace(reading, node);
  const isCell = node.tagName === 'td' || node.tagName === 'th';
  if (isCell) addSpace(reading, node);
  for (const child of node.children) read(child, context, reading);
  const { open } = reading;
  if (open === undefined) return;
  const start = Math.min(before, open.collector.length);
  if (node.tagName === 'a') open.linked += open.collector.length - start;
  if (node.tagName === 'b' || node.tagName === 'strong') open.collector.mark('strong', start);
  if (node.tagName === 'i' || node.tagName === 'em' || node.tagName === 'dfn')
    open.collector.mark('emphasis', start);
  if (node.tagName === 'code') open.collector.mark('code', start);
  if (isCell) {
    open.cells.push(textOf(node).replaceAll(/\s+/g, ' ').trim());
    if (node.tagName === 'td') open.header = false;
  }
}

function addSpace({ open }: Reading, node: Element): void {
  open?.collector.add(' ', node.position?.start.offset ?? open.end);
}

function addText(node: Text, { place }: Context, reading: Reading): void {
  if (reading.open === undefined) {
    if (node.value.trim() === '') return;
    reading.open = openBlock('p', place, '');
  }
  const { open, source } = reading;
  const start = node.position?.start.offset ?? open.end;
  const end = node.position?.end.offset ?? start;
  if (node.value.trim() !== '') open.start ??= start;
  open.end = Math.max(open.end, end);
  if (source.slice(start, end) === node.value) open.collector.addSlice(source, { start, end });
  else addDecoded(node.value, { source, start, end }, open.collector);
}

function close(reading: Reading): void {
  const { open } = reading;
  reading.open = undefined;
  if (open === undefined || open.start === undefined) return;
  const { collector, start, end, tag, place, id, item, cells, header, linked } = open;
  const mapped = collector.finish(start);
  if (mapped.text === '') return;
  const block = {
    ...mapped,
    tag,
    place,
    id,
    start,
    end,
    linked,
    cells,
    header: header && cells.length > 0,
  };
  reading.blocks.push(item === undefined ? block : { ...block, item });
}

function readHead(head: Element, reading: Reading): void {
  for (const child of head.children) {
    if (child.type !== 'element') continue;
    if (child.tagName === 'title') reading.title = textOf(child).replaceAll(/\s+/g, ' ').trim();
    const { name, property, content } = child.properties;
    const key =
      typeof name === 'string' ? name : Array.isArray(property) ? property.join(' ') : property;
    if (child.tagName === 'meta' && typeof key === 'string' && typeof content === 'string')
      reading.meta.set(key.toLowerCase(), content.replaceAll(/\s+/g, ' ').trim());
  }
}
