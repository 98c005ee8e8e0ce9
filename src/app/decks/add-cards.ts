import { existsSync } from 'node:fs';
import path from 'node:path';
import { insertCards, lastTopics } from '../../deck/edit.ts';
import { printCard, printDeckHead } from '../../deck/print.ts';
import { TenetError } from '../../model/problem.ts';
import type { CardId } from '../../model/card.ts';
import type { Collection } from '../collection/collection.ts';
import { readTextFile, replaceFile } from '../files.ts';
import type { Study } from '../log/study.ts';
import { deckFileNamed, isForeign } from './deck-file-named.ts';
import { indexDecks } from './index-decks.ts';
import { newCard, type CardFields } from './new-card.ts';
import { newDeckFile } from './new-deck-file.ts';
import { parseDeckFile } from './parse-deck-file.ts';

/** Where new cards went. */
export interface Added {
  /** Relative to the collection, with `/`. */
  readonly file: string;
  readonly ids: readonly CardId[];
}

const inbox = 'Inbox';

/**
 * Puts new cards at the end of a deck, which is made when it is not there, and into the index: `deck` is its
 * title or its file, absent for the deck "Inbox". All of them or none.
 */
export function addCards(
  collection: Collection,
  study: Study,
  deck: string | undefined,
  cards: readonly CardFields[],
  random: (count: number) => Uint8Array,
): Added {
  // While nobody else can write: a card that is in its deck and was not taken in would be added again.
  return study.store.write(() => {
    indexDecks(collection, study);
    const title = deck ?? inbox;
    const known = deckFileNamed(collection, study.store, title);
    const file = known ?? newDeckFile(collection, namingADeck(title));
    refuseForeign(collection, file);
    const made = cards.map((fields) => ({ fields, card: newCard(fields, random(9)) }));
    replaceFile(path.join(collection.root, file), withCards(collection, file, title, made));
    indexDecks(collection, study);
    return { file, ids: made.map(({ card }) => card.id as CardId) };
  });
}

function namingADeck(title: string): string {
  if (title.trim() !== '') return title;
  throw new TenetError('a deck needs a title', { hint: 'Give it a name.', exitCode: 2 });
}

function refuseForeign(collection: Collection, file: string): void {
  if (!isForeign(collection, file)) return;
  const notation = collection.notationOf(file);
  throw new TenetError(`${file} is read as a ${notation} deck, and tenet writes its own notation`, {
    hint: 'Name another deck, or set notation = "shared" for this one.',
    exitCode: 2,
  });
}

/** The text of the deck's file, which begins with its title where it is new, with the cards in it. */
function withCards(
  collection: Collection,
  file: string,
  title: string,
  made: readonly { readonly fields: CardFields; readonly card: ReturnType<typeof newCard> }[],
): string {
  const absolute = path.join(collection.root, file);
  const before = existsSync(absolute) ? readTextFile(absolute) : printDeckHead(title, []);
  const parsed = parseDeckFile(collection, file, before);
  const end = lastTopics(parsed);
  return insertCards(
    parsed,
    made.map(({ fields, card }) => ({ topics: fields.topics ?? end, text: printCard(card) })),
  );
}
