import { type HtmlBlock, htmlDocument, type HtmlDocument } from '../markdown/html-document.ts';
import { htmlHazardOf } from '../markdown/html-hazard.ts';
import { TenetError } from '../model/problem.ts';
import type { Passage, Region, Source } from '../model/source.ts';
import { articleRegions } from './html-article.ts';
import type { SourceReader } from './reader.ts';
import { titleFromPath } from './title.ts';

/** A saved web page: its article is the body, everything around it furniture. */
export const htmlReader: SourceReader = {
  kind: 'html',
  detect: (text, path) => {
    const head = text.slice(0, 5000);
    if (/^\s*(?:<!--[\s\S]{0,2000}?-->\s*)?<(?:!doctype html|html|\?xml)[\s>]/i.test(head))
      return 1;
    const tags =
      head.match(/<\/?(?:p|div|span|h[1-6]|ul|li|a|body|article|section|table)[\s>]/gi)?.length ??
      0;
    if (/\.x?html?$/i.test(path)) return tags > 0 ? 1 : 0.9;
    return tags * 60 > head.length ? 0.7 : 0;
  },
  read: readHtml,
};

function readHtml(text: string, path: string): Source {
  const hazard = htmlHazardOf(text);
  if (hazard !== undefined)
    throw new TenetError(`${path}:${hazard.line}:${hazard.column} ${hazard.message}.`, {
      hint: 'tenet does not parse such pages: it would take very long. Save the article alone, or as text.',
    });
  const page = htmlDocument(text);
  if (page.blocks.length === 0)
    throw new TenetError(`${path} shows no text without running its scripts.`, {
      hint: 'Save the page from a browser once it is shown, or copy its text into a .txt file.',
    });
  const regions = articleRegions(page.blocks);
  const title = titleOf(page, regions) ?? titleFromPath(path);
  const author = authorOf(page);
  return {
    path,
    kind: 'html',
    title,
    ...(author === undefined ? {} : { author }),
    text,
    passages: passagesOf(page.blocks, regions),
  };
}

/** The first heading of the article, else the page's own title without the site's name. */
function titleOf(
  { blocks, meta, title }: HtmlDocument,
  regions: readonly Region[],
): string | undefined {
  const heading =
    blocks.find(({ tag }, index) => tag === 'h1' && regions[index] === 'body') ??
    blocks.find(({ tag }) => tag === 'h1');
  const site = meta.get('og:site_name');
  const parts = (meta.get('og:title') ?? title).split(/\s+(?:[|·–—»-])\s+/);
  const named = parts.filter((part) => part !== site);
  const own = named.toSorted((a, b) => b.length - a.length)[0];
  return [heading?.text, own].find((found) => found !== undefined && found !== '');
}

function authorOf({ blocks, meta }: HtmlDocument): string | undefined {
  const named = ['author', 'article:author', 'dc.creator', 'citation_author', 'parsely-author']
    .map((key) => meta.get(key))
    .find((value) => value !== undefined && value !== '' && !/^https?:|^@/.test(value));
  if (named !== undefined) return named;
  const byline = blocks
    .map(
      ({ text }) =>
        /^(?:written |posted )?by (\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,3})(?=$|[\s,|·•])/iu.exec(
          text,
        )?.[1],
    )
    .find((name) => name !== undefined && /^\p{Lu}/u.test(name));
  return byline;
}

function passagesOf(blocks: readonly HtmlBlock[], regions: readonly Region[]): Passage[] {
  const passages: Passage[] = [];
  let open: { readonly depth: number; readonly text: string; readonly id: string }[] = [];
  let header: readonly string[] = [];
  let term: HtmlBlock | undefined;
  for (const [index, block] of blocks.entries()) {
    const depth = Number(/^h([1-6])$/.exec(block.tag)?.[1] ?? 0);
    const region = regions[index] ?? 'body';
    if (depth > 0 && region === 'body') open = open.filter((heading) => heading.depth < depth);
    const base = {
      span: { start: block.start, end: block.end },
      headings: open.map((heading) => heading.text),
      fragment: depth > 0 ? block.id : (open.at(-1)?.id ?? ''),
      region,
      text: block.text,
      steps: block.steps,
      marks: block.marks,
      citations: [],
    };
    if (block.tag !== 'dd' && block.tag !== 'dt') term = undefined;
    if (depth > 0) {
      passages.push({ ...base, kind: 'heading', depth });
      if (region === 'body') open.push({ depth, text: block.text, id: block.id });
    } else if (block.tag === 'dt') term = block;
    else if (block.tag === 'dd' && term !== undefined)
      passages.push({ ...base, kind: 'definition', term: term.text, definition: block.text });
    else if (block.tag === 'tr') {
      if (block.header) header = block.cells;
      else passages.push({ ...base, kind: 'row', header, cells: block.cells });
    } else if (block.item !== undefined) passages.push({ ...base, kind: 'item', ...block.item });
    else passages.push({ ...base, kind: 'paragraph' });
    if (block.tag !== 'tr') header = [];
  }
  return passages;
}
