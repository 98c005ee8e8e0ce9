import { array, assert, constantFrom, integer, property } from 'fast-check';
import type { Nodes, RootContent } from 'mdast';
import { describe, expect, it } from 'vitest';
import { markdownChunks } from '../../src/markdown/chunks.ts';
import { parseMarkdown } from '../../src/markdown/parse.ts';

/** A tree of a part with the positions that it has in the whole. */
function placed<Node extends Nodes>(node: Node, offset: number, line: number): Node {
  const moved = structuredClone(node);
  move(moved, offset, line);
  return moved;
}

function move(node: Nodes, offset: number, line: number): void {
  for (const point of [node.position?.start, node.position?.end])
    if (point !== undefined)
      Object.assign(point, { line: point.line + line, offset: (point.offset ?? 0) + offset });
  if ('children' in node) for (const child of node.children) move(child, offset, line);
}

function inParts(text: string, size: number): RootContent[] {
  return [...markdownChunks(text, size)].flatMap(({ blocks, offset, line }) =>
    blocks.map((block) => placed(block, offset, line)),
  );
}

const pieces = [
  '# Heading\n\n',
  'A paragraph with [a link][l] and a note.[^n]\n',
  'See [l], [L ][] and ![p][m]; [not\\] one], [^a b]\n',
  '[l\\]: not defined\n',
  '\n',
  '\n\n',
  '- item\n',
  '- [ ] task [l]\n',
  '* item\n',
  '  more of it\n',
  '1. first\n\n   second paragraph\n',
  '- ```\n  code\n',
  '  ```\n',
  '```\ncode\n\n# no heading\n',
  '```\n',
  '    indented\n',
  '\tindented\n',
  '> quote [^n]\n',
  '> ```\n',
  '> [q\n> r]: target.md\n',
  '[q r] and [q\nr]\n',
  'lazy\n',
  '<!-- comment\n\n',
  'Text in it\n\n-->\n',
  '<pre>\n\n',
  '</pre>\n',
  '<div>\n',
  '<b>inline</b> html\n',
  '$$\n\nx\n\n$$\n',
  '$$\n',
  '| a |\n| - |\n| [l] |\n',
  '[t]: |x\n',
  '-|-\n',
  '[t] | b\n',
  '[^n]: a note\n',
  '    its second paragraph\n',
  '[l]: target.md\n',
  '[m]:\n',
  'target.md\n"title\n',
  'of two lines"\n',
  '***\n',
  '---\n',
  '===\n',
  '+++\n',
  '(aside)\n',
  '~~~\n',
  '\uFEFF',
  'line\r\n',
  '\r\n',
  '\r',
  'https://example.org/[l]\n',
  '\\\n',
  '&amp; *em\n',
  'em* `code\n',
  '` ~~x~~\n',
  '[^a b]: x\n',
  '\0\n',
];

describe('markdownChunks', () => {
  it('leaves a short text whole', () => {
    const chunks = [...markdownChunks('# A\n\ntext')];
    expect(chunks.map(({ text, offset, line }) => ({ text, offset, line }))).toEqual([
      { text: '# A\n\ntext', offset: 0, line: 0 },
    ]);
  });

  it('parts a long text where a block begins that stands free', () => {
    const text = 'One.\n\n```\nTwo\n\nThree\n```\n\nFour and five and six.\n\nSeven.\n';
    const chunks = [...markdownChunks(text, 4)];
    expect(chunks.map(({ text: part }) => part)).toEqual([
      'One.\n\n',
      '```\nTwo\n\nThree\n```\n\n',
      'Four and five and six.\n\nSeven.\n',
    ]);
  });

  it('knows what another part defines', () => {
    const text = 'One.[^a]\n\nTwo [b] and [^none].\n\n[^a]: note\n\n[b]: link.md\n';
    expect(inParts(text, 5)).toEqual(parseMarkdown(text).children);
    expect([...markdownChunks(text, 5)]).toHaveLength(2);
  });

  it('takes no definition from code', () => {
    const text = 'One [a].\n\n```\n[a]: x\n```\n\nTwo [a].\n';
    expect(inParts(text, 5)).toEqual(parseMarkdown(text).children);
  });

  it('gives the same tree as the whole text, positions included', () => {
    assert(
      property(
        array(constantFrom(...pieces), { maxLength: 30 }),
        integer({ min: 1, max: 60 }),
        (some, size) => {
          const text = some.join('');
          expect(inParts(text, size)).toEqual(parseMarkdown(text).children);
        },
      ),
      { numRuns: 500 },
    );
  });
});
