import { existsSync } from 'node:fs';
import path from 'node:path';
import { insertCards } from '../../deck/edit.ts';
import { printDeckHead } from '../../deck/print.ts';
import type { Card } from '../../model/card.ts';
import type { Collection } from '../collection/collection.ts';
import { isForeign } from '../decks/deck-file-named.ts';
import { newDeckFile } from '../decks/new-deck-file.ts';
import { parseDeckFile } from '../decks/parse-deck-file.ts';
import { readTextFile, replaceFile } from '../files.ts';

/** A new card for a deck. */
export interface NewText {
  readonly topics: readonly string[];
  readonly text: string;
}

/** Changes to deck files, kept until all of them are known. */
export class DeckWriter {
  readonly #collection: Collection;
  readonly #added = new Map<string, { readonly title: string; readonly cards: NewText[] }>();
  readonly #replaced = new Map<string, { readonly card: Card; readonly text: string }[]>();
  readonly #fileOf: Map<string, string>;
  readonly #descriptions = new Map<string, string>();

  /** `titles`: the file that new cards of a deck with that title go into. */
  constructor(collection: Collection, titles: ReadonlyMap<string, string>) {
    this.#collection = collection;
    this.#fileOf = new Map(titles);
  }

  /** The file of a deck, relative to the collection: the one that is there, or the one to be made. */
  fileOf(title: string): string {
    const known = this.#fileOf.get(title);
    if (known !== undefined) return known;
    const file = newDeckFile(this.#collection, title, new Set(this.#fileOf.values()));
    this.#fileOf.set(title, file);
    return file;
  }

  add(title: string, card: NewText): void {
    const file = this.fileOf(title);
    const added = this.#added.get(file);
    if (added === undefined) this.#added.set(file, { title, cards: [card] });
    else added.cards.push(card);
  }

  /** What stands in the front matter of a deck that has to be made. */
  describe(title: string, text: string): void {
    this.#descriptions.set(title, text);
  }

  replace(card: Card, text: string): void {
    const { file } = card.place;
    const replaced = this.#replaced.get(file);
    if (replaced === undefined) this.#replaced.set(file, [{ card, text }]);
    else replaced.push({ card, text });
  }

  /** Writes all of it, file by file; the result is the files that changed. */
  write(): readonly string[] {
    const files = [...new Set([...this.#replaced.keys(), ...this.#added.keys()])].sort();
    const texts = files.map((file) => [file, this.#textOf(file)] as const);
    for (const [file, text] of texts) replaceFile(path.join(this.#collection.root, file), text);
    return files;
  }

  #textOf(file: string): string {
    const added = this.#added.get(file);
    const absolute = path.join(this.#collection.root, file);
    if (!existsSync(absolute)) {
      const title = added?.title ?? '';
      const head = printDeckHead(title, [], this.#descriptions.get(title));
      return composeDeck(head, added?.cards ?? []);
    }
    const before = readTextFile(absolute);
    const after = spliced(before, this.#replaced.get(file) ?? []);
    if (added === undefined) return after;
    return insertCards(parseDeckFile(this.#collection, file, after), added.cards);
  }
}

/**
 * The file that new cards of each deck go into: its first, unless that is read as another program's,
 * which has no word for what tenet writes.
 */
export function filesOfDecks(
  collection: Collection,
  cards: Iterable<Card>,
): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const { deck, place } of cards) {
    if (!files.has(deck) && !isForeign(collection, place.file)) files.set(deck, place.file);
  }
  return files;
}

function spliced(
  text: string,
  edits: readonly { readonly card: Card; readonly text: string }[],
): string {
  const sorted = [...edits].sort((a, b) => b.card.span.start - a.card.span.start);
  let result = text;
  for (const { card, text: by } of sorted)
    result = result.slice(0, card.span.start) + by + result.slice(card.span.end);
  return result;
}

/** A new deck's text: cards without a topic first, then each topic once with what stands under it. */
function composeDeck(head: string, cards: readonly NewText[]): string {
  const groups = Map.groupBy(cards, ({ topics }) => JSON.stringify(topics));
  const keys = [...groups.keys()].sort((a, b) => Number(a !== '[]') - Number(b !== '[]'));
  const parts = [head.trimEnd()];
  let open: readonly string[] = [];
  for (const key of keys) {
    const group = groups.get(key) ?? [];
    const topics = group[0]?.topics ?? [];
    const same = topics.findIndex((topic, depth) => topic !== open[depth]);
    for (const [depth, topic] of topics.entries())
      if (same !== -1 && depth >= same)
        parts.push(`${'#'.repeat(Math.min(6, depth + 2))} ${topic}`);
    open = topics;
    parts.push(...group.map(({ text }) => text));
  }
  return `${parts.join('\n\n')}\n`;
}
