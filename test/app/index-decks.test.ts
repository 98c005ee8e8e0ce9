import { afterEach, describe, expect, it } from 'vitest';
import { TemporaryCollection } from './temporary-collection.ts';

let open: TemporaryCollection[] = [];

function collectionOf(files: Readonly<Record<string, string>>): TemporaryCollection {
  const made = new TemporaryCollection(files);
  open.push(made);
  return made;
}

afterEach(() => {
  for (const collection of open) collection.dispose();
  open = [];
});

const geology = `# Geology

Q: What is the hardest mineral on the Mohs scale?
A: Diamond.

Q: Why do continents move?
A: Convection in the mantle drags the plates along.

C: The Earth is about [4.5] billion years old.
`;

describe('the index of deck files', () => {
  it('reads every file once, and afterwards only what changed', () => {
    const tenet = collectionOf({ 'decks/geology.md': geology, 'decks/more.md': 'Q: a?\nA: b\n' });
    const first = tenet.index();
    expect(first).toMatchObject({ files: 2, parsed: 2, added: 4, gone: 0 });
    tenet.write('decks/more.md', 'Q: a?\nA: b\n\nQ: c?\nA: d\n');
    expect(tenet.index()).toMatchObject({ files: 2, parsed: 1, added: 1, gone: 0 });
  });
});
