import { describe, expect, it } from 'vitest';
import { lintCards } from '../../src/lint/lint.ts';
import { basic, cloze, ground, source } from './made.ts';

type Row = readonly [form: string, passage: string, question: string, answer: string];

/** What the linter refuses of a card whose anchor begins its passage. */
function refused(passage: string, question: string, answer: string): string[] {
  const grounds = [ground(source([passage]), passage.slice(0, 30))];
  const [found = []] = lintCards([basic(question, answer, { grounds })]);
  return found.flatMap(({ rule, severity, message }) =>
    severity === 'error' ? [`${rule} ${message}`] : [],
  );
}

// prettier-ignore
const denials: readonly Row[] = [
  ['not until', 'The founder did not cast the bell until the mould was dry.', 'When did the founder cast the bell?', 'When the mould was dry.'],
  ['not unless', 'The founder does not pour the metal until the mould is dry.', 'When does the founder pour the metal?', 'When the mould is dry.'],
  ['not un-', 'Storms are not uncommon on this coast in winter.', 'When are storms common on this coast?', 'In winter.'],
  ['no fewer than', 'No fewer than nine founders signed the letter to Simpson.', 'How many founders signed the letter to Simpson?', 'Nine founders or more.'],
  ['false that never', 'It is false that founders never tuned the hum.', 'What did founders sometimes do?', 'They tuned the hum.'],
  ['a belief that somebody corrects', 'The villagers believed that a dune is a wall of sand. Brandt showed them that it flows.', 'What did Brandt show?', 'A dune is not a wall of sand; it flows.'],
  ['what was not so before', 'Until then founders did not tune the hum. Taylor began it in 1896.', 'What did Taylor begin to do in 1896?', 'Tune the hum.'],
  ['kept from', 'Bees stay inside the hive when winter comes.', 'What keeps bees from going outside the hive?', 'Winter.'],
  ['a denied opposite', 'The hum is hard to hear, even for ringers.', 'How easy is the hum to hear?', 'It is not easy to hear.'],
  
  ['a fear of what others ask', 'a guest has a question how do you verify ahead of time before the first ringing that the frame holds the bell and does not include hidden cracks', 'What did guests fear about the first ringing?', 'That the frame hides cracks, which nobody can verify ahead of time.'],
];

// prettier-ignore
const orders: readonly Row[] = [
  ['a definition with "is"', 'Sourdough is bread that is raised by wild yeast.', 'What is sourdough?', 'Bread that is raised by wild yeast.'],
  ['not A but B, not C', 'The model had not generalized to a rule against doing bad things, but to something else, not yet understood.', 'What did jailbreaks show?', 'It had not generalized to a rule against doing bad things, but to something else, not understood.'],
  ['never before', 'Metal is never poured before the mould is dry.', 'What must be dry so that metal is poured?', 'The mould must be dry before the pouring.'],
  ['a passive without "was"', 'The fields buried by dunes are lost to the farmers.', 'What did dunes do to the fields?', 'Dunes buried the fields.'],
  ['what both are', 'Hover flies resemble wasps.', 'Which insects resemble hover flies?', 'Wasps.'],
  ['not harder', 'Checking a bug is easier than finding it, say the testers.', 'What do testers say about the work of checking?', 'Checking a bug is not harder than finding it.'],
  ['an aim', 'Marram grass was planted along the shore, so the dunes no longer wandered.', 'Why was marram grass planted along the shore?', 'The dunes should no longer wander.'],
  ['a cause that was inferred', 'The footprints were deep and sharp, so the ground must have been wet.', 'Why were the footprints deep and sharp?', 'The ground was wet.'],
  ['the mirrored case', 'Warm air rises because it is lighter than cold air.', 'Why does cold air sink?', 'It is heavier than warm air.'],
  ['a "must" of the passage', 'Perhaps founders must wait a week for the large bell to cool.', 'What does a large bell force founders to do?', 'Founders must wait a week for it to cool.'],
];

// prettier-ignore
const numbers: readonly Row[] = [
  ['a number in words with its rest', 'With six bells there are 5,040 changes to ring in all.', 'How many changes can be rung on six bells?', 'Five thousand and forty.'],
  ['a spelled number in digits', 'The tower has one hundred and twenty steps up to the bells.', 'How many steps has the tower?', '120.'],
  ['a difference', 'The number of plant species rose from 61 to 94 in five years.', 'By how many plant species did the number rise?', 'By 33.'],
  ['what is left', 'Of forty hollows on the map six are left today.', 'How many hollows were lost?', '34.'],
  ['a round number', 'The library lists 5,040 bells and their towers.', 'How many bells does the library list?', 'About 5,000.'],
  ['a fraction', 'Two thirds of the rabbits died of the disease.', 'What share of the rabbits died?', 'About 67%.'],
  ['one in five', 'About one person in five hears the hum of the bell.', 'What share of people hears the hum?', '20%.'],
  ['a week', 'The bell stays in its pit for a week before it is lifted.', 'For how long does the bell stay in its pit?', '7 days.'],
  ['half an hour', 'The glue sets in half an hour if it is warm.', 'How long does the glue take to set?', '30 minutes.'],
  ['twice', 'The tower is twice as tall as the church, which is 30 metres tall.', 'How tall is the tower?', '60 metres.'],
  ['a decade', 'The lab was founded in 1894 by two brothers.', 'When was the lab founded?', 'In the 1890s.'],
  ['a century', 'The lab was founded in 1894 by two brothers.', 'In which century was the lab founded?', 'In the 19th.'],
  ['a people for its country', 'Founders tune all five partials in England today.', 'Which founders tune all five partials?', 'English ones.'],
];

// prettier-ignore
const shapes: readonly Row[] = [
  ['what is it that', 'Founders shape the core first and then the cope.', 'What is it that founders shape first?', 'The core.'],
  ['a name behind its pronoun', 'Leike left OpenAI in 2024 and warned of a lack of safety.', 'When he left OpenAI, of what did Leike warn?', 'Of a lack of safety.'],
  ['the following year', 'In 1896 Taylor tuned the hum of all bells.', 'What did Taylor do to all bells in the following year, after the letter of 1895?', 'He tuned the hum.'],
  ['an indirect question', 'Nobody knows when or where the ridge will move next.', 'Who knows when or where the ridge will move?', 'Nobody.'],
  ['all of a number', 'All six labs signed the letter on safety.', 'How many of the six labs signed the letter?', 'All six.'],
  ['a reason in the words of what it is for', 'A lot of people feel like RLHF has been progress. RLHF models feel more capable.', 'Why do a lot of people feel that RLHF has been a capabilities progress?', 'Because the RLHF models feel more capable.'],
  ['an answer in a full sentence', 'The sheep gave way to rabbits in 1980.', 'What came after the sheep?', 'Rabbits came after the sheep.'],
  ['a name with a small letter', 'k-means assigns each point to the nearest centre.', 'k-means clustering assigns each point to which centre?', 'The nearest one.'],
  ['two short lists in one sentence', 'It means time, money, and care for water, sand, and grass, even when it rains.', 'What does keeping dunes mean?', 'Time, money, and care for water, sand, and grass, even when it rains.'],
];

describe('a sound card is not refused for', () => {
  it.each([...denials, ...orders, ...numbers, ...shapes])('%s', (_, passage, question, answer) => {
    expect(refused(passage, question, answer)).toEqual([]);
  });

  it('what critics say in the sentence before its own', () => {
    const passage = 'Critics say that dams harm the bay. A dam holds the water back.';
    const question = 'What does a dam do, according to Brandt?';
    const grounds = [ground(source([passage], { author: 'Ilse Brandt' }), 'A dam holds')];
    const [found = []] = lintCards([basic(question, 'It holds the water back.', { grounds })]);
    expect(found.filter(({ rule }) => rule === 'Q03')).toEqual([]);
  });

  it('what critics say in the other half of its sentence', () => {
    const passage = '“The dune is dead,” says Brandt, while others say that it sleeps.';
    const question = 'In what state is the dune, according to Brandt?';
    expect(refused(passage, question, 'It is dead.')).toEqual([]);
  });

  it('a hidden phrase of small words', () => {
    const [found = []] = lintCards([cloze('Pessimists make people want to {{c1::give up}} soon.')]);
    expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('a listener who asks about the matter', () => {
    const talk = source(
      [
        { kind: 'turn', speaker: 'Ann', text: 'dear listeners welcome to the show' },
        { kind: 'turn', speaker: 'Ann', text: 'a listener asks what gives ants the right to wood' },
        { kind: 'turn', speaker: 'Ben', text: 'they were in the wood before anybody else' },
      ],
      { kind: 'transcript' },
    );
    const grounds = [ground(talk, 'they were in the wood')];
    const question =
      'What does Ben answer when a listener asks, “What gives ants the right to wood?”';
    const [found = []] = lintCards([basic(question, 'That they were there before.', { grounds })]);
    expect(found.filter(({ rule }) => rule === 'Q13')).toEqual([]);
  });
});

describe('the flaw beside a sound form is still refused:', () => {
  it.each<Row>([
    [
      'another difference',
      'The number of plant species rose from 61 to 94.',
      'By how many plant species did the number rise?',
      'By 45.',
    ],
    [
      'another fraction',
      'Two thirds of the rabbits died of the disease.',
      'What share of the rabbits died?',
      '80%.',
    ],
    [
      'another decade',
      'The lab was founded in 1894 by two brothers.',
      'When was the lab founded?',
      'In the 1880s.',
    ],

    [
      'a definition turned round',
      'Yeast that is wild raises the bread.',
      'What does the bread do?',
      'The bread raises yeast that is wild.',
    ],
    [
      'another people',
      'Founders tune all five partials in England today.',
      'Which founders tune all five partials?',
      'The French ones.',
    ],
    [
      'critics in its own sentence',
      'Critics say that dams harm the bay.',
      'What do dams do, according to Brandt?',
      'They harm the bay.',
    ],
    [
      'a second question',
      'Ants follow a scent.',
      'Who studies ants, and where did the ants nest?',
      'Frisch.',
    ],
  ])('%s', (_, passage, question, answer) => {
    expect(refused(passage, question, answer)).not.toEqual([]);
  });
});
