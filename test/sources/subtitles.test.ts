import { describe, expect, it } from 'vitest';
import { TenetError } from '../../src/model/problem.ts';
import { subtitlesReader } from '../../src/sources/subtitles.ts';
import { fixture } from './seeds.ts';

describe('subtitlesReader', () => {
  it('joins the cues of a speaker and keeps the time of the first', () => {
    const { passages, title } = subtitlesReader.read(fixture('talk.vtt'), 'talk.vtt');
    expect(title).toBe('Bees and their keepers');
    expect(passages.map(({ text, speaker, kind }) => [kind, speaker, text])).toEqual([
      ['turn', 'Ada Worker', 'Why do bees dance at all?'],
      ['turn', 'Carl Frisch', 'They want to tell others & themselves where food is.'],
      ['turn', 'Carl Frisch', 'It is a language of its own.'],
    ]);
    expect(
      passages.map((passage) => (passage.kind === 'turn' ? passage.startSeconds : -1)),
    ).toEqual([1, 5.2, 60]);
  });

  it('drops styles, notes, what is heard and how it is shown', () => {
    const { passages } = subtitlesReader.read(fixture('talk.vtt'), 'talk.vtt');
    const shown = passages.map(({ text }) => text).join(' ');
    expect(shown).not.toMatch(/cue|NOTE|music|<|align/);
  });

  it('reads SubRip, a dash as a change of speaker, and a rolling line once', () => {
    const { passages } = subtitlesReader.read(fixture('talk.srt'), 'talk.srt');
    expect(passages.map(({ text, speaker }) => [speaker, text])).toEqual([
      ['Ada', 'Why do bees dance?'],
      [undefined, 'Because they want to tell others. And it works.'],
    ]);
  });

  it('knows subtitles by their structure, whatever they are called', () => {
    expect(subtitlesReader.detect(fixture('talk.vtt'), 'a.txt')).toBe(1);
    expect(subtitlesReader.detect(fixture('talk.srt'), 'a.txt')).toBeGreaterThan(0.9);
    expect(subtitlesReader.detect('Some text.', 'a.txt')).toBe(0);
  });

  it('leads from every passage back to the unchanged file', () => {
    const text = fixture('talk.vtt');
    for (const { span, text: words } of subtitlesReader.read(text, 'talk.vtt').passages)
      expect(text.slice(span.start, span.end)).toContain(words.split(' ').at(-1) ?? '');
  });

  it('says so where there are no cues', () => {
    expect(() => subtitlesReader.read('WEBVTT\n\nNOTE nothing', 'a.vtt')).toThrow(TenetError);
  });
});
