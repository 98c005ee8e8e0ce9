import type { Card } from '../model/card.ts';

/** All Markdown texts of a card that are shown: what is asked, what is answered, the note. */
export function textsOf(card: Card): readonly string[] {
  switch (card.kind) {
    case 'basic':
      return [card.question, card.answer, card.note];
    case 'term':
      return [card.term, card.definition, card.note];
    case 'cloze':
      return [card.text, card.note];
    case 'list':
      return [card.question, ...card.items, card.note];
  }
}
