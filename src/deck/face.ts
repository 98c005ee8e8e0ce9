import type { Card, ClozeCard, Hole, ListCard, Side } from '../model/card.ts';
import { type Face, gapEnd, gapStart } from '../model/face.ts';
import { sidesOf } from './sides.ts';

const gapMarks = new RegExp(`[${gapStart}${gapEnd}]`, 'g');

/** People's text without the two characters that mean a gap. */
function clean(text: string): string {
  return text.includes(gapStart) || text.includes(gapEnd) ? text.replaceAll(gapMarks, '') : text;
}

/** Where a hole's own text stands, its marks and hint excluded. */
function innerSpan(text: string, hole: Hole): { start: number; end: number } {
  const { start, end } = hole.span;
  if (hole.number === undefined) return { start: start + 1, end: end - 1 };
  const hint = hole.hint === undefined ? 0 : hole.hint.length + 2;
  return { start: text.indexOf('::', start) + 2, end: end - 2 - hint };
}

/** An edit of a cloze's text: what stands between the offsets gives way to `by`. */
interface Change {
  readonly start: number;
  readonly end: number;
  readonly by: string;
}

interface ClozeTexts {
  readonly question: string;
  readonly answer: string;
}

function splice(text: string, changes: readonly Change[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, by } of changes.toSorted((a, b) => a.start - b.start)) {
    if (start < at) continue;
    parts.push(clean(text.slice(at, start)), by);
    at = end;
  }
  parts.push(clean(text.slice(at)));
  return parts.join('');
}

/** The marks of all holes go; those that are asked leave a gap, with the hint or the text in it. */
function clozeTexts({ text, holes }: ClozeCard, asked: readonly boolean[]): ClozeTexts {
  const question: Change[] = [];
  const answer: Change[] = [];
  holes.forEach((hole, index) => {
    const { start, end } = hole.span;
    const inner = innerSpan(text, hole);
    const [left, right] = asked[index] === true ? [gapStart, gapEnd] : ['', ''];
    const marks = [
      { start, end: inner.start, by: left },
      { start: inner.end, end, by: right },
    ];
    answer.push(...marks);
    if (asked[index] === true)
      question.push({ start, end, by: gapStart + clean(hole.hint ?? '') + gapEnd });
    else question.push(...marks);
  });
  return { question: splice(text, question), answer: splice(text, answer) };
}

function clozeFace(card: ClozeCard, side: Side): Face {
  const names = sidesOf(card).map(({ name }) => name);
  const asked = card.holes.map(
    ({ number }, index) => (number === undefined ? names[index] : `c${number}`) === side.name,
  );
  return { ...clozeTexts(card, asked), inPlace: true };
}

/** A cloze with all its words, each deletion between the marks of a gap. */
export function wholeCloze(card: ClozeCard): string {
  return clozeTexts(
    card,
    card.holes.map(() => true),
  ).answer;
}

/** A numbered list item whose further lines stay inside it. */
function item(text: string, number: number): string {
  const mark = `${number}. `;
  return mark + text.replaceAll(/\n(?=[^\n])/g, `\n${' '.repeat(mark.length)}`);
}

/** The items before the one that is asked, then the gap. */
function listFace(card: ListCard, side: Side): Face {
  const index = Math.max(
    0,
    sidesOf(card).findIndex(({ name }) => name === side.name),
  );
  const shown = card.items.slice(0, index).map((text, at) => item(clean(text), at + 1));
  const asked = clean(card.items[index] ?? '');
  const head = [clean(card.question), ''];
  const face = (gap: string): string =>
    [...head, ...shown, item(gapStart + gap + gapEnd, index + 1)].join('\n');
  return { question: face(''), answer: face(asked), inPlace: true };
}

/** What one side of a card shows before and after its answer, as Markdown with its gaps marked. */
export function faceOf(card: Card, side: Side): Face {
  switch (card.kind) {
    case 'basic':
      return { question: clean(card.question), answer: clean(card.answer), inPlace: false };
    case 'term': {
      const [term, definition] = [clean(card.term), clean(card.definition)];
      return side.name === 'term'
        ? { question: definition, answer: term, inPlace: false }
        : { question: term, answer: definition, inPlace: false };
    }
    case 'cloze':
      return clozeFace(card, side);
    case 'list':
      return listFace(card, side);
  }
}
