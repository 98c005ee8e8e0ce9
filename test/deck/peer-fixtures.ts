import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseDeck } from '../../src/deck/parse.ts';
import { faceOf } from '../../src/deck/face.ts';
import { printDeck } from '../../src/deck/print.ts';
import { sidesOf } from '../../src/deck/sides.ts';
import type { ParsedDeck } from '../../src/deck/parse.ts';
import type { Card } from '../../src/model/card.ts';
import { gapEnd, gapStart } from '../../src/model/face.ts';

/** What a peer's program makes of one deck, worked out by hand from its documentation and source. */
interface Expectation {
  readonly title?: string;
  readonly cards: readonly (readonly unknown[])[];
  readonly problems: readonly (readonly [number, string])[];
}

type Peer = 'hashcards' | 'repeater';

function folder(peer: Peer): string {
  return path.resolve(import.meta.dirname, '../fixtures/deck', peer);
}

/** The peer's fixture decks by file name, with what is expected of each. */
export function peerDecks(peer: Peer): readonly (readonly [string, Expectation])[] {
  const text = readFileSync(path.join(folder(peer), 'expected.json'), 'utf8');
  return Object.entries(JSON.parse(text) as Record<string, Expectation>);
}

/** The names of the peer's fixture decks on disk. */
export function peerFiles(peer: Peer): readonly string[] {
  return readdirSync(folder(peer)).filter((name) => name.endsWith('.md'));
}

/** A fixture deck, read in the peer's notation. */
export function readPeerDeck(peer: Peer, name: string): ParsedDeck {
  const text = readFileSync(path.join(folder(peer), name), 'utf8');
  return parseDeck(text, { path: name, notation: peer });
}

function clozeText(card: Card): string {
  const [side] = sidesOf(card);
  if (side === undefined) return '';
  return faceOf(card, side).answer.replaceAll(gapStart, '').replaceAll(gapEnd, '');
}

/** A deck in the form of `expected.json`; a cloze's text without its marks, or as it is written. */
export function summary(deck: ParsedDeck, marks: 'without' | 'with'): Expectation {
  return {
    cards: deck.cards.map((card) => {
      switch (card.kind) {
        case 'basic':
          return ['basic', card.question, card.answer];
        case 'term':
          return ['term', card.term, card.definition];
        case 'cloze':
          return [
            'cloze',
            marks === 'with' ? card.text : clozeText(card),
            card.holes.map(({ text }) => text),
          ];
        case 'list':
          return ['list', card.question, card.items];
      }
      return [];
    }),
    problems: deck.problems.map(({ line, rule }) => [line, rule] as const),
  };
}

/** True where the pieces give back the file byte for byte. */
export function isWhole(deck: ParsedDeck): boolean {
  return printDeck(deck) === deck.text;
}
