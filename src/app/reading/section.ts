import path from 'node:path';
import { footnotesOf, type FootnoteLink } from '../../markdown/footnotes.ts';
import { parseMarkdown } from '../../markdown/parse.ts';
import { TenetError } from '../../model/problem.ts';
import type { SectionOutline } from '../../store/chapters.ts';
import type { Collection } from '../collection/collection.ts';
import { readTextFile } from '../files.ts';
import { outlineOf, withoutFootnotes } from './outline.ts';
import type { Footnote, FootnoteSource } from './view.ts';
import { plainWords } from '../review/card.ts';
import { originalDetails } from '../documents/source-details.ts';
import { isRemote, SourceDocuments } from '../documents/source-documents.ts';

/** What a section says. */
export interface SectionText {
  /** Without its heading; calls of footnotes are numbered from 1. */
  readonly markdown: string;
  readonly footnotes: readonly Footnote[];
}

/**
 * A section as its chapter's file has it now, with the footnotes that it calls. Throws `TenetError` where
 * the file cannot be read or has no such section any more.
 */
export function readSectionText(
  { root }: Pick<Collection, 'root'>,
  document: string,
  key: string,
): SectionText {
  const text = readTextFile(path.join(root, document));
  const section = outlineOf(text, document).sections.find((each) => each.key === key);
  if (section === undefined)
    throw new TenetError(`the section ${key} is gone`, {
      hint: 'The chapter was changed meanwhile: go back to the list of chapters.',
    });
  const numbers = new Map<string, number>();
  const markdown = bodyOf(text, section).replaceAll(/\[\^([^\]\s]+)\]/g, (_, label: string) => {
    const number = numbers.get(label) ?? numbers.size + 1;
    numbers.set(label, number);
    return `[^${number}]`;
  });
  return { markdown, footnotes: footnotesIn(text, numbers, sourcesAt(root, document)) };
}

const chapterHeading = /^ {0,3}#[ \t]+.*$/m;
const sectionHeading = /^ {0,3}##[ \t]+.*$/m;

/** The headings of the chapter and of the section stand above the page. */
function bodyOf(text: string, { start, end }: SectionOutline): string {
  const section = withoutFootnotes(text.slice(start, end));
  const heading = sectionHeading.exec(section);
  if (heading === null) return section.replace(chapterHeading, '').trim();
  const before = section.slice(0, heading.index).replace(chapterHeading, '').trim();
  const after = section.slice(heading.index + heading[0].length).trim();
  return `${before}\n\n${after}`.trim();
}

function footnotesIn(
  text: string,
  numbers: ReadonlyMap<string, number>,
  sourceOf: (link: FootnoteLink) => FootnoteSource,
): readonly Footnote[] {
  const links = footnotesOf(parseMarkdown(text), text);
  return [...numbers].map(([label, number]) => ({
    number,
    text: wordsBesideLinks(text, label),
    sources: (links.get(label.toLowerCase()) ?? []).map(sourceOf),
  }));
}

const linkWithAnchor = /\[[^\]]*\]\([^)]*\)\s*(?:["“][^"”]*["”])?[;,.]?/g;

/** What a footnote says besides what it links. */
function wordsBesideLinks(text: string, label: string): string {
  const at = text.indexOf(`\n[^${label}]:`);
  if (at === -1) return '';
  const line = text.slice(text.indexOf(':', at) + 1).split('\n', 1)[0] ?? '';
  return plainWords(line.replaceAll(linkWithAnchor, ''));
}

/** Finds what the list of originals says of the links of one document; that list is read once. */
function sourcesAt(root: string, document: string): (link: FootnoteLink) => FootnoteSource {
  const documents = new SourceDocuments({ root });
  return ({ title: label, target, anchor = '' }) => {
    const listed = isRemote(target) ? null : listedOriginal(documents, document, target);
    if (listed !== null) return { label, anchor, ...listed };
    return { label, anchor, title: '', details: target };
  };
}

function listedOriginal(documents: SourceDocuments, document: string, target: string) {
  try {
    const { document: list, span } = documents.section(document, target);
    return originalDetails(list.text.slice(span.start, span.end));
  } catch (failure) {
    if (failure instanceof TenetError) return null;
    throw failure;
  }
}
