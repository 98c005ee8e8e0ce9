import type { Span } from '../model/problem.ts';
import { type Line, linesOf } from './line.ts';
import { findRegions } from './regions.ts';

/** The Markdown article that a capture of a page holds. */
export interface EmbeddedArticle extends Span {
  /** The capture ends before the article does. */
  readonly truncated: boolean;
}

const fetchHeader =
  /^(?:HTTP(?:\/[\d.]+)?[ :]?\d{3}|fetched\b|cached (?:content|page|copy)|(?:source )?url:|retrieved\b|markdown content:)/i;
const truncation = /^\s*(?:\.{3}|…)?\s*[[(]?\s*(?:truncated|content truncated|cut off)\b/i;
const tail = /^(?:(?:resource|stable|page) id\b|cited by \d+ pages?\b|page ?type ?quality)/i;
/** Lines before an article that are its page's, at least. */
const leastLines = 3;

/** Finds Markdown that begins with a heading of the first rank behind lines of a page; undefined where there is none. */
export function embeddedArticle(text: string): EmbeddedArticle | undefined {
  const lines = linesOf(text);
  const first = lines.findIndex(({ text: line }) => /^#{1,2} \S/.test(line));
  if (first === -1 || !isPageHead(lines.slice(0, first))) return undefined;
  const last = lines.findIndex(
    ({ text: line }, index) => index > first && (truncation.test(line) || tail.test(line)),
  );
  const ending = lines[last];
  const start = lines[first]?.start ?? 0;
  const end = ending?.start ?? text.length;
  if (!/\]\(|^#{1,6} |\*\*/m.test(text.slice(start + 1, end))) return undefined;
  const cut = ending !== undefined && truncation.test(ending.text);
  return { start, end, truncated: cut };
}

function isPageHead(lines: readonly Line[]): boolean {
  const texts = lines.map(({ text }) => text.trim()).filter((text) => text !== '');
  if (texts.length < leastLines || texts.some((text) => /^(?:```|~~~|---$)/.test(text)))
    return false;
  const close = texts.slice(-5);
  if (close.some((text) => fetchHeader.test(text))) return true;
  return findRegions(texts).filter((region) => region === 'furniture').length >= leastLines;
}

/** A text with all but one stretch blanked, so that offsets stay what they are. */
export function onlyWithin(text: string, { start, end }: Span): string {
  return blanked(text.slice(0, start)) + text.slice(start, end) + blanked(text.slice(end));
}

function blanked(part: string): string {
  return part.replaceAll(/[^\r\n]/g, ' ');
}
