import { describe, expect, it } from 'vitest';
import { findRegions } from '../../src/sources/regions.ts';

describe('findRegions', () => {
  it.each([
    'Skip to content Wiki Back',
    'Credibility Rating',
    '2/5 Mixed(2)',
    'Importance: 55/100blog post',
    'HTTP 200Fetched Mar 20, 2026',
    '... (truncated, 47 KB total) Resource ID: d5',
    'Links to learn more, summary and transcript.',
    '60',
  ])('takes %j for furniture', (text) => {
    expect(findRegions(['Ants follow a scent.', text])).toEqual(['body', 'furniture']);
  });

  it.each([
    'Ants follow a scent.',
    'Reason: ants smell',
    'In 2022 ants were counted.',
    'The editor of ants',
  ])('leaves %j in the matter', (text) => {
    expect(findRegions([text])).toEqual(['body']);
  });

  it('cuts a page at its credits, but not one that begins with them', () => {
    const matter = ['Ants.', 'Bees.', 'Wasps.'];
    const credits = 'Producer and editor: Ann Other';
    expect(findRegions([...matter, credits, 'Other shows'])).toEqual([
      'body',
      'body',
      'body',
      'furniture',
      'furniture',
    ]);
    expect(findRegions(['The page', credits, ...matter, ...matter, ...matter]).slice(2)).toEqual(
      Array.from({ length: 9 }, () => 'body'),
    );
  });
});
