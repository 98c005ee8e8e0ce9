import { describe, expect, it } from 'vitest';
import type { SessionSummary } from '../../src/app/review/view.ts';
import { shortTime, summaryLines } from '../../src/tui/phrases.ts';

const day = 86_400;
const summary: SessionSummary = {
  answers: 25,
  cards: 23,
  minutes: 4.8,
  recalled: 0.912,
  tomorrow: 14,
  tomorrowMinutes: 3.6,
  hardest: null,
};

describe('shortTime', () => {
  it('writes every stretch as short as it can be read', () => {
    const cases = [0.2, 45, 60, 600, 3600, 5 * 3600, day, 8 * day, 76 * day, 400 * day, 3650 * day];
    expect(cases.map(shortTime)).toEqual([
      '1 s',
      '45 s',
      '1 m',
      '10 m',
      '1 h',
      '5 h',
      '1 d',
      '8 d',
      '2.5 mo',
      '1.1 y',
      '10 y',
    ]);
  });

  it('never grows past what the grade keys have room for', () => {
    for (let days = 0.001; days < 36_500; days *= 1.07)
      expect(shortTime(days * day).length).toBeLessThanOrEqual(7);
  });
});

describe('summaryLines', () => {
  it('ends a day with what comes tomorrow', () => {
    expect(summaryLines({ ...summary, hardest: 'Which three?' }, 'done', 0)).toEqual([
      'Done for today: 23 cards in 5 minutes, 91 % recalled.',
      'Tomorrow 14, about 4 minutes.',
      'The card that cost most: “Which three?”',
    ]);
  });

  it('calls only the reviews done where there is more to read', () => {
    const reading = { starts: false, chapter: 'Tides', minutes: 1 };
    expect(summaryLines(summary, 'done', 0, reading)).toEqual([
      'Reviews done for today: 23 cards in 5 minutes, 91 % recalled.',
      'Tomorrow 14, about 4 minutes.',
      'Reading goes on with “Tides”, 1 minute.',
    ]);
    expect(summaryLines(summary, 'left', 1, reading).join()).not.toContain('Tides');
  });

  it('says that all is saved when it was left, and what is still to go', () => {
    expect(summaryLines(summary, 'left', 1)).toEqual([
      'Left: 23 cards in 5 minutes, 91 % recalled.',
      'Every answer is saved. 1 card still to go today.',
    ]);
    expect(summaryLines(summary, 'interrupted', 0)[0]).toMatch(/^Interrupted: 23 cards/);
  });

  it('does not speak of answers where there was none', () => {
    const none = { ...summary, answers: 0, cards: 0, recalled: null, tomorrow: 0 };
    expect(summaryLines(none, 'done', 0)).toEqual(['Nothing is due now.', 'Nothing tomorrow.']);
    expect(summaryLines(none, 'left', 3)).toEqual([
      'Left before the first answer.',
      '3 cards still to go today.',
    ]);
    expect(summaryLines(none, 'interrupted', 0)).toEqual(['Interrupted.']);
  });
});
