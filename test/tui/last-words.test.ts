import { describe, expect, it } from 'vitest';
import type { Reader, SectionKey } from '../../src/app/reading/view.ts';
import type { Doors } from '../../src/tui/doors.ts';
import { lastWords } from '../../src/tui/last-words.ts';
import { card } from './support/cards.ts';
import { FakeReviewer } from './support/fake-reviewer.ts';

function answered(): FakeReviewer {
  const reviewer = new FakeReviewer([card('a')]);
  reviewer.show();
  reviewer.grade(3);
  return reviewer;
}

const doors: Doors = {
  first: 'review',
  review: () => Promise.resolve(answered()),
  reading: () => ({ starts: true, chapter: 'Tides', minutes: 4 }),
};

describe('lastWords', () => {
  it('says after the reviews of the day where reading begins', () => {
    expect(lastWords({ kind: 'review', reviewer: answered() }, 'leave', doors)).toMatch(
      /^Reviews done for today: 1 card .*\n.*\nReading begins with “Tides”, 4 minutes\.$/,
    );
  });

  it('does not call the day done after the cards of a section', () => {
    const section = { reader: {} as Reader, key: 'tides.md#ebb' as SectionKey };
    expect(lastWords({ kind: 'review', reviewer: answered(), section }, 'leave', doors)).toMatch(
      /^Left: 1 card .*\nEvery answer is saved\.$/,
    );
  });
});
