import type { PresentCard, ProposedCard } from './decision.ts';
import type { Fate, LedgerEntry } from './entry.ts';
import { printEntry } from './fields.ts';

/** The entry of a card that is made now. */
export function entryOf(draft: ProposedCard, id: string, fate: Fate, now: string): LedgerEntry {
  const { source, span, kind, rule, slot, sentence, asks, content, sources } = draft;
  return {
    id,
    source,
    span,
    kind,
    rule,
    slot,
    sentence,
    asks,
    content,
    sources,
    fate,
    made: now,
    changed: now,
  };
}

/** What became of a card that stands, by its text as it was made. */
export function fateOf(
  { content }: Pick<LedgerEntry, 'content'>,
  present: PresentCard,
): 'draft' | 'kept' | 'edited' {
  if (present.where === 'draft') return 'draft';
  return present.content === content ? 'kept' : 'edited';
}

/** With another fate, and without what was said of the one before. */
export function withFate(entry: LedgerEntry, fate: Fate, now: string): LedgerEntry {
  if (entry.fate === fate) return entry;
  const { reason: _why, answers: _text, ...rest } = entry;
  return { ...rest, fate, changed: now };
}

/** With the document's words and place as they are now. */
export function follow(entry: LedgerEntry, draft: ProposedCard, now: string): LedgerEntry {
  const { gone: _found, ...rest } = entry;
  const { source, span, rule, slot, sentence, asks } = draft;
  return changedTo(entry, { ...rest, source, span, rule, slot, sentence, asks }, now);
}

/** With other values in some fields. */
export function changed(
  entry: LedgerEntry,
  change: Partial<LedgerEntry>,
  now: string,
): LedgerEntry {
  return changedTo(entry, { ...entry, ...change }, now);
}

/** What makes the same line has not changed, and stays the same object. */
function changedTo(entry: LedgerEntry, next: LedgerEntry, now: string): LedgerEntry {
  return printEntry(next) === printEntry(entry) ? entry : { ...next, changed: now };
}
