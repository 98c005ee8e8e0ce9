import { describe, expect, it } from 'vitest';
import { htmlHazardOf } from '../../src/markdown/html-hazard.ts';

const tooDeep = { message: 'elements nested more than 400 deep' };

describe('a page that a parser could not walk', () => {
  it.each([
    ['elements in elements', '<div>'.repeat(500)],
    ['with ends of others between them', '<section></div>'.repeat(500)],
    [
      'tables in cells, with ends that lie outside of the cell',
      '<div><table><tr><td></div>'.repeat(500),
    ],
    ['cells without a table, which are none', '<div><td></td>'.repeat(500)],
    ['a slash that ends nothing', '<div/>'.repeat(500)],
    ['what a second anchor leaves open', '<a><div>'.repeat(500)],
    ['names in capitals', '<DIV></Span>'.repeat(500)],
  ])('is refused: %s', (_name, source) => {
    expect(htmlHazardOf(source)).toMatchObject(tooDeep);
  });

  it('is named by line and column', () => {
    expect(htmlHazardOf(`<p>\n${'<b>'.repeat(500)}`)).toEqual({
      ...tooDeep,
      line: 2,
      column: 1201,
    });
  });
});

describe('a page that is only long', () => {
  it.each([
    ['cells that nobody ended', `<table>${'<tr><td>a<td><b>b'.repeat(5000)}</table>`],
    ['anchors that nobody ended', '<a name="x">text'.repeat(5000)],
    ['shapes of a drawing', `<svg>${'<path d="M0 0"/>'.repeat(5000)}</svg>`],
    ['tables one after the other', '<div><table><tr><td>x</td></tr></table></div>'.repeat(5000)],
    ['paragraphs and items that end by themselves', '<ul><li>a<li>b<p>c</ul>'.repeat(5000)],
    ['scripts with tags in them', '<script>"<div>"</script>'.repeat(5000)],
    ['void elements', '<br><img src="a"><hr/>'.repeat(5000)],
  ])('is read: %s', (_name, source) => {
    expect(htmlHazardOf(source)).toBeUndefined();
  });
});
