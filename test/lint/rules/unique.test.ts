import { describe, expect, it } from 'vitest';
import { basic, findings, severities } from '../made.ts';

const first = basic(
  'Why do ants march in long lines through the forest?',
  'To follow the scent that earlier ants laid down.',
  { name: 'first' },
);
const double = basic(
  'For which reason do ants march through the forest in long lines?',
  'They follow a scent laid down by earlier ants.',
);

const reason = (number: string) =>
  basic(`What is the ${number} reason that ants march in lines?`, 'A scent of earlier ants.');
const ask = (answer: string) => basic('Which food do leafcutter ants grow?', answer);

describe('Q12', () => {
  it('finds a card that says nearly the same, and names it', () => {
    const [finding] = findings('Q12', [first, double]);
    expect(finding).toMatchObject({ severity: 'error', other: 'first' });
  });

  it('finds it among the cards that stand already', () => {
    expect(severities('Q12', double, { mates: [first] })).toEqual(['error']);
  });

  it('finds it among many', () => {
    const many = Array.from({ length: 300 }, (_, at) =>
      basic(`What do ants number ${at} carry through the forest?`, `Leaf ${at} of tree ${at}.`),
    );
    expect(findings('Q12', [first, ...many, double])[0]?.other).toBe('first');
  });

  it('is no double of itself, of a card with another number, or of one with another answer', () => {
    expect(findings('Q12', first, { mates: [first] })).toEqual([]);
    expect(findings('Q12', [reason('first'), reason('second')])).toEqual([]);
    const other = basic(
      'Why do ants march in long lines through the forest?',
      'Birds would catch them one by one.',
    );
    expect(findings('Q12', [first, other])).toEqual([]);
  });

  it('is no double of a card that is refused itself', () => {
    const refused = basic(
      `${double.content.kind === 'basic' ? double.content.question : ''} And why?`,
      'They follow a scent laid down by earlier ants.',
    );
    expect(findings('Q12', [refused, first])).toEqual([]);
  });
});

describe('Q11', () => {
  it('warns of two cards with one question and different answers', () => {
    expect(severities('Q11', [ask('Fungi.'), ask('Mushrooms in gardens.')])).toEqual(['warning']);
    expect(severities('Q11', [ask('Fungi.'), ask('fungi')])).toEqual([]);
  });
});

describe('Q17', () => {
  const options = { glossary: { terms: [{ name: 'RRM' }, { name: 'foom' }], chapters: [] } };
  const uses = basic('Why does RRM help people?', 'Helpers break the task down.');

  it('warns of a term that no card before it defines', () => {
    expect(findings('Q17', uses, options)).toMatchObject([{ severity: 'warning', words: 'RRM' }]);
  });

  it('accepts it after its definition, and where the card spells it out', () => {
    const defines = basic('What is RRM?', 'Helper models for hard evaluations.');
    expect(findings('Q17', [defines, uses], options)).toEqual([]);
    expect(findings('Q17', defines, options)).toEqual([]);
    const spelled = basic(
      'Why does recursive reward modelling (RRM) help?',
      'Helpers break the task down.',
    );
    expect(findings('Q17', spelled, options)).toEqual([]);
  });
});
