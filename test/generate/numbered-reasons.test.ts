import { describe, expect, it } from 'vitest';
import type { Passage } from '../../src/model/source.ts';
import { numberedReasons } from '../../src/generate/numbered-reasons.ts';
import { cards, documentOf, heading, items, passageOf } from './document.ts';

const reasons = [
  '**Bees are social.** They share what they know in the hive.',
  '**Smell tells much.** A flower can be known by its smell.',
];

function cite(target: string) {
  return [{ label: '1', title: target, target, at: 10 }];
}

describe('numberedReasons', () => {
  it('asks for the names in their order, and for each what is meant', () => {
    const question = heading('What are the two reasons for dancing?', 3);
    expect(
      cards(numberedReasons, [question, ...items(reasons), passageOf('No social bees know.')]),
    ).toEqual([
      'What are the two reasons for dancing? → Bees are social | Smell tells much',
      'What is meant by “Bees are social”, one of the two reasons for dancing? → They share what they know in the hive.',
      'What is meant by “Smell tells much”, one of the two reasons for dancing? → A flower can be known by its smell.',
    ]);
  });

  it('says in the third person what a sentence above the list says of its author', () => {
    const intro = passageOf('Much is open. My hope rests on two reasons:');
    const [set, first] = cards(numberedReasons, [intro, ...items(reasons)], {
      author: 'Ada Worker',
    });
    expect(set).toBe(
      "Worker's hope rests on two reasons. Which are they? → Bees are social | Smell tells much",
    );
    expect(first).toMatch(/, one of the two reasons \(Worker's hope rests on two reasons\)\?/);
  });

  it.each([
    ['it is not known whose reasons they are', 'My hope rests on two reasons:'],
    ['the sentence needs the one before', 'This rests on two reasons:'],
    ['the sentence counts other things', 'Hope rests on three reasons:'],
    ['nothing introduces the list', 'Hope rests on two reasons.'],
  ])('makes nothing where %s', (_name, intro) => {
    expect(cards(numberedReasons, [passageOf(intro), ...items(reasons)])).toEqual([]);
  });

  it.each([
    ['There were two reasons for dancing:', 'were', 'the two reasons for dancing'],
    ['The advantages of a dance are:', 'are', 'the two advantages of a dance'],
  ])('reads a list of bullets below “%s”', (intro, verb, members) => {
    const bullets = items(
      ['Light: nobody sees in the dark.', 'Warmth: it keeps the hive warm.'],
      0,
      false,
    );
    expect(cards(numberedReasons, [passageOf(intro), ...bullets])).toEqual([
      `What ${verb} ${members}? → Light | Warmth`,
      `What is meant by “Light”, one of ${members}? → Nobody sees in the dark.`,
      `What is meant by “Warmth”, one of ${members}? → It keeps the hive warm.`,
    ]);
  });

  it('reads a list below a heading that says of what, and none below one that points back', () => {
    const label = heading('Risks of an open hive');
    expect(cards(numberedReasons, [label, ...items(reasons)])[0]).toMatch(
      /^What are the two risks of an open hive\?/,
    );
    expect(cards(numberedReasons, [heading('Risks of this'), ...items(reasons)])).toEqual([]);
  });

  it('makes no set of more than five, and still asks for each', () => {
    const six = Array.from(
      { length: 6 },
      (_, at) => `**Name ${at}.** Something about it that is said.`,
    );
    const made = cards(numberedReasons, [heading('What are the six reasons?'), ...items(six)]);
    expect(made).toHaveLength(6);
    expect(made.every((card) => card.includes(', one of the six reasons?'))).toBe(true);
  });

  it('makes a set of short items without names, and of long ones nothing', () => {
    const question = heading('Which colours do bees see?');
    expect(cards(numberedReasons, [question, ...items(['Blue', 'Green'])])).toEqual([
      'Which colours do bees see? → Blue | Green',
    ]);
    const long = `${'A long sentence '.repeat(5)}.`;
    expect(cards(numberedReasons, [question, ...items([long, long])])).toEqual([]);
  });

  it('takes the names of terms with a dash and leaves their meaning to the terms', () => {
    const made = cards(numberedReasons, [
      passageOf('The project has two parts:'),
      ...items(['rearing — Raising queens.', 'splitting — Making two colonies of one.']),
    ]);
    expect(made).toEqual(['The project has two parts. Which are they? → rearing | splitting']);
  });

  it('rests a set on the sentence that counts it, and names the originals of all items once', () => {
    const [one, two] = items(['**A b.** Said of a.', '**C d.** Said of c.']);
    const list = [
      { ...one, citations: cite('O.md#x') },
      { ...two, citations: [...cite('O.md#x'), ...cite('O.md#y')] },
    ] as Passage[];
    const intro = passageOf('Much is open. The plan has two parts:');
    const [set] = numberedReasons.draft(documentOf([intro, ...list]));
    expect(set?.sentence).toBe('The plan has two parts:');
    expect(set?.sources.map(({ target }) => target)).toEqual(['O.md#x', 'O.md#y']);
  });

  it('rests each card on its own words', () => {
    const drafts = numberedReasons.draft(
      documentOf([heading('What are the two reasons?'), ...items(reasons)]),
    );
    expect(drafts.map(({ slot, sentence }) => [slot, sentence])).toEqual([
      ['set', 'Bees are social. They share what they know in the hive.'],
      ['why', 'They share what they know in the hive.'],
      ['why', 'A flower can be known by its smell.'],
    ]);
  });

  it('names what a heading names, where the sentence above the list only says "the project"', () => {
    const intro = passageOf('The project rests on two reasons:', {
      headings: ['Bees', 'Open Hive Project'],
    });
    expect(cards(numberedReasons, [intro, ...items(reasons)])[0]).toMatch(
      /^The Open Hive Project rests on two reasons\. Which are they\?/,
    );
  });

  it('takes a short explanation whole, except in a document that asks for itself', () => {
    const intro = passageOf('The hive rests on two reasons:');
    const two = items(['**One.** It is not all. It is only the start.', '**Two.** More of it.']);
    expect(cards(numberedReasons, [intro, ...two])[1]).toMatch(
      /→ It is not all\. It is only the start\.$/,
    );
    const asks = [heading('Why?'), heading('How?'), heading('When?')];
    expect(cards(numberedReasons, [...asks, intro, ...two])[1]).toMatch(/→ It is not all\.$/);
  });
});
