import type { Card, CardId, CardKey, Hole, Side } from '../model/card.ts';
import type { DraftContent } from '../model/draft.ts';
import { normaliseText, shortHash } from './ids.ts';

/** Between the parts of a card's text when it is hashed; cannot occur in normalised text. */
const separator = '\u001F';

function partsOf(content: DraftContent): readonly string[] {
  switch (content.kind) {
    case 'basic':
      return [content.question, content.answer];
    case 'term':
      return [content.term, content.definition];
    case 'cloze':
      return [content.text];
    case 'list':
      return [content.question, ...content.items];
  }
}

/** The id of a card that has none written: `t` and 13 characters of a hash of its kind and text. */
export function textId(content: DraftContent): CardId {
  const parts = [content.kind, ...partsOf(content).map(normaliseText)];
  return `t${shortHash(parts.join(separator))}` as CardId;
}

interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** Holes with one number are one side; a hole without a number is named by its text. */
function holeNames(holes: readonly Hole[]): readonly NamedText[] {
  const numbered = new Map<number, string[]>();
  const named: NamedText[] = [];
  for (const hole of holes) {
    if (hole.number === undefined) {
      named.push({ name: `h${shortHash(normaliseText(hole.text), 6)}`, text: hole.text });
      continue;
    }
    const texts = numbered.get(hole.number);
    if (texts === undefined) numbered.set(hole.number, [hole.text]);
    else texts.push(hole.text);
  }
  const groups = [...numbered].sort(([left], [right]) => left - right);
  return [
    ...groups.map(([number, texts]) => ({ name: `c${number}`, text: texts.join('; ') })),
    ...named,
  ];
}

function namesOf(card: Card): readonly NamedText[] {
  switch (card.kind) {
    case 'basic':
      return [{ name: '', text: card.question }];
    case 'term':
      return [
        { name: 'def', text: card.definition },
        { name: 'term', text: card.term },
      ];
    case 'cloze':
      return holeNames(card.holes);
    case 'list':
      return card.items.map((text) => ({ name: `i${shortHash(normaliseText(text), 6)}`, text }));
  }
}

/** The sides of a card in the order in which they stand; equal texts are told apart by `~2`, `~3`. */
export function sidesOf(card: Card): readonly Side[] {
  const seen = new Map<string, number>();
  return namesOf(card).map(({ name: base, text }) => {
    const count = (seen.get(base) ?? 0) + 1;
    seen.set(base, count);
    const name = count === 1 ? base : `${base}~${count}`;
    const key = (name === '' ? card.id : `${card.id}/${name}`) as CardKey;
    return { key, card: card.id, name, text };
  });
}
