import { describe, expect, it } from 'vitest';
import { documentSpan } from '../../src/markdown/mapped-text.ts';
import { TenetError } from '../../src/model/problem.ts';
import type { Passage, Source } from '../../src/model/source.ts';
import { detectKind } from '../../src/sources/index.ts';
import { transcriptReader } from '../../src/sources/transcript.ts';
import { fixture, seedsAreHere, seedText } from './seeds.ts';

function read(text: string): Source {
  return transcriptReader.read(text, 'talk.txt');
}

function at(source: Source, words: string): Passage | undefined {
  return source.passages.find(({ text }) => text.includes(words));
}

/** The part of a talk in which people are looked for, and the talk after it. */
const hiring = `ada worker are you hiring at the hive lab and what roles do you have

carl frisch yes we are hiring keepers and there is a technical screen and an on-site interview process for all candidates

ada worker can people from abroad apply

carl frisch they can and we sponsor visas so submit your cv

ada worker let's go back to the bees why do they sleep

carl frisch they sleep because the night is cold and nobody can fly in it`;

describe('transcriptReader on a talk with colons and full stops', () => {
  const source = read(fixture('interview.txt'));

  it('takes the line above the talk as its title', () => {
    expect(source.title).toBe('Bees and their keepers');
  });

  it('gives paragraphs without a label to the one who speaks', () => {
    expect(at(source, 'how far the food is')?.speaker).toBe('Carl Frisch');
  });

  it('gives what the host reads out to what introduces it', () => {
    expect(at(source, 'How old is the dance')).toMatchObject({
      speaker: 'a listener',
      readBy: 'Ada Worker',
    });
    expect(at(source, 'a fifth of its hives')).toMatchObject({
      speaker: 'the announcement that BeeLab put out',
      readBy: 'Ada Worker',
    });
    expect(at(source, 'What would you say')?.speaker).toBe('Ada Worker');
    expect(at(source, 'So what do you make of it')?.speaker).toBe('Ada Worker');
  });

  it('sets the opening and the goodbye apart', () => {
    const frame = source.passages.filter(({ region }) => region === 'furniture');
    expect(frame.map(({ text }) => text)).toEqual([
      'Welcome to the show, everyone. Subscribe to our podcast wherever you listen.',
      'Thanks for coming on.',
    ]);
  });
});

describe('transcriptReader on a talk without marks', () => {
  const text = fixture('talk.txt');
  const source = read(text);

  it('calls a talk without a title by who talks', () => {
    expect(source.title).toBe('Carl Frisch in conversation with Ada Worker');
  });

  it('finds labels without colons, one of them glued to the next word', () => {
    expect(detectKind(text, 'talk.txt')[0]).toMatchObject({ kind: 'transcript' });
    expect(at(source, 'and it depends on the angle')).toMatchObject({ speaker: 'Carl Frisch' });
  });

  it('reads a doubled space as a dash, before white space is folded', () => {
    const passage = at(source, 'they dance because');
    expect(passage?.text).toContain('is — and they do it in the dark — so that');
    const dash = passage?.text.indexOf('and they do it') ?? 0;
    const span = documentSpan(passage ?? { steps: [] }, { start: dash, end: dash + 14 });
    expect(text.slice(span.start, span.end)).toBe('and they do it');
  });

  it('gives numbers back what they have lost', () => {
    expect(at(source, '80,000 bees')?.text).toContain('gpt-3.5');
    expect(at(source, '80,000 bees')?.text).toContain('in 2021');
  });

  it('gives web addresses their point back, and leaves words with a slash alone', () => {
    const applied = text.replace(
      'and it depends',
      'see hivelabcom/jobs or a sitcom/telecom and it depends',
    );
    const passage = at(read(applied), 'and it depends on the angle');
    expect(passage?.text).toContain('see hivelab.com/jobs or a sitcom/telecom and');
  });

  it('sets the questions of a talk about jobs apart, between two that are not', () => {
    const jobs = read(`${text}\n\n${hiring}`);
    for (const words of ['are you hiring', 'a technical screen', 'sponsor visas', 'submit your cv'])
      expect(at(jobs, words)).toMatchObject({ region: 'furniture' });
    for (const words of ['never have to measure', 'why do they sleep', 'the night is cold'])
      expect(at(jobs, words)).toMatchObject({ region: 'body' });
  });

  it('gives a listener and an earlier text their words', () => {
    expect(at(source, 'does the dance work at night')).toMatchObject({ speaker: 'a listener' });
    expect(at(source, 'bees are better at geometry')).toMatchObject({
      speaker: 'an earlier text by Carl Frisch',
      readBy: 'Ada Worker',
    });
    expect(at(source, 'so what did you mean')?.speaker).toBe('Ada Worker');
  });

  it('takes a host who is labelled twice in a row out of his monologue', () => {
    expect(source.passages[0]).toMatchObject({ region: 'furniture' });
    expect(at(source, "today i'm speaking with")).toMatchObject({ region: 'body' });
  });
});

describe('transcriptReader on other notations', () => {
  const texts = ['hello there to you', 'good day, what is it', 'it is a bee', 'is it', 'yes', 'ah'];

  it.each([
    ['bold labels', (name: string, words: string) => `**${name}:** ${words}`],
    ['times before the label', (name: string, words: string) => `[00:01:05] ${name}: ${words}`],
    ['times behind the label', (name: string, words: string) => `${name} (1:05): ${words}`],
    [
      'labels on lines of their own',
      (name: string, words: string) => `${name} Bell  1:05\n${words}`,
    ],
  ])('reads %s', (_name, write) => {
    const text = texts
      .map((words, index) => write(index % 2 === 0 ? 'Ada' : 'Carl', words))
      .join('\n\n');
    const source = read(text);
    expect(source.passages.map((passage) => passage.text)).toEqual(texts);
    expect(source.passages[1]?.speaker).toMatch(/^Carl/);
  });

  it('keeps the times', () => {
    const text = texts
      .map((words, index) => `[0${index}:30] ${index % 2 === 0 ? 'ADA' : 'CARL'}: ${words}`)
      .join('\n');
    expect(read(text).passages[2]).toMatchObject({ startSeconds: 150, speaker: 'Ada' });
  });

  it('sees no talk in questions and answers, nor in notes', () => {
    const faq = 'Q: What is it?\n\nA: A bee.\n\n'.repeat(10);
    const notes = 'Note: bees fly.\n\nTip: so do I.\n\n'.repeat(10);
    expect(transcriptReader.detect(faq, 'faq.txt')).toBe(0);
    expect(transcriptReader.detect(notes, 'notes.txt')).toBe(0);
  });

  it('says what is missing where it is asked to read a text without speakers', () => {
    expect(() => read('Bees fly.\n\nThey do.')).toThrow(TenetError);
  });
});

describe.skipIf(!seedsAreHere)(
  'transcriptReader on the real interview (skipped where it is absent)',
  () => {
    const text = seedsAreHere ? seedText('001') : '';
    const source = seedsAreHere ? read(text) : read(fixture('talk.txt'));

    it('finds two speakers and what one of them reads out', () => {
      const voices = new Set(source.passages.map(({ speaker }) => speaker));
      expect([...voices].sort()).toEqual([
        'Jan Leike',
        'Rob Wiblin',
        'a listener',
        'an earlier text by Jan Leike',
        'the announcement that openai put out',
      ]);
    });

    it('parts a label from the word it is glued to', () => {
      const place = text.indexOf('jan leikeit depends') + 'jan leike'.length;
      expect(source.passages.find(({ span }) => span.start === place)?.speaker).toBe('Jan Leike');
    });

    it('turns every doubled space between words into a dash', () => {
      const dashes = source.passages.reduce(
        (sum, passage) => sum + passage.text.split(' — ').length - 1,
        0,
      );
      expect(dashes).toBeGreaterThan(100);
    });

    it('gives back points and commas of numbers', () => {
      const shown = source.passages.map((passage) => passage.text).join('\n');
      expect(shown).not.toMatch(/gpt-35|80000/);
      expect(shown).toMatch(/gpt-3\.5/);
    });

    it('gives the web address its point', () => {
      expect(text).toContain('openaicom/');
      const shown = source.passages.map((passage) => passage.text).join('\n');
      expect(shown.match(/openai\.?com/g)).toEqual(['openai.com']);
    });

    it('attributes announcement, tweet and questions of listeners to none of the two', () => {
      for (const words of [
        'dedicating 20% of the compute',
        'this is quite immature technology',
        'get it to the point where there are zero',
      ])
        expect(['Jan Leike', 'Rob Wiblin']).not.toContain(at(source, words)?.speaker);
    });

    it('sets the monologue, the talk of jobs and the goodbye apart', () => {
      for (const words of [
        "don't unsubscribe",
        'submit your cv',
        'permutation city',
        'sponsor visas',
        'submit your cv',
      ])
        expect(at(source, words)?.region).toBe('furniture');
      for (const words of [
        'since 2021 jan has been',
        'a real angle of attack',
        'evaluation is easier than',
      ])
        expect(at(source, words)?.region).toBe('body');
    });
  },
);
