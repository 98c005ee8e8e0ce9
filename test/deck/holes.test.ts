import { describe, expect, it } from 'vitest';
import { findHoles } from '../../src/deck/holes.ts';

function holes(text: string): readonly string[] {
  return findHoles(text).holes.map((hole) => hole.text);
}

describe('a hole', () => {
  it.each([
    ['a [b] c [d e]', ['b', 'd e']],
    ['[whole text]', ['whole text']],
    ['[two\nlines]', ['two\nlines']],
    ['nested [a [b] c]', ['a [b] c']],
    ['[[a]]', ['[a]']],
    ['[0, 1) and [hole]', ['hole']],
    ['**[bold]** and _[italic]_', ['bold', 'italic']],
    ['[a][b]', ['a', 'b']],
    ['[6]:[9]', ['6', '9']],
    ['[Ratio]: [three]', ['Ratio', 'three']],
    ['Wow![x]', ['x']],
    ['[France](the country)', ['France']],
    ['[x](see p. 3)', ['x']],
    ['[`]` and more]', ['`]` and more']],
    ['[see [docs](a.md)]', ['see [docs](a.md)']],
    ['it costs $5, and [six] is $7', ['six']],
    ['an open ` and [a]', ['a']],
  ])('%j has %j', (text, expected) => expect(holes(text)).toEqual(expected));
});

describe('no hole', () => {
  it.each([
    [String.raw`\[escaped\] [a]`],
    ['`[code]` [a]'],
    ['``x ` [code]`` [a]'],
    ['$x_{[1]}$ [a]'],
    ['$$[x]$$ [a]'],
    ['$$\n[x]\n\n[y]\n$$\n[a]'],
    ['```\n[code]\n```\n[a]'],
    ['![image](dog.jpg) [a]'],
    ['![an [odd] image](x y) [a]'],
    ['[link](dog.jpg) [a]'],
    ['[link](https://x.org/a_(b)) [a]'],
    ['[link](<my file.md> "title") [a]'],
    ['[link](#part) [a]'],
    ['[the [inner] link](b.md) [a]'],
    ['<https://x.org/[b]> [a]'],
    ['note[^1] [a]\n\n[^1]: text'],
    ['- [ ] open\n- [x] done\n1. [X] done\n\n[a]'],
    ['[link][ref] [ref] [Ref][] [a]\n\n[REF]: https://x.org "title"'],
  ])('is in %j but [a]', (text) => expect(holes(text)).toEqual(['a']));

  it('an x in brackets is one where it is no box', () => {
    expect(holes('- a [x] b [x]')).toEqual(['x', 'x']);
  });
});

describe('brackets that were not meant', () => {
  it.each([
    ['a [] b', 'empty', 2],
    ['a [ ] b', 'empty', 2],
    ['a [b', 'unpaired', 2],
    ['a b] [c]', 'unpaired', 3],
    ['a [b\n\nc]', 'unpaired', 2],
  ] as const)('%j is %s', (text, kind, offset) => {
    expect(findHoles(text).faults[0]).toEqual({ kind, offset });
  });
});

describe('Anki’s deletions', () => {
  it('have numbers and hints, and make brackets plain text', () => {
    const text = '{{c1::Paris::city}} [is] in {{c2::France}}, says {{c1::it}}';
    expect(findHoles(text).holes).toEqual([
      { number: 1, text: 'Paris', hint: 'city', span: { start: 0, end: 19 } },
      { number: 2, text: 'France', span: { start: 28, end: 42 } },
      { number: 1, text: 'it', span: { start: 49, end: 59 } },
    ]);
  });

  it('may be nested', () => {
    const [outer, inner] = findHoles('{{c1::a {{c2::b::h}} c::hint}}').holes;
    expect(outer).toMatchObject({ number: 1, text: 'a b c', hint: 'hint' });
    expect(inner).toMatchObject({ number: 2, text: 'b', hint: 'h' });
  });

  it.each(['{{c0::a}} [b]', String.raw`\{{c1::a}} [b]`, '{{c1::a} [b]', '{{c1::}} [b]', '}} [b]'])(
    'are not in %j',
    (text) => expect(holes(text)).toEqual(['b']),
  );
});
