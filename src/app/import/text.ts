import { createHash } from 'node:crypto';
import path from 'node:path';
import { readText } from '../../exchange/text/read-text.ts';
import { cardsToExport } from '../export/cards.ts';
import { readTextFile } from '../files.ts';
import { writeCard } from './cards.ts';
import type { IncomingCard } from './cards.ts';
import { DeckWriter, filesOfDecks } from './decks.ts';
import { emptyReport, reasonsOf } from './report.ts';
import type { ImportOptions, ImportReport } from './report.ts';
import { indexDecks } from '../decks/index-decks.ts';
import type { OpenCollection } from '../collection/open-collection.ts';

/**
 * Takes separated text in: each row a card. A row that was taken in before, known by its GUID or its
 * text, changes nothing.
 */
export function importText(
  open: OpenCollection,
  file: string,
  options: ImportOptions,
): ImportReport {
  indexDecks(open.collection, open.study);
  const { cards, leftOut } = readText(readTextFile(file), file);
  const present = cardsToExport(open.store, []);
  const ids = new Set<string>([...present].map(({ id }) => id));
  const decks = new DeckWriter(open.collection, filesOfDecks(open.collection, present));
  const reasons = [...leftOut];
  let [added, unchanged] = [0, 0];
  for (const card of cards) {
    const deck = card.deck ?? options.deck ?? path.basename(file).replace(/\.[a-z]+$/i, '');
    const id = card.id ?? textIdOf(card.content);
    const incoming: IncomingCard = { ...card, id, deck, topics: [], sources: [] };
    const written = writeCard(incoming);
    if (written === null) reasons.push('its text cannot be written as a card');
    else if (ids.has(id)) unchanged += 1;
    else {
      decks.add(deck, { topics: [], text: written.text });
      ids.add(id);
      added += 1;
    }
  }
  const files = decks.write();
  indexDecks(open.collection, open.study);
  return {
    ...emptyReport('text', file),
    files,
    notes: cards.length,
    added,
    unchanged,
    leftOut: reasonsOf(reasons),
  };
}

/** A row without a GUID is known by what it says. */
function textIdOf(content: IncomingCard['content']): string {
  const digest = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  return BigInt(`0x${digest.slice(0, 17)}`)
    .toString(32)
    .padStart(13, '0')
    .slice(-13);
}
