import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { proposeNotation } from '../../src/deck/propose.ts';

const fixtures = path.resolve(import.meta.dirname, '../fixtures/deck');

function propose(name: string): ReturnType<typeof proposeNotation> {
  return proposeNotation(readFileSync(path.join(fixtures, name), 'utf8'));
}

describe('the notation that is proposed', () => {
  it('is repeater where a line outside cards has a question and an answer round "::"', () => {
    expect(propose('repeater/one-liners.md')).toMatchObject({ notation: 'repeater', line: 3 });
  });

  it('is hashcards where a path counts from the collection', () => {
    expect(propose('hashcards/media.md')).toMatchObject({ notation: 'hashcards', line: 7 });
  });

  it('is hashcards where a cloze has brackets in its maths', () => {
    expect(propose('hashcards/maths.md')).toMatchObject({ notation: 'hashcards', line: 14 });
  });

  it.each(['hashcards/basic.md', 'repeater/basic.md', 'repeater/cloze.md'])(
    'is none for %s, which all three read alike',
    (name) => expect(propose(name)).toBeNull(),
  );

  it('is none where the file says its own', () => {
    expect(proposeNotation('---\nnotation: tenet\n---\na :: b\n')).toBeNull();
  });

  it.each([
    ['code', '`std::vector` is a type'],
    ['a table', '| a | b :: c |'],
    ['one side', 'Note::'],
    ['a longer chain', 'std::chrono::seconds is one'],
    ['a fence', '```\na :: b\n```'],
    ['an answer', 'Q: q\nA: a :: b'],
  ])('is none for "::" in %s', (_, text) => {
    expect(proposeNotation(text)).toBeNull();
  });
});
