import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../src/model/settings.ts';
import { orderReviews } from '../../src/review/review-order.ts';
import { createScheduler } from '../../src/schedule/answer.ts';
import { answered, day, fresh, review } from './candidates.ts';

const recall = createScheduler(defaultSettings.schedule).retrievability;
const many = Array.from({ length: 40 }, (_, index) => review(`card${index}`));

/** A review whose memory is so strong. */
const strong = (key: string, stability: number, dueIn = 0) =>
  fresh(key, { schedule: answered('review', { kind: 'day', day: day + dueIn }, stability) });

describe('the order of reviews', () => {
  it('is at random in a usual day, the same all day and another one tomorrow', () => {
    const order = orderReviews(many, day, 200, recall);
    expect(order).not.toEqual(many);
    expect(orderReviews(many.toReversed(), day, 200, recall)).toEqual(order);
    expect(orderReviews(many, day + 1, 200, recall)).not.toEqual(order);
  });

  it('begins with what is remembered best when more is due than the day allows', () => {
    const three = [strong('weak', 5), strong('firm', 90), strong('middling', 20)];
    const keys = orderReviews(three, day, 2, recall).map(({ key }) => key);
    expect(keys).toEqual(['firm', 'middling', 'weak']);
  });

  it('does so too when most reviews are late', () => {
    const late = [strong('weak', 5, -9), strong('firm', 90, -9), strong('due', 20)];
    const keys = orderReviews(late, day, 200, recall).map(({ key }) => key);
    expect(keys).toEqual(['firm', 'due', 'weak']);
  });
});
