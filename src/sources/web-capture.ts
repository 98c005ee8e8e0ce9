import { documentSpan } from '../markdown/mapped-text.ts';
import type { Passage, Source } from '../model/source.ts';
import { linesOf } from './line.ts';
import { markdownReader } from './markdown.ts';
import { plainTextReader } from './plain-text.ts';
import type { SourceReader } from './reader.ts';
import { findRegions } from './regions.ts';
import { titleFromPath } from './title.ts';
import { type EmbeddedArticle, embeddedArticle, onlyWithin } from './web-capture-article.ts';
import { readPageText } from './web-capture-page.ts';

/** Enough to tell what a document is. */
const sample = 200_000;

/**
 * The text of a page as it was captured, with its furniture: around an embedded Markdown article, of
 * which, with the page's summary, the body is made; or around prose that ends at its credits.
 */
export const webCaptureReader: SourceReader = {
  kind: 'web-capture',
  detect: (text) => {
    const head = text.slice(0, sample);
    if (embeddedArticle(head) !== undefined) return 0.95;
    return pageSigns(head);
  },
  read: (text, path) => {
    const article = embeddedArticle(text);
    return article === undefined ? readPageText(text, path) : readCapture(text, path, article);
  },
};

/** A doubled title, credits, and lines of furniture are signs of a page; one alone is none. */
function pageSigns(text: string): number {
  const lines = linesOf(text).flatMap(({ text: line }) =>
    line.trim() === '' ? [] : [line.trim()],
  );
  const doubled = lines[0] !== undefined && lines[0] === lines[1];
  const furniture = findRegions(lines).filter((region) => region === 'furniture').length;
  const share = furniture / Math.max(1, lines.length);
  const many = furniture >= 3 && share >= 0.08;
  if (doubled && many) return 0.85;
  return many && share >= 0.3 && lines.length >= 20 ? 0.5 : 0.1;
}

/** A paragraph of so many words begins the article; a title, names and counters stand before it. */
const firstWords = 12;

function readCapture(text: string, path: string, article: EmbeddedArticle): Source {
  const inside = markdownReader.read(onlyWithin(text, article), path);
  const begins = inside.passages.findIndex(
    (passage) => passage.kind === 'paragraph' && passage.text.split(' ').length >= firstWords,
  );
  const front = inside.passages.slice(0, Math.max(0, begins));
  const title = articleTitle(text, front) ?? titleFromPath(path);
  const author = front.find(isByline)?.text;
  const regions = findRegions(inside.passages.map((passage) => passage.text));
  const body = finished(inside.passages, article).map((passage, index) => {
    const isFront = index < begins && passage.kind !== 'heading';
    const region = regions[index] === 'furniture' || isFront ? 'furniture' : passage.region;
    const headings = passage.headings.filter(
      (heading) => heading === title || front.every(({ text: name }) => name !== heading),
    );
    return placed(passage, { region, headings, speaker: author });
  });
  const around = [
    ...pagePassages(text, path, { start: 0, end: article.start }),
    ...body,
    ...pagePassages(text, path, { start: article.end, end: text.length }),
  ];
  return {
    path,
    kind: 'web-capture',
    title,
    ...(author === undefined ? {} : { author }),
    text,
    passages: around,
  };
}

/** The last heading of the first rank before the article; one that only links to its site is the site's name. */
function articleTitle(text: string, front: readonly Passage[]): string | undefined {
  const titles = front.filter((passage) => passage.kind === 'heading' && passage.depth === 1);
  const own = titles.filter(
    ({ span }) => !/^# \[[^\]]*\]\(https?:\/\/[^/)]+\/?\)/.test(text.slice(span.start, span.end)),
  );
  return (own.at(-1) ?? titles[0])?.text;
}

function isByline({ kind, text }: Passage): boolean {
  return (
    kind === 'paragraph' && /^(?:by )?\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,3}$/u.test(text)
  );
}

/** Without the sentence that the capture cuts off. */
function finished(
  passages: readonly Passage[],
  { truncated }: EmbeddedArticle,
): readonly Passage[] {
  const last = passages.at(-1);
  if (!truncated || last === undefined || /[.!?]["”’)]*$/.test(last.text)) return passages;
  const end = /^[\s\S]*[.!?]["”’)]*(?=\s)/.exec(last.text)?.[0].length ?? 0;
  if (end === 0 || last.kind === 'row') return passages.slice(0, -1);
  const marks = last.marks.filter((mark) => mark.end <= end);
  const cut = {
    ...last,
    text: last.text.slice(0, end),
    marks,
    span: documentSpan(last, { start: 0, end }),
  };
  return [...passages.slice(0, -1), cut];
}

const summary = /^(?:summary|abstract|overview|tl;?dr|in brief|synopsis)$/i;

/** The first short line of a page that is a name and no menu. */
function siteOf(page: string): string | undefined {
  const lines = linesOf(page.slice(0, 2000)).map(({ text }) => text.trim());
  const regions = findRegions(lines);
  return lines.find(
    (line, index) => regions[index] === 'body' && /^\p{Lu}\S+(?: \S+){1,4}$/u.test(line),
  );
}

/** What stands around the article. Only the page's summary says something of it. */
function pagePassages(text: string, path: string, span: { start: number; end: number }): Passage[] {
  if (text.slice(span.start, span.end).trim() === '') return [];
  const { passages } = plainTextReader.read(onlyWithin(text, span), path);
  const site = siteOf(text.slice(span.start, span.end));
  let below = '';
  const speaker = site ?? 'the page around the article';
  return passages.map((passage) => {
    if (passage.kind === 'heading') below = passage.text;
    const isSummary = passage.kind === 'paragraph' && summary.test(below);
    return placed(passage, { region: isSummary ? 'body' : 'furniture', headings: [], speaker });
  });
}

function placed(
  passage: Passage,
  {
    speaker,
    ...place
  }: Pick<Passage, 'region' | 'headings'> & { readonly speaker: string | undefined },
): Passage {
  return { ...passage, ...place, ...(speaker === undefined ? {} : { speaker }) };
}
