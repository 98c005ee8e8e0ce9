import type { Hole } from '../model/card.ts';
import type { DraftContent } from '../model/draft.ts';
import type { LintCard } from './card.ts';
import { clozeHoles } from './cloze-holes.ts';
import { plainOf } from './plain.ts';
import { ReadText } from './read-text.ts';
import type { ReadGround } from './read-ground.ts';

/** A card taken apart for the rules, each part once. */
export interface ReadCard {
  readonly card: LintCard;
  readonly kind: DraftContent['kind'];
  /** What it asks: the question, the term, the sentence with its deletions left out. */
  readonly question: ReadText;
  /** What is to be recalled: the answer, the definition, the hidden words, the items. */
  readonly answer: ReadText;
  /** Both, as one claim about the source. */
  readonly claim: ReadText;
  /** The items of a list, else empty. */
  readonly items: readonly string[];
  readonly holes: readonly Hole[];
  /** What it leads to, as far as the place is known. */
  readonly grounds: readonly ReadGround[];
  /** Deck title and topics. */
  readonly titles: ReadText;
}

/** No card that can be asked is longer; of one that is, the rules look at the beginning. */
const longestSide = 4000;

function shortPlain(markdown: string): string {
  return plainOf(markdown.slice(0, longestSide));
}

/** Takes a card apart. */
export function readCard(card: LintCard, grounds: readonly ReadGround[]): ReadCard {
  const { content } = card;
  const holes = content.kind === 'cloze' ? (card.holes ?? clozeHoles(content.text)) : [];
  const [question, answer] = sidesOf(content, holes).map(shortPlain) as [string, string];
  return {
    card,
    kind: content.kind,
    question: new ReadText(question),
    answer: new ReadText(answer),
    claim: new ReadText(claimOf(content, holes, question, answer)),
    items: content.kind === 'list' ? content.items.map(shortPlain) : [],
    holes,
    grounds,
    titles: new ReadText([card.deck, ...card.topics].join('\n')),
  };
}

function sidesOf(content: DraftContent, holes: readonly Hole[]): [string, string] {
  switch (content.kind) {
    case 'basic':
      return [content.question, content.answer];
    case 'term':
      return [content.term, content.definition];
    case 'cloze':
      return [withHoles(content.text, holes, ' … '), holes.map(({ text }) => text).join('; ')];
    case 'list':
      return [content.question, content.items.join('\n')];
  }
}

function claimOf(
  content: DraftContent,
  holes: readonly Hole[],
  question: string,
  answer: string,
): string {
  if (content.kind === 'cloze') return shortPlain(withHoles(content.text, holes));
  return `${question}\n${answer}`;
}

/** A cloze's text with each deletion replaced, by its own words where nothing else is given. */
function withHoles(text: string, holes: readonly Hole[], by?: string): string {
  let at = 0;
  let result = '';
  for (const { span, text: hidden } of holes) {
    if (span.start < at) continue;
    result += text.slice(at, span.start) + (by ?? hidden);
    at = span.end;
  }
  return result + text.slice(at);
}
