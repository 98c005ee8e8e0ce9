import { describe, expect, it } from 'vitest';
import { orderReviews, shuffled } from '../../src/review/review-order.ts';
import { day, review } from './candidates.ts';

const many = Array.from({ length: 40 }, (_, index) => review(`card${index}`));

/** A review that would be recalled with such a chance. */
const recalled = (key: string, recall: number, dueIn = 0) => review(key, dueIn, { recall });

describe('the order of reviews', () => {
  it('is at random in a usual day, the same all day and another one tomorrow', () => {
    const order = orderReviews(many, day, 200);
    expect(order).not.toEqual(many);
    expect(orderReviews(many.toReversed(), day, 200)).toEqual(order);
    expect(orderReviews(many, day + 1, 200)).not.toEqual(order);
  });

  it('begins with what is remembered best when more is due than the day allows', () => {
    const three = [recalled('weak', 0.5), recalled('firm', 0.97), recalled('middling', 0.9)];
    const keys = orderReviews(three, day, 2).map(({ key }) => key);
    expect(keys).toEqual(['firm', 'middling', 'weak']);
  });

  it('does so too when most reviews are late', () => {
    const late = [recalled('weak', 0.5, -9), recalled('firm', 0.97, -9), recalled('due', 0.9)];
    const keys = orderReviews(late, day, 200).map(({ key }) => key);
    expect(keys).toEqual(['firm', 'due', 'weak']);
  });

  it('is at random for cramming', () => {
    expect(shuffled(many.toReversed(), day)).toEqual(shuffled(many, day));
    expect(shuffled(many, day)).not.toEqual(many);
  });
});
