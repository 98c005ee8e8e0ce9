import type { ReviewView, ShownCard } from '../../../app/review/view.ts';
import type { SourceRef } from '../../../model/card.ts';
import { fieldLines } from '../../edit/field-lines.ts';
import { diffTyped } from '../../text/diff.ts';
import { markdownLines, type MarkdownLook } from '../../text/markdown.ts';
import { prefixed } from '../../text/lines.ts';
import { emptyLine, piece, type Line } from '../../text/piece.ts';
import { wrap } from '../../text/wrap.ts';
import type { ReviewState } from './state.ts';

/** How a card is drawn: how wide, and with how much air. */
export interface CardLook {
  readonly width: number;
  readonly compact: boolean;
  readonly marks: boolean;
}

/** A card as rows. */
export interface CardLines {
  readonly lines: readonly Line[];
  /** The row that must be seen: the first of the answer, or the line that is typed in. */
  readonly mustSee: number;
  /** The row after the last of the answer: note and sources may come below it. */
  readonly end: number;
}

type OnCard = Extract<ReviewView, { phase: 'question' | 'answer' }>;

/** The card on the screen with what is shown of it now. */
export function cardLines(view: OnCard, state: ReviewState, look: CardLook): CardLines {
  const { card } = view;
  if (view.phase === 'answer') return answered(card, state, look);
  const question = fieldOf(card.face.question, look, 'ask');
  if (card.typed === null) return { lines: question, mustSee: 0, end: question.length };
  const field = state.typing
    ? fieldLines(state.typed, look.width - 2).lines
    : [[piece(state.typed.text === '' ? '…' : state.typed.text, 'dim')]];
  const line = prefixed(field, [piece('› ', 'accent')], [piece('  ')]);
  const lines = [...question, emptyLine, ...line];
  return { lines, mustSee: lines.length - 1, end: lines.length };
}

function answered(card: ShownCard, state: ReviewState, look: CardLook): CardLines {
  const air = look.compact ? [] : [emptyLine];
  const rule: Line = [piece('─'.repeat(look.width), 'dim')];
  const typed = typedLines(card, state, look);
  const told = fieldOf(card.face.answer, look, 'tell');
  const tail = tailLines(card, look);
  if (card.face.inPlace) {
    const check = typed.length === 0 ? [] : [...air, rule, ...air, ...typed];
    const answer = [...told, ...check];
    return { lines: [...answer, ...tail], mustSee: 0, end: answer.length };
  }
  const question = fieldOf(card.face.question, look, 'ask');
  const above = [...question, ...air, rule, ...air];
  const sameWords = typed.length > 0 && card.face.answer.trim() === card.typed?.expected.trim();
  const gap = typed.length > 0 && !sameWords ? [emptyLine] : [];
  const answer = [...above, ...typed, ...gap, ...(sameWords ? [] : told)];
  return { lines: [...answer, ...tail], mustSee: question.length, end: answer.length };
}

/** What was typed above what is right; nothing where nothing was typed. */
function typedLines(card: ShownCard, { typed }: ReviewState, { width }: CardLook): Line[] {
  if (card.typed === null || typed.text.trim() === '') return [];
  const diff = diffTyped(typed.text, card.typed.expected);
  if (diff.same) return wrap([piece('✓ ', 'good', { bold: true }), ...diff.right], width);
  const labelled = (label: string, line: Line): Line[] =>
    prefixed(wrap(line, width - 8), [piece(label.padEnd(8), 'dim')], [piece(' '.repeat(8))]);
  return [...labelled('typed', diff.typed), ...labelled('right', diff.right)];
}

/** The note and the sources, after the answer. */
function tailLines(card: ShownCard, look: CardLook): Line[] {
  const note = card.note === '' ? [] : [emptyLine, ...fieldOf(card.note, look, 'tell')];
  const flag = card.flagNote === '' ? [] : [piece('⚑ ', 'warning'), piece(card.flagNote, 'dim')];
  const lines = flag.length === 0 ? note : [...note, emptyLine, ...wrap(flag, look.width)];
  const sources = card.sources.flatMap((source) =>
    wrap([piece(sourceWords(source, card), 'dim')], look.width),
  );
  return sources.length === 0 ? lines : [...lines, emptyLine, ...sources];
}

function fieldOf(markdown: string, { width, marks }: CardLook, gaps: MarkdownLook['gaps']): Line[] {
  return markdownLines(markdown, { width, marks, gaps });
}

/** The source and its words; words that the card itself says already are not said again. */
function sourceWords({ label, anchor }: SourceRef, { face }: ShownCard): string {
  const said = folded(`${face.question} ${face.answer}`);
  return anchor === undefined || said.includes(folded(anchor)) ? label : `${label} · “${anchor}”`;
}

function folded(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
