import { openReader } from '../../src/app/reading/reader.ts';
import type { Reader } from '../../src/app/reading/view.ts';
import { TemporaryCollection } from './temporary-collection.ts';

const rocks = `---
tags: [core]
---
# Rocks

What lies below your feet.

## Kinds

### Which kinds of rock are there?

Three: molten, laid down and *changed*.[^k] Geologists call them igneous and so on.[^n]

## Faults {#faults}

A fault is a break.[^k]

\`\`\`
## no heading
\`\`\`

## Nothing asked

Only to be read.

[^k]: [Handbook](ORIGINALS.md#handbook) "three kinds of rock"; see also its index
[^n]: [Names](https://rocks.example/names)
`;

const water = `---
tags: [further]
---
# Water

## Rivers

Rivers run.

## Lakes

Lakes lie.
`;

const originals = `# Originals

## Handbook

- title: The Handbook of Rocks
- author: A. Stone
- year: 1999
- address: https://rocks.example/
- trust: high
- held: no
`;

const card = (id: string, question: string, source: string): string =>
  `Q: ${question}\nA: Answer ${id}.\nS: [Here](../source-docs/${source})\n<!-- id: ${id} -->\n\n`;

const rockDeck = `---\ntitle: Rocks\n---\n# Rocks\n\n${[
  card('kinds1', 'First on kinds?', '01-rocks.md#kinds'),
  card('kinds2', 'Second on kinds?', '01-rocks.md#which-kinds-of-rock-are-there'),
  card('kinds3', 'On the whole chapter?', '01-rocks.md'),
  card('fault1', 'On faults?', '01-rocks.md#faults'),
].join('')}`;

const waterDeck = `---\ntitle: Water\n---\n# Water\n\n${card('river1', 'On rivers?', '02-water.md#rivers')}`;

const ownDeck = `# My own\n\n${[
  card('gone01', 'On a section that is gone?', '01-rocks.md#volcanoes'),
  card('other1', 'On another document?', '../notes/mine.md#x'),
].join('')}Q: On nothing?\nA: Answer.\n<!-- id: plain1 -->\n`;

/** A reader of two chapters with their decks, and a deck of somebody's own. */
const readerFiles: Readonly<Record<string, string>> = {
  'source-docs/01-rocks.md': rocks,
  'source-docs/02-water.md': water,
  'source-docs/ORIGINALS.md': originals,
  'source-docs/GLOSSARY.md': '---\ntitle: Glossary\n---\n# Glossary\n\n- **fault** — a break\n',
  'decks/a-own.md': ownDeck,
  'decks/rocks.md': rockDeck,
  'decks/water.md': waterDeck,
};

export const kinds = 'source-docs/01-rocks.md#kinds';
export const faults = 'source-docs/01-rocks.md#faults';
export const nothingAsked = 'source-docs/01-rocks.md#nothing-asked';
export const rivers = 'source-docs/02-water.md#rivers';
export const lakes = 'source-docs/02-water.md#lakes';

/** A collection with a reader, indexed. */
export function collectionWithReader(more: Readonly<Record<string, string>> = {}): {
  readonly tenet: TemporaryCollection;
  readonly reader: Reader;
} {
  const tenet = new TemporaryCollection({ ...readerFiles, ...more });
  tenet.index();
  return { tenet, reader: openReader(tenet.collection, tenet.study) };
}
