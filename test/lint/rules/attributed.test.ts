import { describe, expect, it } from 'vitest';
import type { Passage } from '../../../src/model/source.ts';
import { basic, findings, ground, severities, source } from '../made.ts';

const turn = (speaker: string, text: string, more: Partial<Passage> = {}) =>
  ({ kind: 'turn', speaker, text, ...more }) as const;
const talk = source(
  [
    turn('Ann Host', 'it feels like we need a mouse that behaves badly'),
    turn('Ben Guest', 'i would rather call it a test with deceptive models'),
    turn('a listener', 'why not stop now', { readBy: 'Ann Host' } as Partial<Passage>),
    turn('Ann Host', 'mary smith pointed out in her book that lies show in the brain'),
    turn('Ann Host', 'and you are saying that checking is cheap'),
  ],
  { kind: 'transcript', title: 'Talk' },
);

function of(anchor: string, question: string, answer = 'That.'): readonly string[] {
  return severities('Q03', basic(question, answer, { grounds: [ground(talk, anchor)] }));
}

/** What it is, the anchor, the question, the answer. */
type Row = [string, string, string, string?];

describe('Q03 in a talk', () => {
  it.each<Row>([
    ['what the other speaker says', 'a mouse that', 'Which animal does Guest ask for?'],
    [
      'what is said, in the answer',
      'a mouse that',
      'Which animal is needed?',
      'Guest says: a mouse.',
    ],
    ['the one asked for', 'deceptive models', 'Who calls it a test?', 'Ann Host.'],
    ['what is read out', 'why not stop', 'Why does Guest say that one should stop?'],
    ['what a third person pointed out', 'lies show', 'Where does Guest say that lies show?'],
    [
      'somebody of whom nothing is said',
      'deceptive models',
      'What does Carl Stranger call a test?',
    ],
  ])('refuses %s', (_, anchor, question, answer = 'That.') => {
    expect(of(anchor, question, answer)).toEqual(['error']);
  });

  it.each([
    ['who says it', 'a mouse that', 'Which animal does Host ask for?'],
    ['nobody', 'a mouse that', 'Which animal is needed?'],
    ['both', 'a mouse that', 'What does Host propose to Guest, who argues otherwise?'],
    ['the listener', 'why not stop', 'What does a listener ask Guest, as Host says?'],
    ['the one who puts a question', 'why not stop', 'Which question does Host put?'],
    ['the third person', 'lies show', 'Where does Mary Smith say that lies show?'],
    ['the one whose words are summed up', 'checking is cheap', 'What does Guest say of checking?'],
  ])('accepts a card that names %s', (_, anchor, question) => {
    expect(of(anchor, question)).toEqual([]);
  });

  it('says who says it', () => {
    const [finding] = findings(
      'Q03',
      basic('What does Guest want?', 'A mouse.', { grounds: [ground(talk, 'a mouse that')] }),
    );
    expect(finding?.message).toBe('"Guest want": Ann Host says it');
  });
});

const list = source(
  ['The Hive', 'Bee Letters'].map((attributedTo, index) => ({
    kind: 'quote',
    text: `saying number ${index} on bees`,
    topic: 'bees',
    quote: '',
    attributedTo,
    fromPublication: true,
    part: '',
    number: index,
    speaker: 'Ben Guest',
  })),
  { kind: 'quote-list', title: 'Sayings' },
);

describe('Q03 in a quote list', () => {
  const at = { grounds: [ground(list, 'saying number 0')] };

  it('refuses another publication of the list', () => {
    expect(severities('Q03', basic('Where is it said?', 'In Bee Letters.', at))).toEqual(['error']);
  });

  it('accepts the one that the list gives', () => {
    expect(severities('Q03', basic('Where is it said?', 'In The Hive.', at))).toEqual([]);
  });

  it('refuses another person', () => {
    expect(severities('Q03', basic('What does Carl Stranger say of bees?', 'That.', at))).toEqual([
      'error',
    ]);
  });
});

const page = source(
  [
    'Ben Guest is a keeper of bees.',
    'As one person described it, this is like using honey to catch honey.',
    'As Apia puts it, "the hive is in danger".',
    'Guest expects a mild winter. The hive stays warm.',
    'But some critics think it is simply crazy. They ask, among others:',
    { kind: 'item', text: 'Can bees be told anything at all?' },
  ],
  { kind: 'plain-text', title: 'Ben Guest' },
);

function onPage(anchor: string, question: string, answer = 'That.'): readonly string[] {
  return severities('Q03', basic(question, answer, { grounds: [ground(page, anchor)] }));
}

describe('Q03 on a page', () => {
  it.each<Row>([
    ['what it ascribes to nobody by name', 'using honey', 'What does Guest say it is like?'],
    [
      'what another says',
      'hive is in danger',
      'Who warns of danger to the hive?',
      'Carl Stranger.',
    ],
    ['what a list goes on with', 'Can bees be told', 'What does Guest ask about bees?'],
  ])('refuses a person for %s', (_, anchor, question, answer = 'That.') => {
    expect(onPage(anchor, question, answer)).toEqual(['error']);
  });

  it.each([
    ['reports', 'a mild winter', 'Which winter does Guest expect?'],
    ['tells of the one it is about', 'stays warm', 'What does Guest say of the hive?'],
  ])('accepts the person whom it %s', (_, anchor, question) => {
    expect(onPage(anchor, question)).toEqual([]);
  });

  it('refuses another kind of document than it is', () => {
    expect(
      onPage('a mild winter', 'What kind of winter is expected, according to the interview?'),
    ).toEqual(['error']);
    expect(
      onPage('a mild winter', 'What kind of winter is expected, according to the biography?'),
    ).toEqual([]);
  });
});
