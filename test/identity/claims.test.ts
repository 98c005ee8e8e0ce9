import { describe, expect, it } from 'vitest';
import { settleClaims } from '../../src/identity/claims.ts';
import type { CardId } from '../../src/model/card.ts';

/** Claims as `[claim, id of the text]`; an id that is not the text's is written, and so is `!id`. */
function settled(...claims: readonly (readonly [claim: string, textId: string])[]) {
  const list = claims.map(([claim, textId]) => ({
    claim: claim.replace('!', '') as CardId,
    textId: textId as CardId,
    card: { idWritten: claim !== textId },
  }));
  const ids = settleClaims(list);
  return list.map((claiming) => ids.get(claiming));
}

describe('ids that more than one card claims', () => {
  it('belong to the first on which they are written, and the others go by their texts', () => {
    expect(settled(['id-a', 't1'], ['id-a', 't2'], ['id-a', 't3'])).toEqual(['id-a', 't2', 't3']);
  });

  it('leave none to a card that says what another says', () => {
    expect(settled(['t1', 't1'], ['t1', 't1'])).toEqual(['t1', null]);
    expect(settled(['id-a', 't1'], ['id-a', 't2'], ['t2', 't2'])).toEqual(['id-a', 't2', null]);
    expect(settled(['t1', 't1'], ['!t1', 't1'])).toEqual([null, 't1']);
  });

  it('belong to the card on which they are written, whatever its text says now', () => {
    expect(settled(['t1', 't1'], ['!t1', 't2'])).toEqual(['t1-2', 't1']);
    expect(settled(['!t1', 't2'], ['t1', 't1'], ['t1', 't1'])).toEqual(['t1', 't1-2', null]);
  });
});
