import type { CardDraft } from '../../model/draft.ts';
import type { Passage, Source } from '../../model/source.ts';
import { cardMarkdown } from '../card-markdown.ts';
import { draftFrom } from '../draft.ts';
import { roleOf } from '../question-heading.ts';
import { namesIn, trueCase } from './casing.ts';
import { exchangesOf, rolesIn } from './exchanges.ts';
import { bestSpan, stem } from './spoken-answer.ts';
import { spokenConditions } from './spoken-conditions.ts';
import { spokenDefinitions } from './spoken-definitions.ts';
import { spokenPatterns } from './spoken-patterns.ts';
import { spokenQuestion } from './spoken-question.ts';
import { loadTagger, type Tagger } from './tagger.ts';

/** Fewer ends of sentences than this to a word, and a talk was written down without punctuation. */
const fewestEnds = 1 / 200;

/** Whether a document is a talk without punctuation, which the rules cannot read. */
export function isUnpunctuatedTalk({ kind, passages }: Source): boolean {
  if (kind !== 'transcript' && kind !== 'subtitles') return false;
  let words = 0;
  let ends = 0;
  for (const { text } of passages) {
    words += text.split(' ').length;
    ends += text.match(/[.?!](?=\s|$)/g)?.length ?? 0;
  }
  return words > 100 && ends < words * fewestEnds;
}

/** What is asked and answered in such a talk, as drafts for a person to look over: none is sure. */
export async function draftTalk(source: Source, signal?: AbortSignal): Promise<CardDraft[]> {
  const roles = rolesIn(source);
  if (roles === undefined) return [];
  const tag = await loadTagger();
  const talk = {
    source,
    guest: roles.guest,
    names: [roles.guest, roles.host, ...namesIn(source.text)],
    tag,
  };
  const drafts: CardDraft[] = [];
  for (const { asked, answered } of exchangesOf(source, roles.guest)) {
    signal?.throwIfAborted();
    const question = spokenQuestion(asked, roles.guest, tag);
    if (question !== undefined) drafts.push(...askedDrafts(talk, question, answered));
    for (const passage of answered) drafts.push(...patternDrafts(talk, passage));
  }
  return drafts;
}

interface Talk {
  readonly source: Source;
  readonly guest: string;
  readonly names: readonly string[];
  readonly tag: Tagger;
}

function askedDrafts(
  { source, guest, names, tag }: Talk,
  question: string,
  answered: readonly Passage[],
): CardDraft[] {
  const about = new Set(
    question
      .toLowerCase()
      .match(/[a-z]{4,}/g)
      ?.map(stem),
  );
  const [first] = answered;
  const span = first === undefined ? undefined : bestSpan(first.text, tag(first.text), about);
  if (first === undefined || span === undefined) return [];
  const named = question.includes(guest) ? question : `${question}, according to ${guest}`;
  return [
    draft({
      source,
      passage: first,
      slot: 'asked',
      question: written(named, names),
      answer: written(span.text, names),
      span,
      score: Math.min(0.75, 0.3 + span.score * 0.08),
    }),
  ];
}

function patternDrafts({ source, guest, names, tag }: Talk, passage: Passage): CardDraft[] {
  const words = tag(passage.text);
  const found = [spokenPatterns, spokenConditions, spokenDefinitions].flatMap((patterns) =>
    patterns(passage.text, words),
  );
  return found.map((pattern) => {
    const asked = pattern.question.startsWith('{why} ')
      ? `For which reason does ${guest} say, ${pattern.question.slice('{why} '.length)}`
      : `${pattern.question}, according to ${guest}`;
    return draft({
      source,
      passage,
      slot: pattern.slot,
      question: written(asked, names),
      answer: written(pattern.answer, names),
      span: pattern,
      score: pattern.score,
    });
  });
}

function draft({
  source,
  passage,
  slot,
  question,
  answer,
  span,
  score,
}: {
  readonly source: Source;
  readonly passage: Passage;
  readonly slot: string;
  readonly question: string;
  readonly answer: string;
  readonly span: { readonly start: number; readonly end: number };
  readonly score: number;
}): CardDraft {
  return draftFrom(source, passage, {
    rule: 'transcript',
    slot,
    role: roleOf({ text: question }),
    content: { kind: 'basic', question: `${plain(question)}?`, answer: `“${plain(answer)}.”` },
    from: { start: span.start, end: span.end },
    score,
    sure: false,
  });
}

function plain(text: string): string {
  return cardMarkdown({ text, marks: [] }, { start: 0, end: text.length });
}

/** With names in capitals, and the first letter too. */
function written(text: string, names: readonly string[]): string {
  const told = trueCase(text, names);
  return told.charAt(0).toUpperCase() + told.slice(1);
}
