import type { ExportNote } from './export-note.ts';
import { plainTopic } from './fields.ts';

/** A note of Anki that nobody should study any more. */
export const withdrawnTag = 'tenet::withdrawn';

/** Put on by scheduling, not by the author. */
export const leechTag = 'leech';

/** Tags that say something of a note's standing in Anki, and how a flag says it here. */
const meanings: Readonly<Record<string, string>> = {
  [leechTag]: 'leech in Anki',
  marked: 'marked in Anki',
};

/** What the flag of a card without a colour is to say for its note's tags; empty for nothing. */
export function flagNoteOf(tags: readonly string[]): string {
  return tags.flatMap((tag) => meanings[tag.toLowerCase()] ?? []).join(', ');
}

/** Whether a flag only repeats what Anki says with tags: it has none there. */
export function isTagFlag(flagNote: string): boolean {
  const said = flagNote === '' ? [] : flagNote.split(', ');
  return said.length > 0 && said.every((each) => Object.values(meanings).includes(each));
}

/** A note's tags in Anki: the card's own, its place in the deck as a path, and what became of it. */
export function tagsOf(note: ExportNote): readonly string[] {
  const { card, sides, withdrawn } = note;
  const tags = card.tags.map(tagPart);
  if (card.topics.length > 0) tags.push(topicTag(card.deck, card.topics));
  if (sides.some(({ history }) => history?.standing.leech === true)) tags.push(leechTag);
  if (withdrawn !== null) tags.push(withdrawnTag);
  return [...new Set(tags.filter((tag) => tag !== ''))].sort();
}

/** The path of headings that a card stands under, as one tag of several levels. */
export function topicTag(deck: string, topics: readonly string[]): string {
  return [deck, ...topics]
    .map((topic) => tagPart(plainTopic(topic).replaceAll('::', ':')))
    .filter((part) => part !== '')
    .join('::');
}

function tagPart(text: string): string {
  return text
    .normalize('NFC')
    .trim()
    .replace(/["\p{Cc}]/gu, '')
    .replace(/[\s\u3000]+/g, '_');
}
