import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ruleIds } from '../../src/lint/finding.ts';
import { lintCards } from '../../src/lint/lint.ts';
import { rules } from '../../src/lint/rules/index.ts';
import { basic, cloze, findings, ground, source } from './made.ts';

const root = path.resolve(import.meta.dirname, '../..');

describe('the rules', () => {
  it('are seventeen, in their order, one a file', () => {
    expect(rules.map(({ id }) => id)).toEqual(ruleIds);
    const files = readdirSync(path.join(root, 'src/lint/rules')).filter(
      (name) => name !== 'index.ts',
    );
    const names = rules.map(({ name }) => `${name.replaceAll(' ', '-')}.ts`);
    expect(files.sort()).toEqual(names.sort());
  });

  it('are all explained: what, why, an example, the remedy, the severity', () => {
    const text = readFileSync(path.join(root, 'docs/lint.md'), 'utf8');
    for (const { id, name } of rules) {
      const entry = text.split(`### ${id} ${name}\n`)[1]?.split('\n### ')[0] ?? '';
      for (const part of ['What.', 'Why.', 'Example.', 'Remedy.', 'Severity.'])
        expect(`${id} ${entry.includes(`**${part}**`) ? part : ''}`).toBe(`${id} ${part}`);
    }
  });
});

describe('lintCards', () => {
  const closed = basic('Do ants sleep?', 'Yes.');

  it('gives errors before warnings before advice', () => {
    const long = Array.from({ length: 40 }, (_, at) => `word${at},`).join(' ');
    const [found] = lintCards([basic('Do ants sleep?', `Yes; ${long}`)]);
    const severities = found?.map(({ severity }) => severity) ?? [];
    expect(new Set(severities)).toEqual(new Set(['error', 'warning', 'info']));
    expect(severities).toEqual(
      severities.toSorted((a, b) => 'ewi'.indexOf(a[0] ?? '') - 'ewi'.indexOf(b[0] ?? '')),
    );
  });

  it('leaves out a rule that the card switches off with a reason', () => {
    const off = [{ rule: 'Q06', reason: 'the question that everybody asks' }];
    expect(lintCards([{ ...closed, off }])).toEqual([[]]);
    expect(findings('Q06', closed)).toHaveLength(1);
  });

  it('warns of a switch without a reason, and of one for no rule', () => {
    const bare = { ...closed, off: [{ rule: 'Q06', reason: '' }] };
    expect(findings('off', bare)).toMatchObject([{ severity: 'warning', words: 'off: Q06' }]);
    const unknown = { ...closed, off: [{ rule: 'Q99', reason: 'why not' }] };
    expect(findings('off', unknown)[0]?.message).toBe('there is no rule "Q99" to switch off');
  });

  it('has a sentence without its full stop and a remedy with one for everything it finds', () => {
    const document = source(['Ants follow a scent.']);
    const cards = [
      closed,
      basic('What is it?', ''),
      cloze('{{c1::'),
      basic('Who says so?', 'Carl Stranger says 99%.', { grounds: [ground(document, 'follow')] }),
    ];
    for (const { message, remedy } of lintCards(cards).flat()) {
      expect(message).toMatch(/[^.\s]$/);
      expect(remedy).toMatch(/^\p{Lu}.*\.$/u);
    }
  });

  it('answers for any text, in time that grows with its length', () => {
    const piece = fc.constantFrom(
      'not ',
      'easier than ',
      'Ben says ',
      '20% ',
      '{{c1::',
      '}}',
      '[',
      '](',
      'it ',
      '“',
      '? ',
      '. ',
      'a-',
      'ten hundred ',
      '<!--',
      'who and what is ',
      '\u202e',
      '𝒳 ',
    );
    const text = fc
      .array(fc.oneof(piece, fc.string()), { maxLength: 40 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, text, (question, answer, passage) => {
        const document = source([passage, { kind: 'turn', speaker: 'Ben', text: passage }]);
        const grounds = [{ source: document, anchor: 'x', place: { start: 0, end: 1 } }];
        expect(() =>
          lintCards([basic(question, answer, { grounds }), cloze(question, { grounds })]),
        ).not.toThrow();
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    'not x ',
    'easier than ',
    'Ab ',
    '[a](b',
    '<a ',
    '20% of x ',
    'a-1 ',
    '“a? ',
    'who is it and ',
    '{{c1::x',
    'he says ',
    "you're saying ",
  ])('takes a long run of %j without delay', (bait) => {
    const long = bait.repeat(20_000);
    const document = source([long, { kind: 'turn', speaker: 'Ben', text: long }]);
    const grounds = [
      { source: document, anchor: 'x', place: { start: long.length - 9, end: long.length - 8 } },
    ];
    const start = performance.now();
    lintCards([basic(long, long, { grounds }), cloze(long, { grounds })]);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
