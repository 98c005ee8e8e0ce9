import { describe, expect, it } from 'vitest';
import { claimBecause } from '../../src/generate/claim-because.ts';
import { condition } from '../../src/generate/condition.ts';
import { whatIs } from '../../src/generate/what-is.ts';
import type { Rule } from '../../src/generate/rule.ts';
import { cards, heading, passageOf } from './document.ts';

function of(rule: Rule, text: string, more = {}): string[] {
  return cards(rule, [passageOf(text, more)], { title: 'Bees' });
}

const credit = ', according to the text “Bees”?';

describe('claimBecause', () => {
  it('asks for the reason with the sentence’s own verb', () => {
    expect(of(claimBecause, 'The dance is a language because others act on it.')).toEqual([
      `Why is the dance a language${credit} → Because others act on it.`,
    ]);
    expect(of(claimBecause, 'A hive cannot stand in the shade, because damp harms it.')).toEqual([
      `Why can a hive not stand in the shade${credit} → Because damp harms it.`,
    ]);
    expect(of(claimBecause, 'The dance requires the dark because light confuses bees.')).toEqual([
      `Why does the dance require the dark${credit} → Because light confuses bees.`,
    ]);
  });

  it('asks why something is important where a colon says so', () => {
    expect(of(claimBecause, 'It is important to part the hives: they rob each other.')).toEqual([
      `Why is it important to part the hives${credit} → They rob each other.`,
    ]);
  });

  it.each([
    ['points back', 'It is a language because others act on it.'],
    ['points at what is not there', 'The dance of this hive is odd because bees are tired.'],
    ['is in the first person', 'We can read the dance because we have seen it.'],
    ['names only a cause', 'The dance is odd because of the rain that fell.'],
  ])('asks nothing where the sentence %s', (_name, text) => {
    expect(of(claimBecause, text)).toEqual([]);
  });
});

describe('whatIs', () => {
  it('asks for what is named, and for what a known verb says', () => {
    expect(of(whatIs, 'The aim of the dance is to tell others where food is.')).toEqual([
      `What is the aim of the dance${credit} → To tell others where food is.`,
    ]);
    expect(of(whatIs, 'The work of a drone involves waiting, flying and dying.')).toEqual([
      `What does the work of a drone involve${credit} → Waiting, flying and dying.`,
    ]);
    expect(
      of(whatIs, 'Old hives, above all wooden ones, are unfit for the winter months.'),
    ).toEqual([
      `Which hives are unfit for the winter months${credit} → Old hives, above all wooden ones.`,
    ]);
  });

  it('takes a verb of two words whole, and a kind of thing without an article', () => {
    expect(of(whatIs, 'The water makes up nine tenths of the nectar of a flower.')).toEqual([
      `What does the water make up${credit} → Nine tenths of the nectar of a flower.`,
    ]);
    expect(of(whatIs, 'Keepers drink mead. Mead is wine that is made of honey and water.')).toEqual(
      [`What is mead${credit} → Wine that is made of honey and water.`],
    );
  });

  it('asks nothing for what somebody is like', () => {
    expect(of(whatIs, 'Most of the keepers are hopeful that this will pass at last.')).toEqual([]);
  });

  it('says of what a goal is, where that was named right before', () => {
    expect(
      of(whatIs, 'The town began a new project: Open Hive. The goal is to let children see bees.'),
    ).toEqual([`What is the goal of Open Hive${credit} → To let children see bees.`]);
  });

  it('names the one who says it: author, speaker, or whom the sentence reports', () => {
    const text = 'The aim of the dance is to tell others where food is.';
    expect(cards(whatIs, [passageOf(text)], { author: 'Ada Worker' })[0]).toMatch(
      /, according to Ada Worker\?/,
    );
    expect(of(whatIs, text, { speaker: 'Carl Frisch' })[0]).toMatch(/, according to Carl Frisch\?/);
    expect(
      of(whatIs, `Carl Frisch lived here. Frisch argued that ${text.replace('The', 'the')}`)[0],
    ).toMatch(/^What is the aim of the dance, according to Carl Frisch\?/);
  });

  it('does not give a text’s own words to whoever it spoke of before', () => {
    expect(
      of(
        whatIs,
        'Carl Frisch is a keeper. The aim of the dance is to tell others where food is.',
      )[0],
    ).not.toMatch(/according to Carl/);
  });

  it('ends an answer before a clause that says something else', () => {
    expect(
      of(
        whatIs,
        'The aim of the dance is to tell others where food is, and the hive follows it.',
      )[0],
    ).toMatch(/where food is\.$/);
  });

  it('asks nothing of a document that asks for itself', () => {
    const passages = [
      heading('Why?'),
      heading('How?'),
      heading('When?'),
      passageOf('The aim of the dance is to tell others.'),
    ];
    expect(cards(whatIs, passages)).toEqual([]);
  });

  it('asks nothing of furniture, of progress, or of words that are read out', () => {
    expect(of(whatIs, 'The aim of the dance is to tell others.', { region: 'furniture' })).toEqual(
      [],
    );
    expect(of(whatIs, 'The aim of the dance is to tell others.', { readBy: 'Ada' })).toEqual([]);
    expect(of(whatIs, 'The keepers of Rome are building new hives for all.')).toEqual([]);
  });
});

describe('condition', () => {
  it('asks what happens, and what must be done', () => {
    expect(of(condition, 'If a hive grows too full, its bees will leave it.')).toEqual([
      `What happens if a hive grows too full${credit} → Its bees will leave it.`,
    ]);
    expect(of(condition, 'To calm the bees, a keeper must move slowly and softly.')).toEqual([
      `What must a keeper do to calm the bees${credit} → Move slowly and softly.`,
    ]);
    expect(
      of(condition, 'There is a way: let bees do the work, such that the keeper rests.'),
    ).toEqual([`What happens if one lets bees do the work${credit} → The keeper rests.`]);
    expect(of(condition, 'The harvest can be harmed when the keepers fight.')).toEqual([
      `When can the harvest be harmed${credit} → When the keepers fight.`,
    ]);
  });

  it('asks nothing where the condition points back or speaks to the reader', () => {
    expect(of(condition, 'If it grows too full, the bees will leave the hive.')).toEqual([]);
    expect(of(condition, 'If you look closely, the bees will let themselves be seen.')).toEqual([]);
  });
});
