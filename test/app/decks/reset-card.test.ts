import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { resetCard } from '../../../src/app/decks/reset-card.ts';
import { TemporaryCollection } from '../temporary-collection.ts';

let tenet: TemporaryCollection;
beforeEach(() => {
  tenet = new TemporaryCollection({
    'decks/a.md':
      'T: basalt\nD: volcanic rock\n<!-- id: basalt -->\n\nQ: Why?\nA: So.\n<!-- id: other1 -->\n',
  });
  tenet.index();
});
afterEach(() => tenet.dispose());

describe('resetCard', () => {
  it('starts the answered sides of one card again, and leaves the log as it was', () => {
    tenet.answer('basalt/def');
    tenet.answer('other1');
    expect(resetCard(tenet.study, 'basalt')).toBe(1);
    expect(tenet.reps('basalt/def')).toBe(0);
    expect(tenet.reps('other1')).toBe(1);
    const kinds = tenet.store.rows<[string]>(
      "SELECT kind FROM event WHERE card = 'basalt/def' ORDER BY id",
    );
    expect(kinds.flat()).toEqual(['answer', 'reset']);
  });

  it('refuses a card that no deck has', () => {
    expect(() => resetCard(tenet.study, 'nobody')).toThrow(/no deck has a card/);
  });
});
