import { fencesOf } from '../../deck/fences.ts';
import { readFrontMatter } from '../../deck/front-matter.ts';
import { type Lines, linesOf, lineText, startOf } from '../../deck/lines.ts';
import { createSlugger, withoutOwnSlug } from '../../markdown/slug.ts';
import type { ChapterOutline, SectionOutline } from '../../store/chapters.ts';
import { plainWords } from '../review/card.ts';

interface HeadingLine {
  readonly depth: number;
  readonly text: string;
  readonly fragment: string;
  readonly start: number;
}

/** A section while its headings are found. */
interface OpenSection {
  readonly title: string;
  readonly key: string;
  readonly start: number;
  readonly cited: string[];
}

/**
 * What a Markdown chapter consists of: its `##` sections, or the whole of it where there are none. What
 * stands before the first one belongs to that. Only lines are looked at, for this happens whenever a
 * chapter has changed, before anything is asked; whoever reads a section has it parsed.
 */
export function outlineOf(text: string, document: string): ChapterOutline {
  const lines = linesOf(text);
  const { title, tags, end } = readFrontMatter(lines, document);
  const headings = headingsOf(lines, end);
  const first = headings[0];
  const named = title ?? (first?.depth === 1 ? first.text : undefined) ?? nameOf(document);
  const start = startOf(lines, end);
  return { title: named, tags, sections: sectionsOf({ text, document, start, named }, headings) };
}

const headingLine = /^ {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$/;

function headingsOf(lines: Lines, from: number): readonly HeadingLine[] {
  const fences = fencesOf(lines);
  const slug = createSlugger();
  const headings: HeadingLine[] = [];
  for (let line = from; line < lines.count; line += 1) {
    const [, marks, written] = headingLine.exec(lineText(lines, line)) ?? [];
    if (marks === undefined || written === undefined || fences.hides(line)) continue;
    const words = plainWords(written.replaceAll(footnoteMark, ''));
    headings.push({
      depth: marks.length,
      text: withoutOwnSlug(words),
      fragment: slug(words),
      start: startOf(lines, line),
    });
  }
  return headings;
}

interface Chapter {
  readonly text: string;
  readonly document: string;
  readonly start: number;
  readonly named: string;
}

function sectionsOf(
  { text, document, start, named }: Chapter,
  headings: readonly HeadingLine[],
): readonly SectionOutline[] {
  const link = linkOf(document);
  const sections: OpenSection[] = [];
  let before = [link];
  for (const { depth, text: title, fragment, start: at } of headings) {
    const key = `${link}#${fragment}`;
    const open = sections.at(-1);
    if (depth === 2) {
      sections.push({
        title,
        key,
        start: open === undefined ? start : at,
        cited: [...before, key],
      });
      before = [];
    } else if (open === undefined) before.push(key);
    else open.cited.push(key);
  }
  if (sections.length === 0)
    sections.push({ title: named, key: before[1] ?? link, start, cited: before });
  return sections.map((section, index) => {
    const end = sections[index + 1]?.start ?? text.length;
    return Object.assign({}, section, { end, words: countWords(text.slice(section.start, end)) });
  });
}

/** A document as the links of cards write it. */
function linkOf(document: string): string {
  return document.replaceAll(/[#%?]/g, encodeURIComponent);
}

function nameOf(document: string): string {
  return document.replace(/^.*\//, '').replace(/\.md$/, '');
}

const footnoteMark = /\[\^[^\]\s]+\](?!:)/g;
/** A footnote's text: its first line, and the indented ones below. */
const footnoteText = /^ {0,3}\[\^[^\]\s]+\]:.*(?:\r?\n(?:[ \t]+\S.*|[ \t]*(?=\r?\n[ \t]{4})))*/gm;

/** The text of a section without what its footnotes say. */
export function withoutFootnotes(text: string): string {
  return text.replaceAll(footnoteText, '').trim();
}

function countWords(text: string): number {
  const read = withoutFootnotes(text)
    .replaceAll(footnoteMark, '')
    .replaceAll(/\]\([^)]*\)/g, '');
  return read.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.,-]*/gu)?.length ?? 0;
}
