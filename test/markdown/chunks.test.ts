import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markdownChunks } from '../../src/markdown/chunks.ts';
import { parseMarkdown } from '../../src/markdown/parse.ts';

/** The blocks of a text, in parts of some size: what each is and which words of the text it spans. */
function blocks(text: string, size: number): string[] {
  return [...markdownChunks(text, size)].flatMap((chunk) =>
    parseMarkdown(chunk.text)
      .children.filter((node) => (node.position?.start.offset ?? 0) < chunk.length)
      .map((node) => {
        const start = chunk.start + (node.position?.start.offset ?? 0);
        const end = chunk.start + Math.min(node.position?.end.offset ?? 0, chunk.length);
        return `${node.type}: ${text.slice(start, end).trimEnd()}`;
      }),
  );
}

describe('markdownChunks', () => {
  it('leaves a short text whole', () => {
    expect([...markdownChunks('# A\n\ntext')]).toEqual([
      { start: 0, length: 9, text: '# A\n\ntext' },
    ]);
  });

  it('defines again what a part refers to', () => {
    const text = 'One.[^a]\n\nTwo [b] and [^none].\n\n[^a]: note\n\n[b]: link.md\n';
    const [one, two] = markdownChunks(text, 5);
    expect(one?.text).toBe('One.[^a]\n\n\n\n[^a]: x\n\n');
    expect(two?.start).toBe(10);
  });

  it('cuts no more where a fence may belong to HTML above it', () => {
    const text = `Start\n\n</pre>\n\`\`\`\n# Heading\n\n\`\`\`\ncode\n\n# no heading\n`;
    expect([...markdownChunks(text, 1)].map((chunk) => chunk.start)).toEqual([0]);
  });

  it('gives the same blocks as the whole text', () => {
    const piece = constantFrom(
      '# Heading\n\n',
      'A paragraph with [a link][l] and a note.[^n]\n',
      '\n',
      '\n\n',
      '- item\n',
      '  more of it\n',
      '1. first\n\n   second paragraph\n',
      '```\ncode\n\n# no heading\n',
      '```\n',
      '    indented\n',
      '> quote\n',
      '<!-- comment\n\n',
      'Text in it\n\n-->\n',
      '<pre>\n\n',
      '</pre>\n',
      '$$\n\nx\n\n$$\n',
      '| a |\n| - |\n| b |\n',
      '[^n]: a note\n',
      '    its second paragraph\n',
      '[l]: target.md\n',
      '***\n',
      '(aside)\n',
      '~~~\n',
    );
    assert(
      property(array(piece, { maxLength: 30 }), (pieces) => {
        const text = `Start\n\n${pieces.join('')}`;
        expect(blocks(text, 20)).toEqual(blocks(text, 1_000_000));
      }),
      { numRuns: 300 },
    );
  });
});
