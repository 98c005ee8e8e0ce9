import { describe, expect, it } from 'vitest';
import { spokenSentences } from '../../../src/generate/transcript/sentences.ts';
import { spokenCloze } from '../../../src/generate/transcript/spoken-cloze.ts';
import { spokenConditions } from '../../../src/generate/transcript/spoken-condition.ts';
import { spokenName } from '../../../src/generate/transcript/spoken-name.ts';
import type { SpokenContent, SpokenRule } from '../../../src/generate/transcript/spoken-pattern.ts';
import { spokenReason } from '../../../src/generate/transcript/spoken-reason.ts';
import { spokenSentence } from '../../../src/generate/transcript/spoken-sentence.ts';
import { spokenTerms } from '../../../src/generate/transcript/spoken-term.ts';
import { loadTagger } from '../../../src/generate/transcript/tagger.ts';

const tag = await loadTagger();

function shown(content: SpokenContent): string {
  switch (content.kind) {
    case 'question':
      return `${content.question} → ${content.answer}`;
    case 'claim':
      return `“${content.claim}” → ${content.answer}`;
    case 'call':
      return `“${content.phrase}” → ${content.answer}`;
    case 'cloze':
      return `${content.before}[${content.hidden}]${content.after}`;
  }
}

function of(rule: SpokenRule, text: string): string[] {
  const words = tag(text);
  return spokenSentences(text, words)
    .map((sentence) => rule(sentence, words))
    .filter((pattern) => pattern !== undefined)
    .map(({ content }) => shown(content));
}

function conditions(text: string): string[] {
  return spokenConditions(text, tag(text)).map(({ content }) => shown(content));
}

function terms(text: string): string[] {
  return spokenTerms(text, tag(text)).map(({ content }) => shown(content));
}

function worth(text: string): number {
  return /dance|bees|language/.test(text) ? 0.5 : 0;
}

function cloze(text: string): string[] {
  const words = tag(text);
  return spokenSentences(text, words)
    .map((sentence) => spokenCloze(sentence, words, text, worth))
    .filter((pattern) => pattern !== undefined)
    .map(({ content }) => shown(content));
}

describe('spokenReason', () => {
  it('quotes a claim with its reason', () => {
    expect(
      of(spokenReason, 'old hives are bad for bees because the damp gets into the wood'),
    ).toEqual(['“old hives are bad for bees” → because the damp gets into the wood']);
  });

  it('takes the sentence before along, where the claim points back to it', () => {
    expect(
      of(
        spokenReason,
        'the waggle dance is the common language of bees and it works well because they can feel what the dancer does',
      ),
    ).toEqual([
      '“the waggle dance is the common language of bees. It works well” → because they can feel what the dancer does',
    ]);
  });

  it.each([
    ['points back and has nothing before it', 'it works well because bees can feel the dancer'],
    ['gives only a cause', 'the hive is warm today because of the sun on the roof'],
    ['is the wish of the speaker', 'i want to stop here because the bees are very tired'],
  ])('asks nothing where a claim %s', (_name, text) => {
    expect(of(spokenReason, text)).toEqual([]);
  });
});

describe('spokenName', () => {
  it('asks for what the speaker gives a name of his own', () => {
    expect(of(spokenName, 'our overall goal is to get bees through the long winter')).toEqual([
      '“our overall goal” → to get bees through the long winter',
    ]);
    expect(
      of(spokenName, 'what we are setting out to do is we want to read the old dance'),
    ).toEqual(['“what we are setting out to do” → we want to read the old dance']);
  });

  it('leaves names alone that say nothing by themselves', () => {
    expect(of(spokenName, 'the other problem is that bees get old in the winter')).toEqual([]);
    expect(of(spokenName, "one thing i'll add is that bees get old in the winter")).toEqual([]);
    expect(of(spokenName, 'what this means is that bees get old in the winter')).toEqual([]);
  });
});

describe('spokenSentence', () => {
  it('asks what something is, where it is named', () => {
    expect(of(spokenSentence, 'dances are the simplest form of language')).toEqual([
      'what are dances → the simplest form of language',
    ]);
  });

  it('leaves alone what was true on the day, and what could be of anything', () => {
    expect(of(spokenSentence, 'dances are the common language of the hives today')).toEqual([]);
    expect(of(spokenSentence, 'the goal is to get bees through the winter')).toEqual([]);
  });
});

describe('spokenConditions', () => {
  it('asks what happens on a condition that names what it is about', () => {
    expect(
      conditions('if you open an old hive in the winter the bees will lose all of their warmth'),
    ).toEqual([
      'what happens if one opens an old hive in the winter → the bees will lose all of their warmth',
    ]);
  });

  it('asks what is true where nothing happens', () => {
    expect(
      conditions('if you are buying a new hive it is so much easier to clean than to build one'),
    ).toEqual([
      'what is true if one is buying a new hive → it is so much easier to clean than to build one',
    ]);
  });

  it('leaves alone a condition that points back or names nothing', () => {
    expect(
      conditions('if you do that with an old hive the bees will lose all of their warmth'),
    ).toEqual([]);
    expect(
      conditions(
        'if you have a strong hive in the garden that probably they would fly off in the spring',
      ),
    ).toEqual([]);
    expect(conditions('if you are not looking they will do something else entirely')).toEqual([]);
  });
});

describe('spokenTerms', () => {
  it('reads what a term is behind a dash, and how it is done behind "where"', () => {
    expect(
      terms('and the waggle dance — which is basically a short straight walk in the dark — is old'),
    ).toEqual(['what is the waggle dance → a short straight walk in the dark']);
    expect(terms('or hive debate where two keepers argue before a third one')).toEqual([
      'what is hive debate → two keepers argue before a third one',
    ]);
  });

  it('takes no places and cases for terms', () => {
    expect(terms("there's cases where you part a strong hive before the others fly off")).toEqual(
      [],
    );
  });
});

describe('spokenCloze', () => {
  it('hides the phrase that says most, behind the verb', () => {
    expect(cloze('the flight of old bees is slower than the waggle dance')).toEqual([
      'the flight of old bees is slower than the [waggle dance]',
    ]);
  });

  it('hides a span of time, though the speaker tells it of himself', () => {
    expect(
      cloze('we had the language of bees for eight months before others could read it'),
    ).toEqual(['we had the language of bees for [eight months] before others could read it']);
  });

  it('reads what there is, where it goes on for long', () => {
    expect(
      cloze(
        "there's plenty of old stories of keepers in the north who could read the waggle dance",
      ),
    ).toEqual([
      "there's plenty of old stories of keepers in the north who could read the [waggle dance]",
    ]);
    expect(cloze("there's a lot of bees in the waggle dance")).toEqual([]);
  });

  it.each([
    ['points back', 'they are slower than the waggle dance of others'],
    ['is of the speaker himself', 'i am looking at the language of the waggle dance'],
    ['goes on with a question', 'the language of old bees is that the waggle dance of the hive'],
    ['is about nothing that the talk is about', 'the roof of old houses is made of red stone'],
  ])('hides nothing where a sentence %s', (_name, text) => {
    expect(cloze(text)).toEqual([]);
  });
});
