import { describe, expect, it } from 'vitest';
import { createSlugger, withoutOwnSlug } from '../../src/markdown/slug.ts';

describe('createSlugger', () => {
  it.each([
    ['Reasons for optimism', 'reasons-for-optimism'],
    ["Why doesn't RLHF scale?", 'why-doesnt-rlhf-scale'],
    ['1.1 The “tech tree” — again', '11-the-tech-tree--again'],
    ['Größe und Maß_stab', 'größe-und-maß_stab'],
    ['P versus NP (C++ & more)', 'p-versus-np-c--more'],
  ])('gives %j the fragment that GitHub gives it', (heading, slug) => {
    expect(createSlugger()(heading)).toBe(slug);
  });

  it('numbers repeats, past those that are taken', () => {
    const slug = createSlugger();
    expect(['Words', 'Words', 'Words 1', 'Words'].map(slug)).toEqual([
      'words',
      'words-1',
      'words-1-1',
      'words-2',
    ]);
  });

  it('takes the fragment that a heading names itself', () => {
    expect(createSlugger()('Evaluation is easier {#evaluation}')).toBe('evaluation');
    expect(withoutOwnSlug('Evaluation is easier {#evaluation}')).toBe('Evaluation is easier');
  });
});
