import type { ShownCard } from '../../../src/app/review/view.ts';
import type { CardId, CardKey } from '../../../src/model/card.ts';

/** A card for the screens: what is not given is as plain as can be. */
export function card(id: string, more: Partial<ShownCard> = {}): ShownCard {
  return {
    key: id as CardKey,
    id: id as CardId,
    kind: 'basic',
    face: { question: `Question ${id}?`, answer: `Answer ${id}.`, inPlace: false },
    deck: 'Reasons for optimism',
    topics: ['Evaluation'],
    tags: ['optimism'],
    note: '',
    typed: null,
    sources: [],
    file: 'decks/optimism.md',
    line: 12,
    flag: 0,
    flagNote: '',
    state: 'review',
    ...more,
  };
}

/** A source line's place matters to nobody here. */
export const place = { file: 'decks/optimism.md', line: 14, column: 1 };
