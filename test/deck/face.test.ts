import { describe, expect, it } from 'vitest';
import { faceOf } from '../../src/deck/face.ts';
import { parseDeck } from '../../src/deck/parse.ts';
import { sidesOf } from '../../src/deck/sides.ts';
import { gapEnd, gapStart } from '../../src/model/face.ts';

/** Every side of the only card as `question → answer`, gaps as ‹…›. */
function faces(text: string): readonly string[] {
  const [card] = parseDeck(text, { path: 'a.md' }).cards;
  if (card === undefined) throw new Error(`no card in ${text}`);
  return sidesOf(card).map((side) => {
    const { question, answer } = faceOf(card, side);
    return `${question} → ${answer}`.replaceAll(gapStart, '‹').replaceAll(gapEnd, '›');
  });
}

describe('a face', () => {
  it('of a question has its answer below, of a term both ways', () => {
    expect(faces('Q: q\nA: a')).toEqual(['q → a']);
    expect(faces('T: t\nD: d')).toEqual(['t → d', 'd → t']);
  });

  it('of a cloze leaves one gap and shows the other holes as text', () => {
    expect(faces('C: The [sky] is **[blue]**, not \\[red\\].')).toEqual([
      'The ‹› is **blue**, not \\[red\\]. → The ‹sky› is **blue**, not \\[red\\].',
      'The sky is **‹›**, not \\[red\\]. → The sky is **‹blue›**, not \\[red\\].',
    ]);
  });

  it('keeps brackets inside a hole, and holes side by side apart', () => {
    expect(faces('C: [a [b]][c]')).toEqual(['‹›c → ‹a [b]›c', 'a [b]‹› → a [b]‹c›']);
  });

  it('of Anki’s deletions shows hints, all gaps of a number, and nests', () => {
    expect(faces('C: {{c1::a {{c2::b::two}} c::one}} {{c2::d}}')).toEqual([
      '‹one› d → ‹a b c› d',
      'a ‹two› c ‹› → a ‹b› c ‹d›',
    ]);
  });

  it('of a list shows the items before the one that is asked', () => {
    expect(faces('Q: steps?\nA: 1. one\n2. two\n   more\n<!-- list -->')).toEqual([
      'steps?\n\n1. ‹› → steps?\n\n1. ‹one›',
      'steps?\n\n1. one\n2. ‹› → steps?\n\n1. one\n2. ‹two\n   more›',
    ]);
  });

  it('tells whether the answer stands in place', () => {
    const { cards } = parseDeck('Q: q\nA: a\n\nC: [x]', { path: 'a.md' });
    const places = cards.flatMap((card) => sidesOf(card).map((side) => faceOf(card, side).inPlace));
    expect(places).toEqual([false, true]);
  });

  it('never takes a gap’s characters from what people wrote', () => {
    const evil = `x${gapStart}y${gapEnd}`;
    expect(faces(`Q: ${evil}\nA: ${evil}`)).toEqual(['xy → xy']);
    expect(faces(`T: ${evil}\nD: d`)[0]).toBe('xy → d');
    expect(faces(`C: ${evil} [${evil}] {x}`)).toEqual(['xy ‹› {x} → xy ‹xy› {x}']);
    expect(faces(`C: {{c1::${evil}::${evil}}}`)).toEqual(['‹xy› → ‹xy›']);
    expect(faces(`Q: ${evil}\nA: 1. ${evil}\n<!-- list -->`)).toEqual([
      'xy\n\n1. ‹› → xy\n\n1. ‹xy›',
    ]);
  });

  it('survives deletions as deeply nested as a card may have them', () => {
    const depth = 1500;
    const [face] = faces(`C: ${'{{c1::'.repeat(depth)}x${'}}'.repeat(depth)}`);
    expect(face?.startsWith('‹›')).toBe(true);
  });
});
