import type { Card } from '../model/card.ts';
import type { Span } from '../model/problem.ts';
import type { CardComment } from './comment.ts';
import { type Field, fieldOf, placeInField } from './field.ts';
import { findHoles } from './holes.ts';
import { placeAt } from './lines.ts';
import { listItems } from './list-items.ts';
import { type CardContent, makeCard } from './make-card.ts';
import { clozeOf, listOf } from './many-sided.ts';
import { complain, type Reading, report } from './reading.ts';
import { type Tail, tailOf } from './tail.ts';

/** The lines of one card, its parts in place. */
export interface CardBlock {
  readonly mark: 'Q' | 'C' | 'T';
  readonly first: number;
  /** The line of its `A:` or `D:`; -1 for a cloze. */
  readonly second: number;
  /** The line after its last one, the comment excluded. */
  readonly end: number;
  readonly comment: CardComment;
  /** -1 where it has none. */
  readonly commentLine: number;
  readonly span: Span;
}

/** Reports each empty part; true where there is none. */
function isWhole(reading: Reading, parts: readonly (readonly [string, Field])[]): boolean {
  for (const [name, field] of parts) {
    if (field.text !== '') continue;
    const complaint = {
      severity: 'error',
      message: `the ${name} is empty`,
      remedy: `Write the ${name} after the mark or on the lines below it.`,
    } as const;
    complain(reading, 'part-empty', complaint, placeAt(reading.path, field.line));
  }
  return parts.every(([, field]) => field.text !== '');
}

function basicContent(
  reading: Reading,
  block: CardBlock,
  question: Field,
  answer: Field,
): CardContent | undefined {
  const parts = [['question', question] as const, ['answer', answer] as const];
  if (!isWhole(reading, parts)) return undefined;
  const basic = { kind: 'basic', question: question.text, answer: answer.text } as const;
  if (block.comment.list !== true) return basic;
  const items = listItems(answer.text);
  if (items !== undefined)
    return listOf(reading, question.text, items, placeAt(reading.path, answer.line));
  report(reading, 'list-answer', placeAt(reading.path, block.commentLine));
  return basic;
}

function clozeContent(reading: Reading, field: Field): CardContent | undefined {
  if (!isWhole(reading, [['cloze', field]])) return undefined;
  const { holes, faults } = findHoles(field.text);
  for (const { kind, offset } of faults)
    report(
      reading,
      kind === 'empty' ? 'hole-empty' : 'hole-unpaired',
      placeInField(reading.path, field, offset),
    );
  return clozeOf(reading, field.text, holes, placeAt(reading.path, field.line));
}

function contentOf(reading: Reading, block: CardBlock, bodyEnd: number): CardContent | undefined {
  const { lines, fences } = reading;
  const { mark, first, second } = block;
  if (mark === 'C') return clozeContent(reading, fieldOf(lines, fences, first, bodyEnd, 2));
  const upper = fieldOf(lines, fences, first, second, 2);
  const lower = fieldOf(lines, fences, second, bodyEnd, 2);
  if (mark === 'Q') return basicContent(reading, block, upper, lower);
  if (
    !isWhole(reading, [
      ['term', upper],
      ['definition', lower],
    ])
  )
    return undefined;
  return { kind: 'term', term: upper.text, definition: lower.text };
}

function reportTail(reading: Reading, { strays, missed }: Tail): void {
  for (const line of strays) report(reading, 'source-words', placeAt(reading.path, line));
  if (missed === undefined) return;
  const rule = missed.kind === 'source' ? 'source-without-link' : 'tail-order';
  report(reading, rule, placeAt(reading.path, missed.line));
}

/** Makes a card of its lines; undefined, with the reasons reported, where it cannot be asked. */
export function cardOf(
  reading: Reading,
  block: CardBlock,
  topics: readonly string[],
): Card | undefined {
  const { lines, fences, path, notation } = reading;
  const { first, second, end, comment, commentLine, span } = block;
  const part = { lines, fences, path, first: Math.max(first, second) };
  const tail = tailOf(part, end, commentLine !== -1, notation);
  const content = contentOf(reading, block, tail.bodyEnd);
  if (content === undefined) return undefined;
  reportTail(reading, tail);
  return makeCard(reading, {
    content,
    topics,
    sources: tail.sources,
    note: tail.note,
    tags: tail.tags,
    comment,
    line: first,
    commentLine,
    span,
  });
}
