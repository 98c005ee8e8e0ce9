import type { CardDraft } from '../model/draft.ts';
import type { Span } from '../model/problem.ts';
import type { Passage, Source } from '../model/source.ts';
import { cardMarkdown } from './card-markdown.ts';
import { draftFrom } from './draft.ts';
import { roleOf } from './question-heading.ts';
import type { Rule } from './rule.ts';
import { sentencesOf } from './sentence.ts';
import { countWords } from './words.ts';

/** `**Why does it rain?** Because …`, the same over two paragraphs, and `Q: … A: …`: lists of questions people ask. */
export const boldQuestion: Rule = {
  id: 'bold-question',
  draft: (source) =>
    source.passages.flatMap((passage, index) => {
      if (passage.region !== 'body' || (passage.kind !== 'paragraph' && passage.kind !== 'item'))
        return [];
      const asked = questionIn(passage);
      return asked === undefined ? [] : draftOf(source, passage, asked, source.passages[index + 1]);
    }),
};

const longest = 300;

/** The question that a paragraph begins with, where it is set apart. */
function questionIn({ text, marks }: Passage): Span | undefined {
  const strong = marks.find(({ kind, start }) => kind === 'strong' && start === 0);
  if (
    strong !== undefined &&
    strong.end <= longest &&
    text.slice(0, strong.end).trimEnd().endsWith('?')
  )
    return { start: 0, end: text.slice(0, strong.end).trimEnd().length };
  const label = /^(?:Q|Question)(?: ?\d{1,3})?[:.] (?=\S)/.exec(text)?.[0];
  const end = label === undefined ? -1 : text.slice(0, longest).indexOf('?');
  return label === undefined || end === -1 ? undefined : { start: label.length, end: end + 1 };
}

function draftOf(
  source: Source,
  passage: Passage,
  asked: Span,
  next: Passage | undefined,
): CardDraft[] {
  const question = passage.text.slice(asked.start, asked.end);
  if (
    countWords(question) < 3 ||
    /^(?:is|are|do|does|did|can|could|will|would|should|has|have|was|were)\b/i.test(question)
  )
    return [];
  const here = leadOf(passage, asked.end);
  const there =
    here === undefined &&
    next?.kind === 'paragraph' &&
    next.region === 'body' &&
    questionIn(next) === undefined
      ? leadOf(next, 0)
      : undefined;
  const answer = here === undefined ? next : passage;
  const from = here ?? there;
  if (answer === undefined || from === undefined) return [];
  return [
    draftFrom(source, answer, {
      rule: boldQuestion.id,
      slot: 'lead',
      role: roleOf({ text: question }),
      content: {
        kind: 'basic',
        question: cardMarkdown({ text: question, marks: [] }, { start: 0, end: question.length }),
        answer: cardMarkdown(answer, from),
      },
      from,
      score: 0.8,
    }),
  ];
}

/** The first sentence behind an offset that answers: not one that ends in a colon or asks. */
function leadOf(passage: Passage, after: number): Span | undefined {
  const found = sentencesOf(passage).find(({ end }) => end > after + 1);
  if (found === undefined || /[:?]$/.test(found.text)) return undefined;
  const label =
    /^\s*(?:A|Answer)(?: ?\d{1,3})?[:.] /.exec(
      passage.text.slice(Math.max(found.start, after)),
    )?.[0] ?? '';
  let start = Math.max(found.start, after) + label.length;
  while (passage.text[start] === ' ') start += 1;
  return countWords(passage.text.slice(start, found.end)) < 2
    ? undefined
    : { start, end: found.end };
}
