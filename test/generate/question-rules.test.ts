import { describe, expect, it } from 'vitest';
import { boldQuestion } from '../../src/generate/bold-question.ts';
import { introducedQuotation } from '../../src/generate/introduced-quotation.ts';
import { tableRow } from '../../src/generate/table-row.ts';
import { inThirdPersonOf, leansBack } from '../../src/generate/third-person.ts';
import { turnQuestion } from '../../src/generate/turn-question.ts';
import type { Passage } from '../../src/model/source.ts';
import { cards, passageOf } from './document.ts';

function row(header: readonly string[], cells: readonly string[]): Passage {
  return passageOf(cells.join(' '), { kind: 'row', header, cells } as Partial<Passage>);
}

function turn(speaker: string, text: string): Passage {
  return passageOf(text, { kind: 'turn', speaker } as Partial<Passage>);
}

function talk(...passages: readonly Passage[]): string[] {
  return cards(turnQuestion, passages, { kind: 'transcript' });
}

describe('boldQuestion', () => {
  it('reads a question in bold and the sentence behind it', () => {
    expect(
      cards(boldQuestion, [passageOf('**Why do bees dance?** To tell others. More on it.')]),
    ).toEqual(['Why do bees dance? → To tell others.']);
  });

  it('finds the answer in the next paragraph', () => {
    expect(
      cards(boldQuestion, [passageOf('**Why do bees dance?**'), passageOf('To tell others.')]),
    ).toEqual(['Why do bees dance? → To tell others.']);
    expect(
      cards(boldQuestion, [passageOf('Q: Why do bees dance?'), passageOf('A: To tell others.')]),
    ).toEqual(['Why do bees dance? → To tell others.']);
  });

  it('asks nothing that yes answers, and nothing that is not answered', () => {
    expect(cards(boldQuestion, [passageOf('**Do bees dance?** They do.')])).toEqual([]);
    expect(
      cards(boldQuestion, [passageOf('**Why do bees dance?**'), passageOf('**How do they?**')]),
    ).toEqual([]);
  });
});

describe('tableRow', () => {
  it('asks each column of the row’s name', () => {
    expect(
      cards(tableRow, [row(['Bee', 'Task', 'Life span'], ['Drone', 'mating', 'some weeks'])]),
    ).toEqual([
      'What is the Task of Drone, according to the table in “A document”? → mating',
      'What is the Life span of Drone, according to the table in “A document”? → some weeks',
    ]);
  });

  it('needs headers, and a name in the first column', () => {
    expect(cards(tableRow, [row([], ['Drone', 'mating'])])).toEqual([]);
    expect(cards(tableRow, [row(['Bee', 'Task'], ['1927', 'mating'])])).toEqual([]);
  });
});

describe('turnQuestion', () => {
  const answer = turn(
    'Carl Frisch',
    'Right. They want to tell the others where the best food of the day is. It is a language.',
  );

  it('asks in the third person and answers in the speaker’s words', () => {
    expect(
      talk(turn('Ada Worker', 'Good. So why do you think bees dance in the dark?'), answer),
    ).toEqual([
      'Why does Carl Frisch think bees dance in the dark? → “They want to tell the others where the best food of the day is. It is a language.”',
    ]);
    expect(talk(turn('Ada Worker', 'Why do bees dance in the dark?'), answer)[0]).toMatch(
      /^Why do bees dance in the dark, according to Carl Frisch\?/,
    );
  });

  it('asks nothing that points back, that yes answers, or that somebody only reads out', () => {
    expect(talk(turn('Ada Worker', 'Why do they do it like that?'), answer)).toEqual([]);
    expect(talk(turn('Ada Worker', 'Do you think bees dance in the dark?'), answer)).toEqual([]);
    expect(
      talk(turn('Ada Worker', 'Why do bees dance in the dark?'), {
        ...answer,
        readBy: 'Ada Worker',
      }),
    ).toEqual([]);
  });
});

describe('inThirdPersonOf', () => {
  it.each([
    ['what do you think your work shows', 'what does Ada Bell think Bell’s work shows'],
    ['why are you so sure that you can win', 'why is Ada Bell so sure that Bell can win'],
    ['how would we know what you mean', 'how would people know what Ada Bell means'],
  ])('tells "%s"', (question, told) => {
    expect(inThirdPersonOf(question, 'Ada Bell')).toBe(told);
  });

  it('gives up where more would have to change', () => {
    expect(inThirdPersonOf('what should I tell you', 'Ada Bell')).toBeUndefined();
    expect(inThirdPersonOf('how you yourself go', 'Ada Bell')).toBeUndefined();
  });

  it('knows what leans on words before it', () => {
    expect(leansBack('why does it work')).toBe(true);
    expect(leansBack('why do models lie')).toBe(false);
  });
});

describe('introducedQuotation', () => {
  it('asks with which words somebody explains how he stands', () => {
    const before = passageOf('Many doubt it. But Carl is guardedly hopeful. As he explains:');
    const quoted = passageOf('We can read what they say. And that is new.', {
      speaker: 'Carl Frisch',
    });
    expect(cards(introducedQuotation, [before, quoted], { kind: 'web-capture' })).toEqual([
      'In Frisch’s own words: why is Carl Frisch guardedly hopeful? → “We can read what they say. And that is new.”',
    ]);
  });
});
