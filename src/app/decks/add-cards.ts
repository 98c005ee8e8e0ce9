import { existsSync } from 'node:fs';
import path from 'node:path';
import { insertCards } from '../../deck/edit.ts';
import { parseDeck } from '../../deck/parse.ts';
import { printCard, printDeckHead } from '../../deck/print.ts';
import { TenetError } from '../../model/problem.ts';
import type { CardId } from '../../model/card.ts';
import type { Collection } from '../collection/collection.ts';
import { listDeckFiles } from './deck-files.ts';
import { readTextFile, replaceFile } from '../files.ts';
import { newCard, type CardFields } from './new-card.ts';

/** Where new cards went. */
export interface Added {
  /** Relative to the collection, with `/`. */
  readonly file: string;
  readonly ids: readonly CardId[];
}

const inbox = 'Inbox';

/**
 * Puts new cards at the end of a deck, which is made when it is not there: `deck` is its title or its file,
 * absent for the deck "Inbox". All of them or none.
 */
export function addCards(
  collection: Collection,
  deck: string | undefined,
  cards: readonly CardFields[],
  random: (count: number) => Uint8Array,
): Added {
  const file = deckFile(collection, deck ?? inbox);
  const absolute = path.join(collection.root, file);
  const title = path.basename(file, '.md');
  const before = existsSync(absolute) ? readTextFile(absolute) : printDeckHead(deck ?? inbox, []);
  const notation = collection.notationOf(file);
  if (notation === 'hashcards' || notation === 'repeater')
    throw new TenetError(
      `${file} is read as a ${notation} deck, and tenet writes its own notation`,
      {
        hint: 'Name another deck, or set notation = "shared" for this one.',
        exitCode: 2,
      },
    );
  const made = cards.map((fields) => ({ fields, card: newCard(fields, random(9)) }));
  const parsed = parseDeck(before, {
    path: file,
    fallbackTitle: title,
    ...(notation === undefined ? {} : { notation }),
  });
  const after = insertCards(
    parsed,
    made.map(({ fields, card }) => ({
      topics: fields.topics ?? lastTopics(parsed),
      text: printCard(card),
    })),
  );
  replaceFile(absolute, after);
  return { file, ids: made.map(({ card }) => card.id as CardId) };
}

/** The end of the file: under its last heading. */
function lastTopics(deck: ReturnType<typeof parseDeck>): readonly string[] {
  return deck.cards.at(-1)?.topics ?? [];
}

function deckFile(collection: Collection, named: string): string {
  const { decks, root, drafts, notationOf } = collection;
  const { files } = listDeckFiles(decks, root, drafts);
  const asPath = files.find(({ path: file }) => file === named || file === `${named}.md`);
  if (asPath !== undefined) return asPath.path;
  const titled = files.find(({ path: file, absolute }) => {
    const notation = notationOf(file);
    const options = {
      path: file,
      fallbackTitle: path.basename(file, '.md'),
      ...(notation === undefined ? {} : { notation }),
    };
    return parseDeck(readTextFile(absolute), options).title === named;
  });
  return titled?.path ?? path.posix.join(relativeDecks(collection), `${fileName(named)}.md`);
}

function relativeDecks({ decks, root }: Collection): string {
  return path.relative(root, decks).split(path.sep).join('/');
}

/** A title as a file name that every file system takes. */
function fileName(title: string): string {
  const name = title
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 80);
  if (name !== '') return name;
  throw new TenetError(`"${title}" cannot name a deck`, {
    hint: 'Use letters or digits.',
    exitCode: 2,
  });
}
