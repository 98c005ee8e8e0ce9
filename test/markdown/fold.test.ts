import { describe, expect, it } from 'vitest';
import { foldText } from '../../src/markdown/fold.ts';

describe('foldText', () => {
  it('folds white space, quotation marks, dashes and case', () => {
    expect(foldText('“It’s  a\r\n\tTest” – İ').text).toBe('"it\'s a test" - İ');
  });

  it('leaves out emphasis, footnote marks and what has no width', () => {
    expect(foldText('an *aligned* sys\u00ADtem[^12] of_one\u200B').text).toBe(
      'an aligned system ofone',
    );
  });

  it('says where each unit came from', () => {
    const text = '  A *b*\n c';
    const folded = foldText(text);
    expect(folded.text).toBe('a b c');
    expect([...folded.offsets].map((at) => text.charAt(at)).join('')).toBe('A b\nc');
  });

  it('takes time in proportion to the text', () => {
    const started = process.cpuUsage().user;
    foldText('word and word '.repeat(30_000));
    expect((process.cpuUsage().user - started) / 1e6).toBeLessThan(2);
  });
});
