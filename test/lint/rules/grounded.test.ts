import { describe, expect, it } from 'vitest';
import { basic, findings, ground, severities, source } from '../made.ts';

const bees = source([
  'Karl von Frisch described the waggle dance of honey bees in 1927.',
  'A bee tells the others how far the food is. Some 20,000 bees live in a hive.',
]);
const dance = { grounds: [ground(bees, 'waggle dance')] };

describe('Q01', () => {
  it('says nothing of a card without a source', () => {
    expect(findings('Q01', basic('Who described the dance?', 'Lorenz.'))).toEqual([]);
  });

  it('says nothing where the passage has the names and figures of the answer', () => {
    expect(
      findings('Q01', basic('Who described the dance, and when?', 'Karl von Frisch, 1927.', dance)),
    ).toEqual([]);
  });

  it('refuses a name that is nowhere in the source, also as the only word', () => {
    const [finding] = findings('Q01', basic('Who described the dance of bees?', 'Lorenz.', dance));
    expect(finding).toMatchObject({ severity: 'error', words: 'Lorenz' });
    expect(finding?.message).toBe('"Lorenz" is nowhere in Bees');
  });

  it('takes a first word with a capital letter for a name only where one is asked for', () => {
    expect(
      severities('Q01', basic('How do bees tell the way to food?', 'Dancing.', dance)),
    ).toEqual([]);
  });

  it('takes an abbreviation for what the source writes out', () => {
    const document = source(['Artificial general intelligence is far away.']);
    const grounds = [ground(document, 'far away')];
    expect(
      severities(
        'Q01',
        basic('How far is general intelligence?', 'The way to AGI is long.', { grounds }),
      ),
    ).toEqual([]);
  });

  it('refuses a figure that is nowhere in the source', () => {
    expect(severities('Q01', basic('How many dances did he film?', '120 dances.', dance))).toEqual([
      'error',
    ]);
  });

  it('refuses an anchor that does not stand there', () => {
    const grounds = [ground(bees, 'round dance')];
    expect(
      findings('Q01', basic('What did Frisch describe?', 'A dance.', { grounds }))[0]?.message,
    ).toBe('its anchor "round dance" does not stand once in Bees');
  });

  it('only warns of a missing anchor, where some passage says this', () => {
    const grounds = [ground(bees)];
    expect(
      severities('Q01', basic('How many bees live in a hive?', '20,000 bees.', { grounds })),
    ).toEqual(['warning']);
  });

  it('refuses a card without an anchor that no passage supports', () => {
    const grounds = [ground(bees)];
    const moths = basic(
      'Why do moths circle lamps at night?',
      'They mistake light for moonlight.',
      { grounds },
    );
    expect(severities('Q01', moths)).toEqual(['error']);
  });

  it('doubts an answer of which the passage has hardly a word', () => {
    const answer = 'Wolves hunt deer together across frozen lakes.';
    expect(severities('Q01', basic('What happens in winter?', answer, dance))).toEqual(['warning']);
  });
});
