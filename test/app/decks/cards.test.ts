import { afterEach, describe, expect, it } from 'vitest';
import { listCards } from '../../../src/app/decks/cards.ts';
import { TemporaryCollection } from '../temporary-collection.ts';

const chapter = `# Geology

## Plates

Slow convection in the mantle drags the plates along.

## Rock

Marble is limestone that heat has changed.
`;

const originals = `# Originals

## Field notes

- title: Notes from the field
- author: A. Walker
- year: 1931
- address: https://example.org/notes
- trust: first hand
- held: yes
- file: notes.txt
`;

const deck = `---
title: Geology
tags: [earth]
---
Q: What drags the plates along?
A: Convection in the mantle.
S: [Geology, Plates](../source-docs/geology.md#plates) "convection in the mantle"
S: [Field notes](../source-docs/ORIGINALS.md#field-notes) "the mantle creeps"
#reason
<!-- id: card-plates -->

T: marble
D: Limestone that heat has changed.
<!-- id: card-marble -->

C: The [crust] is thin.
<!-- id: card-crust -->

C: Below the thin crust lies the {{c2::mantle::which layer}}.
<!-- id: card-layers -->
`;

let tenet: TemporaryCollection;

afterEach(() => tenet.dispose());

function opened(): TemporaryCollection {
  tenet = new TemporaryCollection({
    'decks/geology.md': deck,
    'source-docs/geology.md': chapter,
    'source-docs/ORIGINALS.md': originals,
    'copies/notes.txt': 'Day 1. It seems that the mantle creeps.\n',
  });
  tenet.index();
  return tenet;
}

describe('the list of cards', () => {
  it('has each side with its deck, place, role, question, answer and tags', async () => {
    const { collection, study } = opened();
    const cards = await listCards(collection, study);
    expect(cards.map(({ id }) => id)).toEqual([
      'card-plates',
      'card-marble/def',
      'card-marble/term',
      expect.stringMatching(/^card-crust\/h/),
      'card-layers/c2',
    ]);
    expect(cards[0]).toMatchObject({
      deck: 'Geology',
      file: 'decks/geology.md',
      line: 5,
      kind: 'basic',
      role: 'reason',
      question: 'What drags the plates along?',
      answer: 'Convection in the mantle.',
      tags: ['earth', 'reason'],
    });
    expect(cards[2]).toMatchObject({
      role: null,
      question: 'Limestone that heat has changed.',
      answer: 'marble',
    });
  });

  it('shows a gap in brackets, with its hint where it has one', async () => {
    const { collection, study } = opened();
    const cards = await listCards(collection, study, { words: ['thin'] });
    expect(cards.map(({ question }) => question)).toEqual([
      'The […] is thin.',
      'Below the thin crust lies the [which layer].',
    ]);
    expect(cards[1]?.answer).toBe('Below the thin crust lies the mantle.');
  });

  it('says where a card comes from, and where its originals say it', async () => {
    const { collection, study, folder } = opened();
    const [card] = await listCards(collection, study, { originals: `${folder}/copies` });
    const start = chapter.indexOf('convection in the mantle');
    expect(card?.source).toEqual({
      file: 'source-docs/geology.md',
      anchor: 'convection in the mantle',
      start,
      end: start + 'convection in the mantle'.length,
    });
    expect(card?.origins).toEqual([
      {
        document: 'field-notes',
        file: 'notes.txt',
        anchor: 'the mantle creeps',
        start: 21,
        end: 38,
      },
    ]);
  });

  it('has no offsets in originals without copies', async () => {
    const { collection, study } = opened();
    const [card] = await listCards(collection, study);
    expect(card?.origins).toMatchObject([{ document: 'field-notes', start: null, end: null }]);
  });

  it('says where each side stands in time', async () => {
    const { collection, study } = opened();
    tenet.answer('card-plates', 4);
    const [answered, unseen] = await listCards(collection, study);
    expect(answered).toMatchObject({
      state: 'review',
      reps: 1,
      lapses: 0,
      suspended: false,
      flag: 0,
    });
    expect(answered?.due).toBeGreaterThan(20_777);
    expect(answered?.stability).toBeGreaterThan(0);
    expect(unseen).toMatchObject({ state: 'new', due: null, stability: null, difficulty: null });
  });

  it('has only cards with all words and tags of the query', async () => {
    const { collection, study } = opened();
    const ids = async (query: Parameters<typeof listCards>[2]): Promise<readonly string[]> =>
      (await listCards(collection, study, query)).map(({ id }) => id);
    expect(await ids({ words: ['LIMESTONE', 'marble'] })).toEqual([
      'card-marble/def',
      'card-marble/term',
    ]);
    expect(await ids({ words: ['limestone', 'plates'] })).toEqual([]);
    expect(await ids({ tags: ['reason'] })).toEqual(['card-plates']);
  });
});
