import type { CardDraft } from '../model/draft.ts';
import type { Passage, Source } from '../model/source.ts';
import { cardMarkdown } from './card-markdown.ts';
import { draftFrom } from './draft.ts';
import { nameOf } from './list-groups.ts';
import type { Rule } from './rule.ts';
import { sentencesOf } from './sentence.ts';
import { countWords } from './words.ts';

/** `**Term** — what it means`, `term: …` in bold, and definition lists: a card for each direction. */
export const termList: Rule = {
  id: 'term-list',
  draft: (source) =>
    source.passages.flatMap((passage) => {
      if (passage.region !== 'body') return [];
      const draft = draftOf(source, passage);
      return draft === undefined ? [] : [draft];
    }),
};

function draftOf(source: Source, passage: Passage): CardDraft | undefined {
  const entry = entryOf(passage);
  if (entry === undefined || !isTerm(entry.term)) return undefined;
  const from = meaning(passage, entry.start);
  if (from === undefined) return undefined;
  return draftFrom(source, passage, {
    rule: termList.id,
    slot: 'term',
    role: 'definition',
    content: {
      kind: 'term',
      term: cardMarkdown({ text: entry.term, marks: [] }, { start: 0, end: entry.term.length }),
      definition: cardMarkdown(passage, from),
    },
    from,
    score: 0.9,
  });
}

function entryOf(passage: Passage): { term: string; start: number } | undefined {
  if (passage.kind === 'definition')
    return { term: passage.term, start: passage.text.length - passage.definition.length };
  if (passage.kind !== 'item' && passage.kind !== 'paragraph') return undefined;
  const name = nameOf(passage);
  if (name === undefined || name.form === 'bold') return undefined;
  // A paragraph may begin with a name and a dash for other reasons; bold type makes it an entry.
  const bold = passage.marks.some((mark) => mark.kind === 'strong' && mark.start === 0);
  return passage.kind === 'item' || bold ? { term: name.name, start: name.explanation } : undefined;
}

const labels =
  /^(?:note|notes|warning|tip|hint|important|example|caution|claim|because|objection|response|update|todo|step \d+|\d+)$/i;

function isTerm(term: string): boolean {
  return countWords(term) <= 6 && !labels.test(term) && !/[.!?;"“]/.test(term);
}

/** The whole explanation where it is short, else its first sentence. */
function meaning(passage: Passage, start: number): { start: number; end: number } | undefined {
  const whole = passage.text.slice(start);
  if (countWords(whole) < 3) return undefined;
  if (countWords(whole) <= 30) return { start, end: passage.text.length };
  const first = sentencesOf(passage).find((sentence) => sentence.end > start + 1);
  return first === undefined ? undefined : { start, end: first.end };
}
