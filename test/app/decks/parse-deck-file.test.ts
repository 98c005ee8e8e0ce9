import { describe, expect, it } from 'vitest';
import { indexDecks } from '../../../src/app/decks/index-decks.ts';
import { parseDeckFile } from '../../../src/app/decks/parse-deck-file.ts';
import { cardsOfFile } from '../../../src/store/deck-index.ts';
import { collectionWith } from '../exchange-support.ts';

const manifest = `id = "exchange-test"

[notation]
"decks/ours" = "tenet"
"decks/theirs" = "hashcards"
`;
const noted = 'Q: Where?\nA: Here.\nN: Not there.\n';

describe('a deck file', () => {
  it.each([
    ['decks/a.md', noted, 'shared'],
    ['decks/ours/a.md', noted, 'tenet'],
    ['decks/theirs/a.md', noted, 'hashcards'],
    ['decks/theirs/b.md', `---\nnotation: tenet\n---\n\n${noted}`, 'tenet'],
  ])('%s has the cards that the index has of it', async (file, text, notation) => {
    const { open } = await collectionWith({ 'tenet.toml': manifest, [file]: text });
    const deck = parseDeckFile(open.collection, file, text);
    indexDecks(open.collection, open.study);
    expect(deck.notation).toBe(notation);
    expect(deck.cards.map(({ id }) => id)).toEqual(
      cardsOfFile(open.store, file).map(({ claim }) => claim),
    );
  });
});
