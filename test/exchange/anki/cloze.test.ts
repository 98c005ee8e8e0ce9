import { describe, expect, it } from 'vitest';
import {
  clozeNumbers,
  markDeletions,
  markHoles,
  withDeletions,
  withHoles,
  withoutDeletions,
} from '../../../src/exchange/anki/cloze.ts';
import type { Hole } from '../../../src/model/card.ts';

function bracket(text: string, from: number): Hole {
  const start = text.indexOf('[', from);
  const end = text.indexOf(']', start) + 1;
  return { text: text.slice(start + 1, end - 1), span: { start, end } };
}

function hole(start: number, end: number, number: number, text: string, hint?: string): Hole {
  const base = { number, text, span: { start, end } };
  return hint === undefined ? base : { ...base, hint };
}

describe('deletions', () => {
  it('stand where the holes stood, with what Anki would misread written as references', () => {
    const text = 'The [std::vector] and [a}}] end:';
    const holes = [bracket(text, 0), bracket(text, 10)];
    expect(withDeletions(markHoles(text, holes, [1, 3]))).toBe(
      'The {{c1::std&#58;:vector}} and {{c3::a&#125;&#125;}} end:',
    );
  });

  it('keep hints, numbers and nesting', () => {
    const text = 'x {{c2::two::hint}} {{c1::one {{c3::in}}}}';
    const holes = [hole(2, 19, 2, 'two', 'hint'), hole(20, 42, 1, 'one in'), hole(30, 40, 3, 'in')];
    expect(withDeletions(markHoles(text, holes, [2, 1, 3]))).toBe(text);
  });

  it('are not found where a text only looks like one', () => {
    expect(withoutDeletions('{{c1::x}} {{x}}')).toBe('&#123;{c1::x}} {{x}}');
  });

  it('of Anki become holes again', () => {
    const marked = markDeletions('{{c1::a::h}} b {{c2::c {{c1::d}}}}') ?? '';
    expect(withHoles(marked, 'numbered')).toBe('{{c1::a::h}} b {{c2::c {{c1::d}}}}');
    expect(withHoles(markDeletions('{{c1::a}} b {{c2::c}}') ?? '', 'brackets')).toBe('[a] b [c]');
  });

  it('that never close are none', () => {
    expect(markDeletions('{{c1::a')).toBeNull();
    expect(markDeletions('a }} b')).toBeNull();
  });

  it('count once each, ascending, and not above 500', () => {
    expect(clozeNumbers('{{c3::a}} {{c1::b}} {{c1::c}} {{c501::d}} {{c0::e}} {{c2,4::f}}')).toEqual(
      [1, 2, 3, 4],
    );
  });
});
