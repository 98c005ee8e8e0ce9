import { describe, expect, it } from 'vitest';
import type { Passage } from '../../src/model/source.ts';
import { attributedQuote } from '../../src/generate/attributed-quote.ts';
import { cards, documentOf, passageOf } from './document.ts';

function quote(text: string, more: Record<string, unknown> = {}): Passage {
  return passageOf(text, {
    kind: 'quote',
    topic: 'honey',
    quote: text,
    attributedTo: 'The Hive',
    fromPublication: true,
    speaker: 'Ada Worker',
    part: 'Part 1',
    number: 1,
    headings: ['Lessons', 'Part 1'],
    ...more,
  } as Partial<Passage>);
}

const list = { title: 'Lessons' };

describe('attributedQuote', () => {
  it('asks what the list has its speaker say, and answers in quotation marks', () => {
    expect(cards(attributedQuote, [quote('Honey is slow sunlight.')], list)).toEqual([
      'What does the list have Worker say on honey? → “Honey is slow sunlight.”',
    ]);
  });

  it('says that the list is a secondary source, and which publication it names', () => {
    const [draft] = attributedQuote.draft(documentOf([quote('Honey is slow.')], list));
    expect(draft).toMatchObject({
      note: 'Attributed to Ada Worker by the list “Lessons”, a secondary source; it names The Hive.',
      topics: ['Part 1'],
      role: 'quote',
      sentence: 'Honey is slow.',
    });
  });

  it('asks for a definition where the topic is one', () => {
    const passage = quote('A swarm is a queen with friends.', {
      topic: 'the definition of a swarm',
    });
    expect(cards(attributedQuote, [passage], list)[0]).toMatch(
      /^How does the list have Worker define a swarm\?/,
    );
  });

  it('names nobody where the list does not tell who speaks', () => {
    expect(cards(attributedQuote, [quote('It is.', { speaker: undefined })], list)[0]).toBe(
      'What does the list “Lessons” quote on honey? → “It is.”',
    );
  });

  it('asks who said it where there is no topic but a person', () => {
    const person = { topic: '', fromPublication: false, speaker: 'Seneca', attributedTo: 'Seneca' };
    expect(cards(attributedQuote, [quote('Be.', person)], list)).toEqual([
      'To whom does the list “Lessons” attribute this: “Be.” → Seneca',
    ]);
    expect(
      cards(attributedQuote, [quote('Be.', { ...person, fromPublication: true })], list),
    ).toEqual([]);
  });

  it('leaves out what is too long for an answer', () => {
    expect(cards(attributedQuote, [quote('word '.repeat(46).trim())], list)).toEqual([]);
    expect(cards(attributedQuote, [quote('word '.repeat(45).trim())], list)).toHaveLength(1);
  });
});
