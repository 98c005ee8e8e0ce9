import type { LedgerEntry } from '../../src/ledger/ledger.ts';
import type { ProposedCard } from '../../src/ledger/merge.ts';

export const before = '2026-11-01T08:00:00.000Z';
export const now = '2026-11-20T08:00:00.000Z';

/** A card of the ledger; its id is made up unless given. */
export function entry(id: string, more: Partial<LedgerEntry> = {}): LedgerEntry {
  return {
    id,
    source: 'docs/bees.md',
    span: { start: 0, end: 20 },
    kind: 'basic',
    rule: 'question-heading',
    slot: 'lead',
    sentence: 'Bees dance to show the way.',
    asks: 'Why do bees dance?',
    content: 'c1',
    sources: 's1',
    fate: 'kept',
    made: before,
    changed: before,
    ...more,
  };
}

export function draft(more: Partial<ProposedCard> = {}): ProposedCard {
  const { source, span, kind, rule, slot, sentence, asks, content, sources } = entry('x');
  const facts = { source, span, kind, rule, slot, sentence, asks, content, sources };
  return { ...facts, admitted: 'deck', ...more };
}
