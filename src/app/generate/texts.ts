import { insertCards, replaceCard } from '../../deck/edit.ts';
import { again } from '../../deck/edit-check.ts';
import type { CardText, ParsedDeck } from '../../deck/parse.ts';
import { printCard, printDeckHead } from '../../deck/print.ts';
import type { Decision } from '../../ledger/merge.ts';
import type { CardId } from '../../model/card.ts';
import { type DeckFolder, type FoundCard, textOf } from './cards.ts';
import { aheadIn, besideIn, type Neighbour } from './beside.ts';
import { type Proposal, secondhand } from './drafts.ts';

/** New texts of deck files by path; files that stay as they are do not appear. */
export type ChangedTexts = ReadonlyMap<string, string>;

/** A new card with the file that it goes to. */
interface Placed {
  readonly proposal: Proposal;
  readonly id: string;
  readonly file: string;
}

/** The texts of decks and drafts after the decisions: new cards under their topics, unedited ones renewed. */
export function changeTexts(
  decisions: readonly Decision<Proposal>[],
  folders: readonly DeckFolder[],
  fileOf: (proposal: Proposal) => string,
): ChangedTexts {
  const texts = new Map<string, string>();
  const decks = new Map(folders.flatMap((folder) => [...folder.decks]));
  for (const decision of decisions)
    if (decision.act === 'update') updateCard(decision, folders, { decks, texts });
  const placed = decisions
    .filter((decision) => decision.act === 'new')
    .map(({ draft, id }) => ({ proposal: draft, id, file: fileOf(draft) }));
  for (const [file, cards] of Map.groupBy(placed, (each) => each.file)) {
    const deck = decks.get(file);
    texts.set(
      file,
      deck === undefined
        ? newDeck(file, cards)
        : extended(deck, cards, neighboursIn(file, decisions, folders)),
    );
  }
  return texts;
}

interface Work {
  /** As they are after the changes so far. */
  readonly decks: Map<string, ParsedDeck>;
  readonly texts: Map<string, string>;
}

function updateCard(
  decision: Extract<Decision<Proposal>, { act: 'update' }>,
  folders: readonly DeckFolder[],
  { decks, texts }: Work,
): void {
  const known = folders
    .map(({ cards }) => cards.get(decision.id as CardId))
    .find((found) => found !== undefined);
  const deck = known === undefined ? undefined : decks.get(known.deck.path);
  const card = deck?.cards.find(({ id }) => id === decision.id);
  if (deck === undefined || card === undefined) return;
  const { content, sources, note, tags } = decision.draft.text;
  const before = textOf({ card, deck });
  const change = {
    ...(decision.content ? { content, note } : {}),
    ...(decision.sources ? { sources, tags: withDoubt(before.tags, tags) } : {}),
  };
  const text = replaceCard(deck, card, printCard({ ...before, ...change }));
  if (text === deck.text) return;
  decks.set(deck.path, again(deck, text));
  texts.set(deck.path, text);
}

/** A card's own tags, and of those drafted only the one that says how far its sources are to be trusted. */
function withDoubt(own: readonly string[], drafted: readonly string[]): readonly string[] {
  const others = own.filter((tag) => tag !== secondhand);
  return drafted.includes(secondhand) ? [...others, secondhand] : others;
}

function cardText({ proposal, id }: Placed): CardText {
  return { ...proposal.text, id };
}

/** The cards of each document that stand in a file. */
function neighboursIn(
  file: string,
  decisions: readonly Decision<Proposal>[],
  folders: readonly DeckFolder[],
): ReadonlyMap<string, readonly Neighbour[]> {
  const standing = decisions.flatMap((decision) => {
    const found = 'id' in decision ? findCard(folders, decision.id) : undefined;
    if (found?.deck.path !== file) return [];
    const { source, span } = decision.draft;
    return [{ source, card: found.card, start: span.start }];
  });
  return Map.groupBy(standing, ({ source }) => source);
}

function extended(
  deck: ParsedDeck,
  cards: readonly Placed[],
  neighbours: ReadonlyMap<string, readonly Neighbour[]>,
): string {
  const added = [...Map.groupBy(cards, ({ proposal }) => proposal.source)].flatMap(
    ([source, own]) => {
      const standing = neighbours.get(source) ?? [];
      const beside = besideIn(standing);
      return own.map((each) => {
        const { draft, span } = each.proposal;
        const { topics } = draft;
        return {
          topics,
          text: printCard(cardText(each)),
          beside: beside(topics, span.start),
          ahead: aheadIn(standing, span.start),
        };
      });
    },
  );
  return insertCards(deck, added);
}

/** A deck of its own for a document, in the document's order, with its tags and topics. */
function newDeck(file: string, cards: readonly Placed[]): string {
  const source = cards[0]?.proposal.document.source;
  let text = printDeckHead(source?.title ?? file, source?.tags ?? []);
  let above: readonly string[] = [];
  // Nothing ends a topic but another one, so what has none comes first.
  const ordered = cards.toSorted((a, b) => topicless(a) - topicless(b));
  for (const each of ordered) {
    const { topics } = each.proposal.draft;
    text += headings(topics, above);
    text += `\n${printCard(cardText(each))}\n`;
    above = topics;
  }
  return text;
}

function topicless({ proposal }: Placed): 0 | 1 {
  return proposal.draft.topics.length === 0 ? 0 : 1;
}

/** The headings that lead from one place to another; a section that is left for the one above is named again. */
function headings(topics: readonly string[], above: readonly string[]): string {
  const differs = topics.findIndex((topic, index) => topic !== above[index]);
  if (differs === -1 && topics.length === above.length) return '';
  const first = differs === -1 ? topics.length - 1 : differs;
  return topics
    .slice(first)
    .map((topic, index) => `\n${'#'.repeat(Math.min(6, first + index + 2))} ${topic}\n`)
    .join('');
}

/** Where a card that a decision leaves alone stands. */
export function findCard(folders: readonly DeckFolder[], id: string): FoundCard | undefined {
  return folders.map(({ cards }) => cards.get(id as CardId)).find((found) => found !== undefined);
}
