import { existsSync } from 'node:fs';
import path from 'node:path';
import { mediaPath } from '../../deck/media.ts';
import { textsOf } from '../../deck/texts.ts';
import { mediaTargets } from '../../markdown/media-targets.ts';
import type { Card } from '../../model/card.ts';
import type { Problem } from '../../model/problem.ts';
import type { Collection } from '../collection/collection.ts';

const address = /^[a-z][a-z0-9+.-]+:/i;

/** Pictures that cards name and that are not there, each once a card. Addresses on the net are not looked at. */
export function checkMedia(
  { root, notationOf }: Pick<Collection, 'root' | 'notationOf'>,
  cards: readonly Card[],
): readonly Problem[] {
  return cards.flatMap((card) => {
    const { file } = card.place;
    const targets = new Set(textsOf(card).flatMap(mediaTargets));
    const notation = notationOf(file);
    return [...targets].flatMap((target) => {
      // `@/` in a folder without a notation: the deck's own head may say that it is one of hashcards.
      if (address.test(target) || (notation === undefined && target.startsWith('@/'))) return [];
      const inside = mediaPath(target, file, notation ?? 'shared');
      if (inside !== null && existsSync(path.join(root, inside))) return [];
      const why = inside === null ? 'is no file of this collection' : 'is not there';
      return [missing(card, `the picture "${target}" ${why}`)];
    });
  });
}

function missing(card: Card, message: string): Problem {
  return {
    ...card.place,
    rule: 'media-missing',
    severity: 'warning',
    message,
    remedy: 'Put the file where the card names it, or correct the name.',
    card: card.id,
  };
}
