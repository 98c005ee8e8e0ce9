import { faceOf } from '../../deck/face.ts';
import { sidesOf } from '../../deck/sides.ts';
import type { CardKey, Side } from '../../model/card.ts';
import { gapEnd, gapStart } from '../../model/face.ts';
import type { Standing } from '../../model/schedule.ts';
import { cardOf } from '../../review/candidate.ts';
import type { Store } from '../../store/open.ts';
import { successionsAround } from '../../store/past-cards.ts';
import { type CardHere, cardHere } from '../../store/queue-sides.ts';
import type { ShownCard } from './view.ts';

/** A side with its card, as the index has them now. */
export interface FoundSide extends CardHere {
  readonly side: Side;
  readonly siblings: readonly CardKey[];
}

/** The side with this key; undefined where no deck has it any more. */
export function findSide(store: Store, key: CardKey): FoundSide | undefined {
  const here = cardHere(store, cardOf(key));
  if (here === undefined) return undefined;
  const sides = sidesOf(here.card);
  const side = sides.find((each) => each.key === key);
  if (side === undefined) return undefined;
  const siblings = sides.filter((each) => each !== side).map((each) => each.key);
  return { ...here, side, siblings };
}

/** The side that this one became when its card was reworded, by its name; undefined where nothing tells. */
export function findReworded(store: Store, key: CardKey): FoundSide | undefined {
  const id = cardOf(key);
  const name = key.slice(id.length);
  const family = new Set(successionsAround(store, [id]).flat());
  for (const other of family) {
    const found = other === id ? undefined : findSide(store, `${other}${name}` as CardKey);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What a screen draws of a side. */
export function shownCard({ card, side, file }: FoundSide, standing: Standing): ShownCard {
  const face = faceOf(card, side);
  return {
    key: side.key,
    id: card.id,
    kind: card.kind,
    face,
    deck: card.deck,
    topics: card.topics,
    tags: card.tags,
    note: card.note,
    typed: card.typed ? { expected: plainWords(face.inPlace ? side.text : face.answer) } : null,
    sources: card.sources,
    file,
    line: card.place.line,
    flag: standing.flag,
    flagNote: standing.flagNote,
    state: standing.schedule.state,
  };
}

const gaps = new RegExp(`${gapStart}[^${gapEnd}]*${gapEnd}`, 'g');

/**
 * A short Markdown text in one line without its marks: for comparing what was typed, and for a line of a
 * summary. Only the usual marks are known, since the whole grammar is not worth its loading time here.
 */
export function plainWords(markdown: string): string {
  return markdown
    .replaceAll(gaps, '…')
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/(\*\*|__|~~|`+)(.+?)\1/g, '$2')
    .replaceAll(/(?<![\p{L}\p{N}])([*_])(?=\S)(.+?)(?<=\S)\1(?![\p{L}\p{N}])/gu, '$2')
    .replaceAll(/\\([!-/:-@[-`{-~])/g, '$1')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
