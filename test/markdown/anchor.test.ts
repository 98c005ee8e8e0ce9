import { array, assert, constantFrom, nat, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnchorFinder, findAnchor } from '../../src/markdown/anchor.ts';
import { foldText } from '../../src/markdown/fold.ts';

const document = [
  '# One',
  '',
  'Judging a plan is easier than making it.',
  '',
  '# Two',
  '',
  'Judging a plan is easier than making it, so “machines” can **do the** making.[^1]',
].join('\n');

describe('findAnchor', () => {
  it('finds words however they were set', () => {
    const [found] = findAnchor(foldText(document), 'so "Machines" can do  the making');
    expect(document.slice(found?.start, found?.end)).toBe('so “machines” can **do the** making');
  });

  it('counts only what lies within a section', () => {
    const two = { start: document.indexOf('# Two'), end: document.length };
    expect(findAnchor(foldText(document), 'is easier than')).toHaveLength(2);
    expect(findAnchor(foldText(document), 'is easier than', two)).toHaveLength(1);
  });

  it('takes whole words only', () => {
    expect(findAnchor(foldText('this is easier'), 'is easier')).toHaveLength(1);
    expect(findAnchor(foldText('this easier'), 'is easier')).toHaveLength(0);
    expect(findAnchor(foldText(document), '…')).toHaveLength(0);
    expect(findAnchor(foldText(document), ' ')).toHaveLength(0);
  });
});

describe('createAnchorFinder', () => {
  it('chooses the first eight words that occur once', () => {
    const finder = createAnchorFinder(document);
    expect(
      finder.choose('Judging a plan is easier than making it, so “machines” can do the making.'),
    ).toBe('a plan is easier than making it, so');
    expect(finder.choose('Judging a plan is easier than making it.')).toBeUndefined();
  });

  it('chooses within a section what occurs once there', () => {
    const one = { start: 0, end: document.indexOf('# Two') };
    expect(
      createAnchorFinder(document).choose('Judging a plan is easier than making it.', one),
    ).toBe('Judging a plan is easier than making it');
  });

  it('chooses no words that the document does not have', () => {
    expect(createAnchorFinder(document).choose('Nothing of this stands there.')).toBeUndefined();
  });

  it('chooses only anchors that are found exactly once', () => {
    const word = constantFrom('a', 'the', 'plan', 'Plan,', '“judge”', 'is', 'is.', '*it*', 'x-y');
    assert(
      property(array(word, { minLength: 1, maxLength: 60 }), nat(50), (words, from) => {
        const text = words.join(' ');
        const passage = words
          .slice(from % words.length)
          .join(' ')
          .replaceAll('*', '');
        const anchor = createAnchorFinder(text).choose(passage);
        const places = anchor === undefined ? [] : findAnchor(foldText(text), anchor);
        expect(places).toHaveLength(anchor === undefined ? 0 : 1);
        expect(anchor?.split(' ').length ?? 0).toBeLessThanOrEqual(8);
      }),
    );
  });
});
