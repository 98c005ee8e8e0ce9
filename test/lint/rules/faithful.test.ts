import { describe, expect, it } from 'vitest';
import { basic, findings, ground, severities, source } from '../made.ts';

function said(passage: string, question: string, answer: string): readonly string[] {
  const grounds = [ground(source([passage]), passage.slice(0, 30))];
  return severities('Q02', basic(question, answer, { grounds }));
}

describe('Q02 on numbers', () => {
  const passage = 'About 50% of the workers leave the hive within four years, some 300000 bees.';

  it.each([
    ['another percentage', 'How many of the workers leave?', '30% of them.'],
    ['another number of the same', 'Within how many years do workers leave?', 'Within ten years.'],
    ['another number of what is asked', 'How many bees leave?', 'About 3,000.'],
    ['another duration', 'How long do workers stay?', 'Two weeks.'],
  ])('refuses %s', (_, question, answer) => {
    expect(said(passage, question, answer)).toEqual(['error']);
  });

  it.each([
    ['the same in words', 'Which part of the workers leaves?', 'Fifty percent.'],
    ['the rest of a share', 'What share stays in the hive?', '50%.'],
    ['the same with commas', 'How many bees leave?', 'Some 300,000.'],
    ['a number of other things', 'How do workers leave?', 'Through two doors.'],
  ])('accepts %s', (_, question, answer) => {
    expect(said(passage, question, answer)).toEqual([]);
  });

  it('knows that two orders of magnitude are a hundred times', () => {
    const orders = 'The small hive is two orders of magnitude lighter than the large one.';
    expect(said(orders, 'How much lighter is the small hive?', 'About 100 times.')).toEqual([]);
  });
});

describe('Q02 on comparisons', () => {
  const passage = 'For a bee, judging a site is easier than finding one.';

  it('refuses the reverse', () => {
    expect(
      said(passage, 'What is easier for a bee?', 'Finding is easier than judging a site.'),
    ).toEqual(['error']);
  });

  it('refuses the reverse that only question and answer make together', () => {
    const wasps = 'Wasps are smaller than hornets.';
    expect(said(wasps, 'What is smaller than wasps?', 'Hornets.')).toEqual(['error']);
  });

  it('accepts the same, and the same with both sides and the quality turned', () => {
    expect(said(passage, 'What is easier for a bee?', 'Judging is easier than finding.')).toEqual(
      [],
    );
    expect(said(passage, 'What is harder for a bee?', 'Finding is harder than judging.')).toEqual(
      [],
    );
  });

  it('refuses a preference for the wrong one', () => {
    const clover = 'Clover was preferred over the heather by most bees.';
    expect(said(clover, 'What did bees prefer?', 'The heather was preferred over clover.')).toEqual(
      ['error'],
    );
  });
});

describe('Q02 on claims', () => {
  it.each([
    [
      'a lost "not"',
      'We do not think that honey will spoil.',
      'What will honey do?',
      'Honey will spoil.',
    ],
    [
      'an added "not"',
      'Smoke will calm the angry bees.',
      'What of smoke?',
      'Smoke will not calm the angry bees.',
    ],
    [
      'a lost beginning',
      'Smoke is insufficient for angry hornets.',
      'What of smoke?',
      'Smoke is sufficient for angry hornets.',
    ],
    [
      'an opposite',
      'Good heather honey is expensive and slow to gather.',
      'What of it?',
      'Good heather honey is cheap and fast to gather.',
    ],
  ])('refuses %s', (_, passage, question, answer) => {
    expect(said(passage, question, answer)).toEqual(['error']);
  });

  it.each([
    [
      'a denial in other words',
      'Smoke alone cannot calm hornets.',
      'What of smoke?',
      'Smoke alone fails to calm hornets.',
    ],
    [
      '"not only"',
      'Bees do not only gather nectar and pollen.',
      'What do bees do?',
      'They gather nectar and pollen.',
    ],
    [
      'a condition',
      'If you do not smoke the hive, bees get angry.',
      'When?',
      'You smoke the hive.',
    ],
    [
      'a denial in the question',
      'Bees need no light and no warmth.',
      'What do bees not need?',
      'Light and warmth.',
    ],
    [
      'what is said straight elsewhere',
      'Bees do not store cold honey. In warm hives bees store honey.',
      'What?',
      'Bees store honey.',
    ],
  ])('accepts %s', (_, passage, question, answer) => {
    expect(said(passage, question, answer)).toEqual([]);
  });

  it('names the words', () => {
    const grounds = [ground(source(['Smoke will calm the bees.']), 'Smoke')];
    const [finding] = findings(
      'Q02',
      basic('What of smoke?', 'Smoke will not calm the bees.', { grounds }),
    );
    expect(finding?.message).toBe('card and passage differ in a "not" at "not"');
  });
});

describe('Q02 on what changed places', () => {
  const passage =
    'Nectar attracts the bee, and the bee pollinates the flower. Wax costs much honey, because the glands burn sugar. Drones leave in summer, but workers stay in winter.';

  it.each([
    ['who does what to whom', 'What do flowers do?', 'The flower pollinates the bee.'],
    ['the same in the passive', 'What happens to bees?', 'The bee is pollinated by the flower.'],
    ['cause and effect', 'Why do glands burn sugar?', 'Because wax costs much honey.'],
    [
      'two sides of a "but"',
      'When do bees leave?',
      'Drones stay in summer, but workers leave in winter.',
    ],
  ])('refuses %s turned round', (_, question, answer) => {
    const grounds = [ground(source([passage]), 'Wax costs much honey')];
    expect(severities('Q02', basic(question, answer, { grounds }))).toEqual(['error']);
  });

  it.each([
    ['who does what', 'What does the bee do for the flower?', 'It pollinates the flower.'],
    ['the passive', 'How is a flower pollinated?', 'It is pollinated by the bee.'],
    ['the cause', 'Why does wax cost much honey?', 'Because the glands burn sugar.'],
    [
      'the other order of the same',
      'When do bees leave?',
      'Workers stay in winter, but drones leave in summer.',
    ],
  ])('accepts %s as it is', (_, question, answer) => {
    const grounds = [ground(source([passage]), 'Wax costs much honey')];
    expect(severities('Q02', basic(question, answer, { grounds }))).toEqual([]);
  });

  it('refuses an order turned round, and accepts the same order in other words', () => {
    const shift = 'The task of old bees shifts from nursing the brood to guarding the gate.';
    const question = 'How does the task of old bees shift?';
    expect(said(shift, question, 'From guarding the gate to nursing the brood.')).toEqual([
      'error',
    ]);
    expect(said(shift, question, 'Away from nursing the brood, to guarding the gate.')).toEqual([]);
  });

  it('warns where a card takes half of one clause and half of the next', () => {
    const halves = 'Old bees prefer dark honey, and young larvae prefer pale honey.';
    const question = 'Which honey do larvae prefer?';
    expect(said(halves, question, 'Young larvae prefer dark honey.')).toEqual(['warning']);
    expect(said(halves, question, 'Young larvae prefer pale honey.')).toEqual([]);
  });

  it('warns where a clause has the subject of another', () => {
    const alone = 'The drone cannot feed, and the worker can live alone.';
    expect(said(alone, 'Which bee can live alone?', 'The drone can live alone.')).toEqual([
      'warning',
    ]);
    expect(said(alone, 'Which bee can live alone?', 'The worker can live alone.')).toEqual([]);
  });
});

describe('Q02 on what is said for sure', () => {
  const passage = 'The queen may leave the hive in May. Keepers disagree on the reason.';

  it('refuses a "will" for a "may", and warns where the "may" is only lost', () => {
    expect(
      said(passage, 'What will the queen do?', 'The queen will leave the hive in May.'),
    ).toEqual(['error']);
    expect(said(passage, 'What does the queen do?', 'The queen leaves the hive in May.')).toEqual([
      'warning',
    ]);
  });

  it('accepts it where the card leaves it open, or names who thinks so', () => {
    expect(said(passage, 'What may the queen do?', 'The queen leaves the hive in May.')).toEqual(
      [],
    );
    expect(
      said(passage, 'What does Maeterlinck believe?', 'The queen leaves the hive in May.'),
    ).toEqual([]);
  });
});

describe('Q02 on units of measurement', () => {
  const passage = 'The scout flew sixteen kilometres before she found the lime tree.';

  it('refuses the same number of another unit, and accepts the same length', () => {
    expect(said(passage, 'How far did the scout fly?', 'Sixteen miles.')).toEqual(['error']);
    expect(said(passage, 'How far did the scout fly?', '16 km.')).toEqual([]);
    expect(said(passage, 'How far did the scout fly?', 'Ten miles.')).toEqual([]);
  });

  it('accepts a year that can be reckoned from the passage', () => {
    const years = 'The first hive was built in 1851, and the last one burnt four years later.';
    expect(said(years, 'In which year did the last hive burn?', '1855.')).toEqual([]);
    expect(said(years, 'In which year did the last hive burn?', '1859.')).toEqual(['error']);
  });
});

describe('Q02 on a denial that was put in or left out', () => {
  it('refuses a "not" between words that stand together in the passage', () => {
    const passage = 'Asked about honey, the keeper says that it is a food that keeps.';
    expect(
      said(passage, 'How does the keeper answer whether honey keeps?', 'It is not a food.'),
    ).toEqual(['error']);
  });

  it('hears the denial although the same words stand elsewhere under a heading', () => {
    const passage = 'A lazy drone does not need pollen to fly; it only needs nectar.';
    expect(said(passage, 'What does a lazy drone need?', 'It needs pollen.')).toEqual(['error']);
    expect(said(passage, 'What does a lazy drone need?', 'It needs nectar.')).toEqual([]);
  });

  it('warns of the opposite of how somebody is said to be', () => {
    const passage =
      'Many keepers are pessimistic about the winter. But Maria Holt is quietly optimistic.';
    const grounds = [ground(source([passage]), 'Maria Holt is quietly')];
    const question = 'What is the mood of Holt about the winter?';
    expect(severities('Q02', basic(question, 'She is pessimistic.', { grounds }))).toEqual([
      'warning',
    ]);
    expect(severities('Q02', basic(question, 'She is optimistic.', { grounds }))).toEqual([]);
  });
});

describe('Q02 on words that the card repeats with one turned', () => {
  const passage =
    "The drone can't gather honey, and drones don't easily find home. The worker is much better at finding the way.";

  it.each([
    ['a denial left out', 'What about drones and honey?', 'A drone can gather honey all day.'],
    ['a denial of more words left out', 'How do drones fly?', 'They easily find home.'],
    [
      'the opposite before the same words',
      'How do workers find out?',
      'They are worse at finding the way.',
    ],
  ])('refuses %s', (_, question, answer) => {
    expect(said(passage, question, answer)).toEqual(['error']);
  });

  it('accepts what a question about denials is answered with, and a condition', () => {
    expect(
      said(passage, 'What can a drone not do?', 'It can gather honey no better than a fly.'),
    ).toEqual([]);
    expect(said(passage, 'What does a drone fail to do?', 'Easily find home.')).toEqual([]);
    const rain = "If bees don't find home before rain, they stay under a leaf.";
    expect(
      said(
        rain,
        'Where do bees stay that find home late?',
        'Under a leaf: they find home before rain.',
      ),
    ).toEqual([]);
  });

  it('knows the order of "rather than" at the start of a sentence', () => {
    const rather = 'Rather than building a comb, a swarm just eats its honey.';
    expect(
      said(
        rather,
        'What does a swarm do with its time?',
        'A swarm builds a comb rather than eating honey.',
      ),
    ).toEqual(['error']);
    expect(
      said(
        rather,
        'What does a swarm do with its time?',
        'It eats its honey rather than building a comb.',
      ),
    ).toEqual([]);
  });
});
