import type { Span } from '../model/problem.ts';
import type { Passage } from '../model/source.ts';
import { cardMarkdown } from './card-markdown.ts';

/** A stretch of a passage as the text of a cloze; undefined where its own brackets would be taken for holes. */
export function clozeText(
  passage: Passage,
  span: Span,
  holes: readonly Span[],
): string | undefined {
  if (/[[\]{}\\]/.test(passage.text.slice(span.start, span.end))) return undefined;
  let text = '';
  let at = span.start;
  for (const hole of holes) {
    text += `${cardMarkdown(passage, { start: at, end: hole.start })}[${cardMarkdown(passage, hole)}]`;
    at = hole.end;
  }
  return text + cardMarkdown(passage, { start: at, end: span.end });
}
