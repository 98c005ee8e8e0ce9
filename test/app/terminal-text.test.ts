import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { terminalLine, terminalText } from '../../src/app/terminal-text.ts';

const esc = '\u001b';

/** What no terminal may receive, in words of Unicode. */
const forbidden =
  // oxlint-disable-next-line no-control-regex -- the characters are the point
  /[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]|[\u{e0000}-\u{e0fff}]/u;

const hostile = fc.string({
  unit: fc.oneof(
    fc.constantFrom(esc, '[', ']', '31m', '52;c;', '8;;', '\u0007', '\u009b', '\u009d', '\u009c'),
    fc.constantFrom(
      '\r',
      '\n',
      '\t',
      '\b',
      '\u202e',
      '\u2066',
      '\u200b',
      '\u200d',
      '\ud83d',
      '\udc4d',
    ),
    fc.constantFrom(
      'a',
      ' ',
      '漢',
      '👍',
      '❤\ufe0f',
      '\u0301',
      '\udb40',
      '\udc41',
      '\\',
      'P',
      '_',
      '^',
    ),
    fc.string({ unit: 'binary', maxLength: 2 }),
  ),
});

describe('terminalText', () => {
  it('lets nothing through that a terminal obeys, whatever it is given', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const shown = terminalText(text);
        expect(shown).not.toMatch(forbidden);
        expect(shown.isWellFormed()).toBe(true);
      }),
    );
  });

  it('changes nothing that it has already passed', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(terminalText(terminalText(text))).toBe(terminalText(text));
      }),
    );
  });

  it('keeps printable text of any script as it is', () => {
    for (const text of [
      'plain, with\ntwo lines',
      'Größe, naïve, Ελλάδα, Москва',
      '漢字とかな、한국어',
      '👩‍👩‍👧‍👦 👍🏽 🇩🇪 ❤️',
      'क्‍ष and می‌خواهم',
      'é written with a mark',
    ])
      expect(terminalText(text)).toBe(text);
  });

  it('drops whole sequences: colours, links, the clipboard, titles, screen clearing', () => {
    const cases = {
      [`a${esc}[31mred${esc}[0m`]: 'ared',
      [`${esc}]8;;https://example.org${esc}\\link${esc}]8;;${esc}\\`]: 'link',
      [`${esc}]52;c;cm0gLXJm\u0007after`]: 'after',
      [`${esc}]0;title\u0007${esc}[2J${esc}[3J${esc}[Hx`]: 'x',
      [`\u009b31mred\u009d52;c;aa\u009cz`]: 'redz',
      [`${esc}P+q544e${esc}\\x${esc}_apc${esc}\\y${esc}cz`]: 'xyz',
    };
    for (const [text, shown] of Object.entries(cases)) expect(terminalText(text)).toBe(shown);
  });

  it('keeps the words of a sequence that never ends', () => {
    expect(terminalText(`${esc}]0;the rest\nof the card`)).toContain('of the card');
  });

  it('drops what reorders or hides text', () => {
    expect(terminalText('user\u202etxt.exe')).toBe('usertxt.exe');
    expect(terminalText('pass\u200bword\u2060s\u00ad')).toBe('passwords');
    expect(terminalText('a\u200db \u{e0041}\u{e0042}c')).toBe('ab c');
    expect(terminalText(`Z${'\u0301'.repeat(60)}`)).toHaveLength(9);
  });

  it('makes a line feed of every line end, and spaces of a tab', () => {
    expect(terminalText('a\r\nb\rc\u2028d\u0085e\tf')).toBe('a\nb\nc\nd\ne    f');
  });
});

describe('terminalLine', () => {
  it('is one line', () => {
    expect(terminalLine('two\r\nlines')).toBe('two lines');
  });
});
