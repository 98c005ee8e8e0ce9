import { describe, expect, it } from 'vitest';
import { draftByRules } from '../../src/generate/index.ts';
import type { Source } from '../../src/model/source.ts';
import { detectKind } from '../../src/sources/index.ts';
import { webCaptureReader } from '../../src/sources/web-capture.ts';
import { fixture, seedsAreHere, seedText } from './seeds.ts';

function body({ passages }: Source): string[] {
  return passages.filter(({ region }) => region === 'body').map(({ text }) => text);
}

/** What a page lists and does not answer. */
function topicsIn({ passages }: Source): string[] {
  return passages
    .filter(({ kind, region }) => kind === 'item' && region === 'furniture')
    .map(({ text }) => text);
}

describe('webCaptureReader on an article within a page', () => {
  const text = fixture('capture.txt');
  const source = webCaptureReader.read(text, 'capture.txt');

  it('is surer of it than the reader of Markdown', () => {
    expect(detectKind(text, 'capture.txt')[0]).toMatchObject({ kind: 'web-capture' });
  });

  it('takes the title that is a link, not the name of the site', () => {
    expect(source).toMatchObject({ title: 'Why bees dance', author: 'Ada Worker' });
  });

  it('has the summary and the article as its body, without the sentence that is cut off', () => {
    expect(body(source)).toEqual([
      'A keeper argues in this essay that the dance of bees is a language, and says how it was found.',
      'Notes of a Keeper',
      'Why bees dance',
      'The dance of bees rests on two things that their keepers seldom see:',
      'The sun. Its angle is the angle of the food.',
      'The dark. Nobody looks, all of them feel.',
      '1. What came before',
      'A few years ago it looked as if bees followed the smell. They were thought to wander until they found it.',
    ]);
  });

  it('gives the summary to the page and the article to its author', () => {
    const speakers = source.passages
      .filter(({ region }) => region === 'body')
      .map(({ speaker }) => speaker);
    expect([speakers[0], speakers.at(-1)]).toEqual(['Hive Wiki', 'Ada Worker']);
  });

  it('keeps furniture as furniture, in the order of the document', () => {
    const furniture = source.passages
      .filter(({ region }) => region === 'furniture')
      .map(({ text: words }) => words);
    expect(furniture).toEqual(
      expect.arrayContaining(['60', 'Share', "Ada Worker's avatar", '2/5 Mixed(2)']),
    );
    const starts = source.passages.map(({ span }) => span.start);
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  });

  it('shows an escaped number as a number', () => {
    expect(text).toContain('## 1\\. What came before');
    expect(source.passages.map((passage) => passage.text).join('\n')).not.toContain('\\');
  });

  it('leads back to the unchanged file', () => {
    const item = source.passages.find(({ text: words }) => words.startsWith('The sun.'));
    expect(text.slice(item?.span.start, item?.span.end)).toBe(
      '**The sun.** Its angle is the angle of the food.',
    );
  });
});

describe('webCaptureReader on the page of an episode', () => {
  const text = fixture('episode.txt');
  const source = webCaptureReader.read(text, 'episode.txt');

  it('knows it by its doubled title and its credits', () => {
    expect(detectKind(text, 'episode.txt')[0]).toMatchObject({ kind: 'web-capture' });
    expect(source.title).toBe('#12 – Carl Frisch on the dance of the bees');
  });

  it('gives a quotation to the person who explains', () => {
    const quoted = source.passages.find(({ text: words }) => words.startsWith('It really feels'));
    expect(quoted).toMatchObject({ speaker: 'Carl Frisch', region: 'body' });
  });

  it('ends at the credits and takes the topics as an outline', () => {
    const shown = body(source).join('\n');
    expect(shown).not.toMatch(/Plenty more|Kay Harris|ants|subscribing/);
    expect(topicsIn(source)).toEqual(['Why bees dance in the dark', 'Plenty more']);
    expect(draftByRules(source).map(({ sentence }) => sentence)).not.toContain(
      'Why bees dance in the dark',
    );
  });
});

describe.skipIf(!seedsAreHere)(
  'webCaptureReader on the real pages (skipped where they are absent)',
  () => {
    const capture = seedsAreHere ? webCaptureReader.read(seedText('003'), '003.txt') : undefined;
    const episode = seedsAreHere ? webCaptureReader.read(seedText('000'), '000.txt') : undefined;

    it('detects both', () => {
      expect(detectKind(seedText('003'), '003.txt')[0]).toMatchObject({ kind: 'web-capture' });
      expect(detectKind(seedText('000'), '000.txt')[0]).toMatchObject({ kind: 'web-capture' });
    });

    it('finds the title and the author behind the markup', () => {
      expect(capture?.title).toContain('optimistic about our alignment approach');
      expect(capture?.author).toBe('Jan Leike');
    });

    it('leaves rating, counters, fetch data and the cut sentence out', () => {
      const shown = capture === undefined ? '' : body(capture).join('\n');
      expect(shown).not.toMatch(
        /Credibility|HTTP 200|avatar|^60$|Resource ID|truncated|Importance/m,
      );
      expect(shown).not.toContain('not only do we have to create');
      expect(shown).toContain('survival and winning games');
    });

    it('shows escaped numbers as numbers, on cards too', () => {
      expect(seedText('003')).toContain('## 1\\. Positive updates');
      const heading = capture?.passages.find(({ text }) => text.startsWith('1. Positive updates'));
      expect(heading).toMatchObject({ kind: 'heading', region: 'body' });
      const drafts = capture === undefined ? [] : draftByRules(capture);
      expect(drafts.length).toBeGreaterThan(0);
      expect(drafts.flatMap(({ topics, sentence }) => topics.concat(sentence)).join()).not.toMatch(
        /\d\\\./,
      );
    });

    it('takes the ten topics of the episode as an outline, and asks nothing of them', () => {
      const topics = episode === undefined ? [] : topicsIn(episode);
      expect(topics).toHaveLength(10);
      expect(topics[0]).toMatch(/^OpenAI's current plans/);
      expect(topics.at(-1)).toBe('Plenty more');
      const asked = episode === undefined ? [] : draftByRules(episode);
      expect(
        asked.filter(({ sentence }) => topics.some((each) => each.includes(sentence))),
      ).toEqual([]);
    });

    it('ends the page at the credits', () => {
      const shown = episode === undefined ? '' : body(episode).join('\n');
      expect(shown).not.toMatch(/Keiran Harris|historiepodden|Lalwani|Plenty more/);
      const quoted = episode?.passages.find(({ text }) => text.includes('angle of attack'));
      expect(quoted?.speaker).toBe('Jan Leike');
    });
  },
);
