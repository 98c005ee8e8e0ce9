import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TenetError } from '../../src/model/problem.ts';
import { readers } from '../../src/sources/index.ts';
import type { SourceReader } from '../../src/sources/reader.ts';

/** Reads it, or says in a clear message why not; gives back what is wrong with either. */
function complaints(reader: SourceReader, text: string): string[] {
  reader.detect(text, 'hostile.txt');
  try {
    const { passages } = reader.read(text, 'hostile.txt');
    return passages
      .filter(({ span }) => span.start > span.end || span.end > text.length)
      .map(({ span }) => `${reader.kind}: a passage at ${span.start}-${span.end}`);
  } catch (failure) {
    if (!(failure instanceof TenetError)) throw failure;
    return failure.message.includes('hostile.txt') ? [] : [`${reader.kind}: ${failure.message}`];
  }
}

const bait: readonly (readonly [string, string])[] = [
  ['one long line', 'word and so '.repeat(8_000)],
  ['one long word', 'a'.repeat(100_000)],
  ['quotes in quotes', `${'> '.repeat(10_000)}x`],
  ['lists in lists', `${'- '.repeat(10_000)}x`],
  ['tags that never end', '<'.repeat(200_000)],
  ['open comments', '<!doctype html>'.concat('<!--'.repeat(60_000))],
  ['scripts', '<!doctype html><p>a</p>'.concat('<script>x</script>'.repeat(5_000))],
  ['half a character reference', '<!doctype html><p>'.concat('&am'.repeat(60_000))],
  ['cues without words', 'WEBVTT\n\n'.concat('00:01.000 --> 00:02.000\n'.repeat(1_000))],
  ['open voices', 'WEBVTT\n\n00:01.000 --> 00:02.000\n'.concat('<v '.repeat(60_000))],
  ['labels only', 'ADA: \n\nBOB: \n\n'.repeat(1_000)],
  [
    'endless reading',
    'ADA: x\n\nBOB: y\n\n'
      .repeat(10)
      .concat('ADA: ', 'one listener asked to read an extract from '.repeat(2_000)),
  ],
  ['spaces', '  '.repeat(200_000)],
  ['marks of direction', '\u202E\u200F\u2066'.repeat(60_000)],
  ['quotation marks', '“"—'.repeat(60_000)],
  ['capture heads', 'HTTP 200\n# [a](b)\n'.repeat(500)],
];

/** What documents are made of, whole and broken. */
const notations = [
  '# T\n',
  '\n\n',
  '\n',
  '\r\n',
  '\r',
  ' ',
  '   ',
  '\t',
  'word ',
  'A word. ',
  'ADA: hi there\n',
  'ADA COLE: ',
  'bob cole so\n',
  '<p>x',
  '</p>',
  '<li>',
  '<div class="a b">',
  '</div>',
  '<table><tr><td>',
  '<b>',
  '<!--',
  '-->',
  '<script>',
  '<a href="',
  '&amp;',
  '&#x1F600;',
  '&',
  '<',
  'WEBVTT\n\n',
  '00:01.000 --> 00:02.000\n',
  '<v Ada>hm ',
  '1. On x: "y" — Source: Z\n',
  '“q” — Name\n',
  '"',
  '— ',
  '... (truncated\n',
  'HTTP 200 Fetched\n',
  'Producer: A. B\n',
  '- item\n',
  '- ',
  '> ',
  '1. ',
  '| a |\n| - |\n',
  '|',
  '```\n',
  '[a]: b\n',
  '[^a]: b\n',
  '[a]',
  '[',
  '](b)',
  '![',
  '*',
  '**a',
  '_',
  '`',
  '~~',
  '$',
  '\\',
  '\0',
  '\u202E',
  '\u200F',
  '😀',
  '\uD800',
  '\u0301',
  'a-b-',
  'www.a.b ',
  'a@b.c ',
  'https://',
  'one listener asked why ',
];

describe('every reader', () => {
  it.each(bait)('answers in bounded time to %s', (_name, text) => {
    const start = performance.now();
    expect(readers.flatMap((reader) => complaints(reader, text))).toEqual([]);
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  it('answers to any mixture of their notations, with spans inside the document', () => {
    const piece = constantFrom(...notations);
    assert(
      property(array(piece, { minLength: 1, maxLength: 40 }), (pieces) => {
        expect(readers.flatMap((reader) => complaints(reader, pieces.join('')))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});
