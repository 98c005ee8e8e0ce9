import type { CardDraft } from '../../src/model/draft.ts';
import type { Passage, Source } from '../../src/model/source.ts';
import type { Rule } from '../../src/generate/rule.ts';

/** A paragraph or an item as a reader would give it, with `*emphasis*` and `**strong**` read. */
export function passageOf(text: string, more: Partial<Passage> = {}): Passage {
  const marks: Passage['marks'][number][] = [];
  let plain = '';
  let rest = text;
  for (let found = /\*\*(.+?)\*\*|\*(.+?)\*/.exec(rest); found !== null;) {
    plain += rest.slice(0, found.index);
    const inner = found[1] ?? found[2] ?? '';
    const kind = found[1] === undefined ? 'emphasis' : 'strong';
    marks.push({ kind, start: plain.length, end: plain.length + inner.length });
    plain += inner;
    rest = rest.slice(found.index + found[0].length);
    found = /\*\*(.+?)\*\*|\*(.+?)\*/.exec(rest);
  }
  plain += rest;
  const base = {
    kind: 'paragraph' as const,
    span: { start: 0, end: plain.length },
    headings: [],
    fragment: '',
    region: 'body' as const,
    text: plain,
    steps: [{ text: 0, document: 0 }],
    marks,
    citations: [],
  };
  return { ...base, ...more } as Passage;
}

export function heading(text: string, depth = 2): Passage {
  return passageOf(text, { kind: 'heading', depth } as Partial<Passage>);
}

export function items(texts: readonly string[], list = 0, ordered = true): Passage[] {
  return texts.map((text, index) =>
    passageOf(text, {
      kind: 'item',
      ordered,
      number: index + 1,
      list,
      level: 1,
    } as Partial<Passage>),
  );
}

export function documentOf(passages: readonly Passage[], more: Partial<Source> = {}): Source {
  const text = passages.map((passage) => passage.text).join('\n');
  return { path: 'docs/a.md', kind: 'markdown', title: 'A document', text, passages, ...more };
}

/** What a rule makes of passages, as short texts: `question → answer`. */
export function cards(
  rule: Rule,
  passages: readonly Passage[],
  more: Partial<Source> = {},
): string[] {
  return rule.draft(documentOf(passages, more)).map(shortly);
}

function shortly({ content }: CardDraft): string {
  switch (content.kind) {
    case 'basic':
      return `${content.question} → ${content.answer}`;
    case 'term':
      return `${content.term} = ${content.definition}`;
    case 'list':
      return `${content.question} → ${content.items.join(' | ')}`;
    case 'cloze':
      return content.text;
  }
}
