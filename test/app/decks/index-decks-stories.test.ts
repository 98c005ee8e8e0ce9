import { afterEach, describe, expect, it } from 'vitest';
import { textId } from '../../../src/deck/sides.ts';
import { TemporaryCollection } from '../temporary-collection.ts';

/** Texts of files; null removes one. */
type Files = Readonly<Record<string, string | null>>;

interface Story {
  readonly name: string;
  readonly before: Readonly<Record<string, string>>;
  /** What happens to the files, one index after each. */
  readonly later: readonly Files[];
  /**
   * How many answers the side at each place has in the end, by words of its card's text (`#2` for its
   * second side). In the beginning the first side of all has one answer, the second two, and so on.
   */
  readonly answers: Readonly<Record<string, number>>;
}

const capitals = ['France Paris', 'Italy Rome', 'Spain Madrid', 'Greece Athens', 'Norway Oslo'];

function capitalsDeck(ask: (country: string, city: string) => string): string {
  return capitals.map((pair) => ask(...(pair.split(' ') as [string, string]))).join('\n\n');
}

const three = `Q: What carries the plates along?
A: Slow currents in the mantle.

Q: Which rock is made by heat and pressure?
A: Metamorphic rock.

Q: What is a fault?
A: A crack along which rock has moved.
`;

/** What the last card of `three` is called while no id is written on it. */
const faultId = textId({
  kind: 'basic',
  question: 'What is a fault?',
  answer: 'A crack along which rock has moved.',
});

function withId(card: string, id: string): string {
  return `${card}\n<!-- id: ${id} -->\n`;
}

const stories: readonly Story[] = [
  {
    name: 'a typo mended',
    before: { 'decks/a.md': three.replace('currents', 'curents') },
    later: [{ 'decks/a.md': three }],
    answers: { 'Slow currents': 1, Metamorphic: 2, 'a fault': 3 },
  },
  {
    name: 'a typo mended in the only hole of a cloze',
    before: { 'decks/a.md': 'C: The [mantel] lies below the crust.\n' },
    later: [{ 'decks/a.md': 'C: The [mantle] lies below the crust.\n' }],
    answers: { mantle: 1 },
  },
  {
    name: 'the question reworded, a short answer kept',
    before: { 'decks/a.md': `${three}\nQ: What is the capital of France?\nA: Paris\n` },
    later: [{ 'decks/a.md': `${three}\nQ: Which city is the capital of France?\nA: Paris\n` }],
    answers: { 'Which city': 4, 'a fault': 3 },
  },
  {
    name: 'the answer reworded',
    before: { 'decks/a.md': three },
    later: [{ 'decks/a.md': three.replace('Metamorphic rock.', 'Schist, for one, or marble.') }],
    answers: { Schist: 2, 'a fault': 3 },
  },
  {
    name: 'question and answer reworded where it stands',
    before: { 'decks/a.md': three },
    later: [
      {
        'decks/a.md': three
          .replace(
            'Which rock is made by heat and pressure?',
            'What rock do heat and pressure make?',
          )
          .replace('Metamorphic rock.', 'Metamorphic rock, always.'),
      },
    ],
    answers: { 'do heat and pressure': 2, 'a fault': 3, 'Slow currents': 1 },
  },
  {
    name: 'another card in the place of one: its history waits',
    before: { 'decks/a.md': three },
    later: [
      {
        'decks/a.md': three
          .replace('Which rock is made by heat and pressure?', 'Who proposed continental drift?')
          .replace('Metamorphic rock.', 'Alfred Wegener.'),
      },
    ],
    answers: { Wegener: 0, 'a fault': 3, 'Slow currents': 1 },
  },
  {
    name: 'the same answer to quite another question: its history waits',
    before: { 'decks/a.md': `${three}\nQ: Is water wet?\nA: Yes\n` },
    later: [{ 'decks/a.md': `${three}\nQ: Does the sun rise in the east?\nA: Yes\n` }],
    answers: { 'the sun': 0, 'a fault': 3 },
  },
  {
    name: 'moved to another file',
    before: { 'decks/a.md': three, 'decks/b.md': 'Q: b?\nA: b\n' },
    later: [
      {
        'decks/a.md': three.slice(0, three.indexOf('Q: What is a fault?')),
        'decks/b.md': `Q: b?\nA: b\n\n${three.slice(three.indexOf('Q: What is a fault?'))}`,
      },
    ],
    answers: { 'a fault': 3, 'Slow currents': 1, 'b?': 4 },
  },
  {
    name: 'the file renamed',
    before: { 'decks/a.md': three, 'decks/b.md': 'Q: b?\nA: b\n' },
    later: [{ 'decks/a.md': null, 'decks/z/new.md': three }],
    answers: { 'a fault': 3, Metamorphic: 2, 'Slow currents': 1 },
  },
  {
    name: 'two cards swapped',
    before: { 'decks/a.md': 'Q: one?\nA: first\n\nQ: two?\nA: second\n' },
    later: [{ 'decks/a.md': 'Q: two?\nA: second\n\nQ: one?\nA: first\n' }],
    answers: { 'one?': 1, 'two?': 2 },
  },
  {
    name: 'the answers of two cards exchanged: the histories wait',
    before: {
      'decks/a.md': `${three}\nQ: What is basalt?\nA: A dark rock from lava.\n\nQ: What is marble?\nA: A rock made of limestone by heat.\n`,
    },
    later: [
      {
        'decks/a.md': `${three}\nQ: What is basalt?\nA: A rock made of limestone by heat.\n\nQ: What is marble?\nA: A dark rock from lava.\n`,
      },
    ],
    answers: { 'is basalt': 0, 'is marble': 0, 'a fault': 3 },
  },
  {
    name: 'a card split: the part with the old question goes on',
    before: {
      'decks/a.md': `${three}\nQ: What is lava?\nA: Molten rock. Magma is its name below ground.\n`,
    },
    later: [
      {
        'decks/a.md': `${three}\nQ: What is lava?\nA: Molten rock.\n\nQ: What is its name below ground?\nA: Magma.\n`,
      },
    ],
    answers: { 'What is lava': 4, 'its name below': 0 },
  },
  {
    name: 'a hole put in front of another',
    before: { 'decks/a.md': 'C: The crust is thin, the [mantle] thick.\n' },
    later: [{ 'decks/a.md': 'C: The [crust] is thin, the [mantle] thick.\n' }],
    answers: { 'thin#1': 0, 'thin#2': 1 },
  },
  {
    name: 'a hole reworded, the other kept',
    before: { 'decks/a.md': 'C: The [crust] is thin, the [mantle] thick.\n' },
    later: [{ 'decks/a.md': 'C: The [outer crust] is thin, the [mantle] thick.\n' }],
    answers: { 'thin#1': 1, 'thin#2': 2 },
  },
  {
    name: 'deleted and brought back',
    before: { 'decks/a.md': three, 'decks/b.md': 'Q: b?\nA: b\n' },
    later: [
      { 'decks/a.md': three.slice(0, three.indexOf('Q: What is a fault?')) },
      { 'decks/a.md': three },
    ],
    answers: { 'a fault': 3, Metamorphic: 2 },
  },
  {
    name: 'a card brought back beside one that took its place',
    before: { 'decks/a.md': three },
    later: [
      {
        'decks/a.md': three.replace(
          'A crack along which rock has moved.',
          'A rock crack that moved.',
        ),
      },
      {
        'decks/a.md': `${three.replace('A crack along which rock has moved.', 'A rock crack that moved.')}
Q: What is a fault?
A: A crack along which rock has moved.
`,
      },
    ],
    answers: { 'A rock crack': 3, 'along which': 3 },
  },
  {
    name: 'a folder unmounted and mounted again',
    before: { 'decks/disk/a.md': three, 'decks/b.md': 'Q: b?\nA: b\n' },
    later: [
      { 'decks/disk/a.md': null },
      { 'decks/b.md': 'Q: b?\nA: b, reworded\n' },
      { 'decks/disk/a.md': three },
    ],
    answers: { reworded: 1, 'Slow currents': 2, Metamorphic: 3, 'a fault': 4 },
  },
  {
    name: 'a file half saved, its last answer cut, then saved whole',
    before: { 'decks/a.md': three },
    later: [{ 'decks/a.md': three.slice(0, -20) }, { 'decks/a.md': three }],
    answers: { 'a fault': 3, Metamorphic: 2, 'Slow currents': 1 },
  },
  {
    name: 'a file half saved, cut in a question',
    before: { 'decks/a.md': three },
    later: [
      { 'decks/a.md': three.slice(0, three.indexOf('A: Metamorphic')) },
      { 'decks/a.md': three },
    ],
    answers: { 'a fault': 3, Metamorphic: 2, 'Slow currents': 1 },
  },
  {
    name: 'a card reworded while another one of the file is broken',
    before: { 'decks/a.md': three },
    later: [
      { 'decks/a.md': `${three.replace('A crack', 'Any crack')}\nQ: broken?\n` },
      { 'decks/a.md': three.replace('A crack', 'Any crack') },
    ],
    answers: { 'Any crack': 3, Metamorphic: 2 },
  },
  {
    name: 'many near-equal cards: capitals, all questions reworded',
    before: { 'decks/a.md': capitalsDeck((land, city) => `Q: Capital of ${land}?\nA: ${city}`) },
    later: [
      {
        'decks/a.md': capitalsDeck(
          (land, city) => `Q: Which city is the capital of ${land}?\nA: ${city}`,
        ),
      },
    ],
    answers: { France: 1, Italy: 2, Spain: 3, Greece: 4, Norway: 5 },
  },
  {
    name: 'many near-equal cards: capitals, both fields of all reworded',
    before: { 'decks/a.md': capitalsDeck((land, city) => `Q: Capital of ${land}?\nA: ${city}`) },
    later: [
      {
        'decks/a.md': capitalsDeck(
          (land, city) => `Q: What is the capital of ${land}?\nA: It is ${city}.`,
        ),
      },
    ],
    answers: { France: 1, Italy: 2, Spain: 3, Greece: 4, Norway: 5 },
  },
  {
    name: 'many near-equal cards: one capital exchanged for another waits',
    before: { 'decks/a.md': capitalsDeck((land, city) => `Q: Capital of ${land}?\nA: ${city}`) },
    later: [
      {
        'decks/a.md': capitalsDeck((land, city) =>
          land === 'Spain'
            ? 'Q: Capital of Sweden?\nA: Stockholm'
            : `Q: Capital of ${land}?\nA: ${city}`,
        ),
      },
    ],
    answers: { France: 1, Italy: 2, Sweden: 0, Greece: 4, Norway: 5 },
  },
  {
    name: 'many near-equal cards: dates of two cards changed at once wait',
    before: {
      'decks/a.md':
        'C: The treaty of [Rome] was signed in 1957.\n\nC: The treaty of [Nice] was signed in 2001.\n',
    },
    later: [
      {
        'decks/a.md':
          'C: The treaty of [Paris] was signed in 1951.\n\nC: The treaty of [Lisbon] was signed in 2007.\n',
      },
    ],
    answers: { Paris: 0, Lisbon: 0 },
  },
  {
    name: 'many near-equal cards: vocabulary, one word exchanged for another waits',
    before: { 'decks/a.md': 'T: chien\nD: dog\n\nT: chat\nD: cat\n\nT: cheval\nD: horse\n' },
    later: [{ 'decks/a.md': 'T: chien\nD: dog\n\nT: souris\nD: mouse\n\nT: cheval\nD: horse\n' }],
    answers: { 'dog#1': 1, 'dog#2': 2, 'mouse#1': 0, 'mouse#2': 0, 'horse#1': 5, 'horse#2': 6 },
  },
  {
    name: 'many near-equal cards: vocabulary, an article added to every word',
    before: { 'decks/a.md': 'T: chien\nD: dog\n\nT: chat\nD: cat\n\nT: cheval\nD: horse\n' },
    later: [
      { 'decks/a.md': 'T: le chien\nD: dog\n\nT: le chat\nD: cat\n\nT: le cheval\nD: horse\n' },
    ],
    answers: { 'dog#1': 1, 'dog#2': 2, 'cat#1': 3, 'cat#2': 4, 'horse#1': 5, 'horse#2': 6 },
  },
  {
    name: 'an id written by hand',
    before: { 'decks/a.md': three },
    later: [{ 'decks/a.md': withId(three.trimEnd(), 'my-fault') }],
    answers: { 'a fault': 3, Metamorphic: 2 },
  },
  {
    name: 'a written id changed by hand',
    before: { 'decks/a.md': withId(three.trimEnd(), 'my-fault') },
    later: [{ 'decks/a.md': withId(three.trimEnd(), 'our-fault') }],
    answers: { 'a fault': 3, Metamorphic: 2 },
  },
  {
    name: 'a written id taken away',
    before: { 'decks/a.md': withId(three.trimEnd(), 'my-fault') },
    later: [{ 'decks/a.md': three }],
    answers: { 'a fault': 3, Metamorphic: 2 },
  },
  {
    name: 'the old text again in front of a card that kept the id of that text',
    before: { 'decks/a.md': three, 'decks/b.md': 'Q: b?\nA: b\n' },
    later: [
      { 'decks/a.md': withId(three.trimEnd(), faultId) },
      { 'decks/a.md': withId(three.trimEnd().replace('A crack', 'Any crack'), faultId) },
      {
        'decks/a.md': withId(three.trimEnd().replace('A crack', 'Any crack'), faultId),
        'decks/0.md': 'Q: What is a fault?\nA: A crack along which rock has moved.\n',
      },
    ],
    answers: { 'Any crack': 3, 'A crack': 0 },
  },
  {
    name: 'the old text again in the file of the card that kept its id',
    before: { 'decks/a.md': three },
    later: [
      { 'decks/a.md': withId(three.trimEnd(), faultId) },
      { 'decks/a.md': withId(three.trimEnd().replace('A crack', 'Any crack'), faultId) },
      {
        'decks/a.md': `${three}\n${withId('Q: What is a fault?\nA: Any crack.', faultId)}`,
      },
    ],
    answers: { 'Any crack': 3, 'A crack': 0 },
  },
  {
    name: 'with an id, everything reworded and moved',
    before: { 'decks/a.md': three, 'decks/b.md': withId('Q: b?\nA: b', 'card-b') },
    later: [{ 'decks/b.md': null, 'decks/c.md': withId('Q: Quite another?\nA: Yes', 'card-b') }],
    answers: { 'Quite another': 4 },
  },
  {
    name: 'with an id, a hole reworded',
    before: { 'decks/a.md': withId('C: The [crust] is thin, the [mantle] thick.', 'card-c') },
    later: [
      { 'decks/a.md': withId('C: The [outer crust] is thin, the [mantle] thick.', 'card-c') },
    ],
    answers: { 'thin#1': 1, 'thin#2': 2 },
  },
  {
    name: 'with an id, an item of a list reworded',
    before: {
      'decks/a.md':
        'Q: Layers?\nA:\n1. the crust\n2. the mantle of rock\n3. the core\n<!-- id: layers; list -->\n',
    },
    later: [
      {
        'decks/a.md':
          'Q: Layers?\nA:\n1. the crust\n2. the mantle, mostly rock\n3. the core\n<!-- id: layers; list -->\n',
      },
    ],
    answers: { 'Layers#1': 1, 'Layers#2': 2, 'Layers#3': 3 },
  },
  {
    name: 'with an id, an item of a list put in between',
    before: { 'decks/a.md': 'Q: Layers?\nA:\n1. crust\n2. core\n<!-- id: layers; list -->\n' },
    later: [
      { 'decks/a.md': 'Q: Layers?\nA:\n1. crust\n2. mantle\n3. core\n<!-- id: layers; list -->\n' },
    ],
    answers: { 'Layers#1': 1, 'Layers#2': 0, 'Layers#3': 2 },
  },
];

let open: TemporaryCollection | undefined;

afterEach(() => {
  open?.dispose();
  open = undefined;
});

function begin(files: Readonly<Record<string, string>>): TemporaryCollection {
  open = new TemporaryCollection(files);
  open.index();
  for (const [index, key] of open.keys().entries())
    for (let times = 0; times <= index; times++) open.answer(key);
  return open;
}

function change(tenet: TemporaryCollection, files: Files): void {
  for (const [file, text] of Object.entries(files)) {
    if (text === null) tenet.remove(file);
    else tenet.write(file, text);
  }
}

/** How many answers the side has whose card has these words. */
function answersOf(tenet: TemporaryCollection, words: string): number {
  const [text = '', ordinal = '1'] = words.split('#');
  const found = tenet.store.rows<[string]>(
    `SELECT key FROM side JOIN card ON card.number = side.card
     WHERE instr(card.body, ?) > 0 AND ordinal = ?`,
    text,
    Number(ordinal) - 1,
  );
  expect(found).toHaveLength(1);
  return tenet.reps(found[0]?.[0] ?? '');
}

describe('a history follows its card or waits', () => {
  it.each(stories)('$name', ({ before, later, answers }) => {
    const tenet = begin(before);
    for (const files of later) {
      change(tenet, files);
      tenet.index();
    }
    const found = Object.keys(answers).map((words) => [words, answersOf(tenet, words)]);
    expect(Object.fromEntries(found)).toEqual(answers);
    expect(tenet.index()).toMatchObject({ parsed: 0, added: 0, gone: 0 });
  });
});
