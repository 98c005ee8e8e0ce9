import type { Card } from '../../model/card.ts';

const mostCharacters = 60;

/** The first words of what a card asks, on one line; as its author wrote them, so not yet fit for a terminal. */
export function excerpt(card: Card): string {
  const text = firstField(card).replaceAll(/\s+/g, ' ');
  return text.length <= mostCharacters ? text : `${text.slice(0, mostCharacters - 1).trimEnd()}…`;
}

function firstField(card: Card): string {
  switch (card.kind) {
    case 'basic':
    case 'list':
      return card.question;
    case 'term':
      return card.term;
    case 'cloze':
      return card.text;
  }
}
