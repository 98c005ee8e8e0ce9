import type { ExportRecord } from '../../exchange/anki/records.ts';
import type { Card, CardId, Hole } from '../../model/card.ts';

const said = 'This card was taken back by its authors.';
const advice = 'Delete or suspend it.';

/** What goes out in place of a card whose text is gone: a note of the same kind that says so. */
export function withdrawnCard(record: ExportRecord): Card {
  const place = { file: '', line: 1, column: 1 };
  const base = {
    id: record.id as CardId,
    idWritten: true,
    deck: record.deck,
    topics: [],
    tags: [],
    sources: [],
    note: '',
    typed: record.typed,
    off: [],
    place,
    span: { start: 0, end: 0 },
  };
  switch (record.kind) {
    case 'basic':
      return { ...base, kind: 'basic', question: said, answer: advice };
    case 'term':
      return { ...base, kind: 'term', term: said, definition: advice };
    case 'cloze':
      return { ...base, kind: 'cloze', ...gaps(Object.values(record.ords)) };
    case 'list': {
      const items = Object.keys(record.ords).map(() => advice);
      return { ...base, kind: 'list', question: said, items };
    }
  }
}

/** A gap for every card that Anki has. */
function gaps(ords: readonly number[]): { readonly text: string; readonly holes: readonly Hole[] } {
  const holes: Hole[] = [];
  let text = said;
  for (const ord of [...ords].sort((a, b) => a - b)) {
    const start = text.length + 1;
    text += ` {{c${ord + 1}::${advice}}}`;
    holes.push({ number: ord + 1, text: advice, span: { start, end: text.length } });
  }
  return { text, holes };
}
