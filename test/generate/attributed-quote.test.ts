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

function said(text: string): string[] {
  return cards(attributedQuote, [quote(text)], list);
}

function onTopic(topic: string): string | undefined {
  return cards(attributedQuote, [quote('Bees. All of them.', { topic })], list)[0];
}

describe('attributedQuote', () => {
  it('asks with the saying’s own verb, says whom it is attributed to, and answers in quotation marks', () => {
    const credit = ', in words attributed to Ada Worker';
    expect(said('The honey is no food because it keeps for ever.')).toEqual([
      `Why is the honey no food${credit}? → “Because it keeps for ever.”`,
    ]);
    expect(said('The limit of a hive is how much its bees can carry.')).toEqual([
      `What is the limit of a hive${credit}? → “How much its bees can carry.”`,
    ]);
    expect(said('As hives become too full for one queen, we can raise another.')).toEqual([
      `What can be done as hives become too full for one queen${credit}? → “Raise another.”`,
    ]);
    expect(said('To keep up with the bees, you must rise early in the day.')).toEqual([
      `What must be done to keep up with the bees${credit}? → “Rise early in the day.”`,
    ]);
    expect(said('If you give a bee a poor map, it will find the wrong flower.')).toEqual([
      `What happens if one gives a bee a poor map${credit}? → “It will find the wrong flower.”`,
    ]);
    expect(said('Smoking the hive gently is the best way to calm it.')).toEqual([
      `What is the best way to calm it${credit}? → “Smoking the hive gently.”`,
    ]);
    expect(said('A keeper of bees must learn to wait for the spring.')).toEqual([
      `What must a keeper of bees do${credit}? → “Learn to wait for the spring.”`,
    ]);
  });

  it('asks with the topic where that names a matter', () => {
    expect(onTopic('the fragility of hives')).toMatch(
      /^Why are hives fragile, in words attributed to/,
    );
    expect(onTopic('the cost of honey')).toMatch(/^What is the cost of honey, in words/);
    expect(onTopic('wild versus kept bees')).toMatch(
      /^What is the difference between wild and kept bees,/,
    );
  });

  it('leaves to a person what only a heading asks for', () => {
    const [draft] = attributedQuote.draft(documentOf([quote('Honey is slow sunlight.')], list));
    expect(draft).toMatchObject({
      sure: false,
      content: { question: 'Which view on honey is attributed to Ada Worker?' },
    });
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
    expect(cards(attributedQuote, [passage], list)).toEqual([
      'What is a swarm, in words attributed to Ada Worker? → “A queen with friends.”',
    ]);
    expect(
      cards(
        attributedQuote,
        [quote('Bees, and more bees.', { topic: 'the definition of a swarm' })],
        list,
      )[0],
    ).toMatch(/^What is a swarm, in words attributed to Ada Worker\? → “Bees, and/);
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
