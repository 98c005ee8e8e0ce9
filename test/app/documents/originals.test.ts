import { describe, expect, it } from 'vitest';
import { parseOriginals } from '../../../src/app/documents/originals.ts';

const list = `# Originals

Prose is welcome.

## Bee book

- title: The dancing bees: an account
- author: Karl von Frisch
- year: 1927
- address: https://bees.example/book
- file: bees.txt
- trust: high
- held: yes

## Other book

- title: Wasps
- author: A. Wasp
- year: unknown
- address: https://wasps.example
- trust: not judged
- held: no
`;

describe('parseOriginals', () => {
  it('reads a section for each original, with the key that links use', () => {
    const { originals, problems } = parseOriginals(list, 'docs/ORIGINALS.md');
    expect(problems).toEqual([]);
    expect(originals).toEqual([
      {
        key: 'bee-book',
        name: 'Bee book',
        title: 'The dancing bees: an account',
        author: 'Karl von Frisch',
        year: '1927',
        address: 'https://bees.example/book',
        file: 'bees.txt',
        trust: 'high',
        held: true,
        line: 5,
      },
      {
        key: 'other-book',
        name: 'Other book',
        title: 'Wasps',
        author: 'A. Wasp',
        year: 'unknown',
        address: 'https://wasps.example',
        trust: 'not judged',
        held: false,
        line: 15,
      },
    ]);
  });

  it('names what is missing or unclear, with its line', () => {
    const { problems } = parseOriginals(
      list
        .replace('- year: 1927\n', '')
        .replace('- file: bees.txt\n', '')
        .replace('held: no', 'held: maybe'),
      'docs/ORIGINALS.md',
    );
    expect(problems.map(({ line, message }) => `${line} ${message}`)).toEqual([
      '5 the original "Bee book" has no year',
      '5 the original "Bee book" is held, but not said in which file',
      '13 "held: maybe" is neither yes nor no',
    ]);
  });
});
