import type { CardDraft } from '../model/draft.ts';
import type { Passage, Source } from '../model/source.ts';
import { cardMarkdown } from './card-markdown.ts';
import { draftFrom } from './draft.ts';
import { asksItself } from './prose.ts';
import type { Rule } from './rule.ts';
import { countWords, loweringFor, type Lowering } from './words.ts';

/** A row of a table with headers: what the second column says of the first. */
export const tableRow: Rule = {
  id: 'table-row',
  draft: (source) => {
    if (asksItself(source)) return [];
    const lower = loweringFor(source);
    return source.passages.flatMap((passage) =>
      passage.kind === 'row' && passage.region === 'body' ? draftsOf(source, passage, lower) : [],
    );
  },
};

type RowPassage = Extract<Passage, { readonly kind: 'row' }>;

const mostColumns = 5;

function draftsOf(source: Source, passage: RowPassage, lower: Lowering): CardDraft[] {
  const { header, cells } = passage;
  const [subject = ''] = cells;
  if (header.length !== cells.length || cells.length < 2 || cells.length > mostColumns) return [];
  if (!isName(subject) || !isName(header[0] ?? '')) return [];
  return cells.slice(1).flatMap((cell, index) => {
    const column = header[index + 1] ?? '';
    const from = passage.text.lastIndexOf(cell);
    if (!isName(column) || cell === '' || countWords(cell) > 20 || from === -1) return [];
    return draftFrom(source, passage, {
      rule: tableRow.id,
      slot: `column-${index + 2}`,
      role: 'fact',
      content: {
        kind: 'basic',
        question: `What is the ${plain(lower(column))} of ${plain(subject)}, according to the table in “${source.title}”?`,
        answer: plain(cell),
      },
      from: { start: 0, end: passage.text.length },
      score: 0.5,
    });
  });
}

function plain(text: string): string {
  return cardMarkdown({ text, marks: [] }, { start: 0, end: text.length });
}

/** A few words, and no number. */
function isName(text: string): boolean {
  return /\p{L}{2}/u.test(text) && countWords(text) <= 6 && !/[.?!;]$/.test(text);
}
