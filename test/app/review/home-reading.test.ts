import { afterEach, describe, expect, it } from 'vitest';
import { viewHome } from '../../../src/app/review/home.ts';
import type { HomeView } from '../../../src/app/review/home-view.ts';
import { collectionWithReader, faults, kinds, nothingAsked, rivers } from '../reader-collection.ts';
import type { TemporaryCollection } from '../temporary-collection.ts';

let tenet: TemporaryCollection;
let view: () => HomeView;

function open() {
  const opened = collectionWithReader({ 'tenet.toml': 'id = "test-reader"\ntitle = "Earth"\n' });
  ({ tenet } = opened);
  const collection = tenet.at(tenet.folder);
  view = () => viewHome(collection, tenet.study, []);
  return opened;
}

function groups(): unknown {
  return view().groups.map(({ title, decks }) => [title].concat(decks.map((deck) => deck.title)));
}

afterEach(() => tenet.dispose());

describe('home of a collection with a reader', () => {
  it('begins with reading only where nothing else is to be done', () => {
    open();
    expect(view().reading).toEqual({ starts: false, chapter: 'Rocks', minutes: 1 });
    tenet.remove('decks/a-own.md');
    tenet.index();
    expect(view().reading).toMatchObject({ starts: true });
  });

  it('shows the decks of chapters once they were begun: the core path, further ones, then others', () => {
    const { reader } = open();
    expect(groups()).toEqual([['Earth', 'a-own']]);
    reader.markRead(kinds);
    expect(groups()).toEqual([
      ['Earth', 'Rocks'],
      ['Other decks', 'a-own'],
    ]);
    reader.markRead(rivers);
    expect(groups()).toEqual([
      ['Earth', 'Rocks'],
      ['Further', 'Water'],
      ['Other decks', 'a-own'],
    ]);
  });

  it('needs no name over the decks of a person’s own collection', () => {
    const { reader } = open();
    const own = { ...tenet.at(tenet.folder), own: true };
    view = () => viewHome(own, tenet.study, []);
    expect(groups()).toEqual([['', 'a-own']]);
    reader.markRead(kinds);
    expect(groups()).toEqual([
      ['Core path', 'Rocks'],
      ['Other decks', 'a-own'],
    ]);
  });

  it('names what is left of the chapter, and nothing when all was read', () => {
    const { reader } = open();
    for (const key of [kinds, faults]) reader.markRead(key);
    expect(view().reading).toEqual({ starts: false, chapter: 'Rocks', minutes: 1 });
    for (const key of [nothingAsked, rivers, 'source-docs/02-water.md#lakes']) reader.markRead(key);
    expect(view().reading).toBeNull();
  });
});
