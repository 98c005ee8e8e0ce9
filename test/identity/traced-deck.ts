import type { CardId } from '../../src/model/card.ts';
import { parseDeck } from '../../src/deck/parse.ts';
import { sidesOf, textId } from '../../src/deck/sides.ts';
import type { CollectionChange } from '../../src/identity/change.ts';
import { matchCards } from '../../src/identity/match.ts';
import type { Matching } from '../../src/identity/match.ts';
import type { TracedCard } from '../../src/identity/traced-card.ts';

/** The cards of a deck text, as matching sees them. */
export function tracedDeck(text: string, path = 'a.md'): readonly TracedCard[] {
  return parseDeck(text, { path }).cards.map((card) => ({
    card,
    sides: sidesOf(card),
    textId: textId(card),
  }));
}

/** What matching decides when one file's text changes; everything else of the change may be given. */
export function matchTexts(
  before: string,
  after: string,
  more: Partial<CollectionChange> = {},
): Matching & { readonly texts: readonly (readonly [from: string, to: string])[] } {
  const [old, now] = [tracedDeck(before), tracedDeck(after)];
  const matching = matchCards({
    before: new Map([['a.md', old]]),
    after: new Map([['a.md', now]]),
    vanished: without(idsOf(old), idsOf(now)),
    appeared: without(idsOf(now), idsOf(old)),
    certain: [],
    seen: new Set(),
    lineage: [],
    elsewhere: () => new Set(),
    known: old.length,
    ...more,
  });
  const textOf = new Map([...old, ...now].map((traced) => [traced.card.id, firstLine(traced)]));
  const texts = matching.links.map(
    ({ from, to }) => [textOf.get(from) ?? '', textOf.get(to) ?? ''] as const,
  );
  return { ...matching, texts };
}

function firstLine({ card }: TracedCard): string {
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

function without<Value>(all: ReadonlySet<Value>, these: ReadonlySet<Value>): ReadonlySet<Value> {
  return new Set([...all].filter((value) => !these.has(value)));
}

function idsOf(cards: readonly TracedCard[]): ReadonlySet<CardId> {
  return new Set(cards.map(({ card }) => card.id));
}
