import type { CardDraft, DraftContent } from '../../model/draft.ts';
import type { Passage, Source } from '../../model/source.ts';
import { cardMarkdown } from '../card-markdown.ts';
import { draftFrom } from '../draft.ts';
import { roleOf } from '../question-heading.ts';
import { trueCase } from './casing.ts';
import type { SpokenAnswer } from './spoken-answer.ts';
import type { SpokenContent, SpokenPattern } from './spoken-pattern.ts';
import type { SpokenQuestion } from './spoken-question.ts';
import type { Tagger } from './tagger.ts';
import type { Worth } from './worth.ts';

/** A talk, and what is known of it as a whole. */
export interface Talk {
  readonly source: Source;
  /** As they are written. */
  readonly names: readonly string[];
  readonly tag: Tagger;
  readonly worth: Worth;
}

/** A question of the host with the guest's answer: in the third person, or quoted with who asks. */
export function answerDraft(
  { source, names }: Talk,
  guest: string,
  question: SpokenQuestion,
  answer: SpokenAnswer,
): CardDraft {
  const { told, said, asker } = question;
  const asked =
    told === undefined
      ? `What does ${guest} answer when ${asker ?? 'the host'} asks, “${written(said, names)}?”`
      : `${written(told.includes(guest) ? told : `${told}, according to ${guest}`, names)}?`;
  return draftFrom(source, answer.passage, {
    rule: 'transcript',
    slot: 'asked',
    role: roleOf({ text: asked }),
    content: { kind: 'basic', question: plain(asked), answer: quoted(answer.text, names) },
    from: { start: answer.start, end: answer.end },
    score: Math.min(
      0.85,
      0.2 + question.score * 0.25 + answer.score * 0.08 + (told === undefined ? 0 : 0.1),
    ),
    sure: false,
  });
}

/** A card made of what a speaker says. */
export function patternDraft(
  { source, names, worth }: Talk,
  passage: Passage,
  speaker: string,
  pattern: SpokenPattern,
): CardDraft {
  const content = contentOf(pattern.content, speaker, names);
  const { start, end, slot } = pattern;
  return draftFrom(source, passage, {
    rule: 'transcript',
    slot,
    role: slot === 'because' ? 'reason' : slot === 'called' ? 'definition' : 'argument',
    content,
    from: { start, end },
    score: Math.max(
      0.05,
      Math.min(0.95, pattern.score + worth(passage.text.slice(start, end)) * 0.35 - 0.15),
    ),
    sure: false,
  });
}

function contentOf(
  content: SpokenContent,
  speaker: string,
  names: readonly string[],
): DraftContent {
  switch (content.kind) {
    case 'question': {
      const question = `${written(content.question, names)}, according to ${speaker}?`;
      return { kind: 'basic', question: plain(question), answer: quoted(content.answer, names) };
    }
    case 'claim': {
      const question = `For which reason does ${speaker} say, “${written(content.claim, names)}”?`;
      return { kind: 'basic', question: plain(question), answer: quoted(content.answer, names) };
    }
    case 'call': {
      const question = `What, in the words of ${speaker}, is “${trueCase(content.phrase, names)}”?`;
      return { kind: 'basic', question: plain(question), answer: quoted(content.answer, names) };
    }
    case 'cloze': {
      const whole = written(`${content.before}${content.hidden}${content.after}`, names);
      const from = content.before.length;
      const to = from + content.hidden.length;
      const text = `${plain(whole.slice(0, from))}[${plain(whole.slice(from, to))}]${plain(whole.slice(to))}`;
      return { kind: 'cloze', text: `${speaker}: “${text}.”` };
    }
  }
}

function quoted(answer: string, names: readonly string[]): string {
  return `“${plain(written(answer, names))}.”`;
}

function plain(text: string): string {
  return cardMarkdown({ text, marks: [] }, { start: 0, end: text.length });
}

/** With names in capitals, and the first letter too. */
function written(text: string, names: readonly string[]): string {
  const told = trueCase(text, names);
  return told.charAt(0).toUpperCase() + told.slice(1);
}
