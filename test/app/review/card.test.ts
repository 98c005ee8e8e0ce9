import { describe, expect, it } from 'vitest';
import { plainWords } from '../../../src/app/review/card.ts';
import { gapEnd, gapStart } from '../../../src/model/face.ts';

describe('plain words', () => {
  it('have no marks, links or line ends', () => {
    expect(plainWords('The **bold** and _soft_\n`code` of [Rome](a.md#b)')).toBe(
      'The bold and soft code of Rome',
    );
    expect(plainWords(String.raw`2 \* 3 = 6`)).toBe('2 * 3 = 6');
  });

  it('keep what only looks like a mark', () => {
    expect(plainWords('2 * 3 and 4 * 5, snake_case_name')).toBe('2 * 3 and 4 * 5, snake_case_name');
  });

  it('show a gap as an ellipsis', () => {
    expect(plainWords(`about ${gapStart}years${gapEnd} old`)).toBe('about … old');
  });
});
