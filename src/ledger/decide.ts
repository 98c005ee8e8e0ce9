import { generatedId } from './card-id.ts';
import type { Decision, MergeInput, ProposedCard } from './decision.ts';
import { isTurnedDown, type LedgerEntry } from './entry.ts';
import { changed, entryOf, fateOf, follow } from './entry-changes.ts';

/** Decides on a draft that was never made before, and enters it into the ledger. */
export function decideNew<Draft extends ProposedCard>(
  draft: Draft,
  input: MergeInput<Draft>,
  ledger: Map<string, LedgerEntry>,
): Decision<Draft> {
  if (draft.admitted === 'refused') return { act: 'refused', draft };
  const id = freeId(draft, ledger);
  const present = input.present.get(id);
  const made = draft.admitted === 'draft' ? 'draft' : 'kept';
  const fate = present === undefined ? made : fateOf(draft, present);
  ledger.set(id, entryOf(draft, id, fate, input.now));
  // The ledger was lost and the card was not: it is taken as it stands.
  if (present === undefined) return { act: 'new', draft, id };
  if (present.content === draft.content) return { act: 'same', draft, id };
  return { act: 'edited', draft, id, stale: false };
}

/** Decides on a draft of a card that the ledger knows, and brings its entry up to date. */
export function decideKnown<Draft extends ProposedCard>(
  draft: Draft,
  entry: LedgerEntry,
  input: MergeInput<Draft>,
  ledger: Map<string, LedgerEntry>,
): Decision<Draft> {
  const { id } = entry;
  const present = input.present.get(id);
  const moved = follow(entry, draft, input.now);
  ledger.set(id, moved);
  if (present === undefined) return decideAbsent(draft, moved, input, ledger);
  const edits = {
    content: present.content !== entry.content,
    sources: present.sources !== entry.sources,
  };
  const update = {
    content: !edits.content && draft.content !== entry.content,
    // An edited card's links follow its sentence to another place, but not to other words: whether it
    // still holds then is for a person to say, and `check` asks.
    sources:
      !edits.sources &&
      draft.sources !== entry.sources &&
      (!edits.content || draft.content === entry.content),
  };
  if (update.content || update.sources) {
    const content = update.content ? draft.content : entry.content;
    const sources = update.sources ? draft.sources : entry.sources;
    ledger.set(id, changed(moved, { content, sources }, input.now));
    return { act: 'update', draft, id, ...update };
  }
  if (!edits.content) return { act: 'same', draft, id };
  const stale = draft.content !== entry.content || draft.sources !== entry.sources;
  return { act: 'edited', draft, id, stale };
}

function decideAbsent<Draft extends ProposedCard>(
  draft: Draft,
  entry: LedgerEntry,
  input: MergeInput<Draft>,
  ledger: Map<string, LedgerEntry>,
): Decision<Draft> {
  const { id } = entry;
  if (isTurnedDown(entry)) return { act: entry.fate, draft, id };
  if (entry.fate !== 'draft') return { act: 'unknown', draft, id };
  if (draft.admitted === 'refused') return { act: 'refused', draft };
  const next = { content: draft.content, sources: draft.sources };
  const made = draft.admitted === 'deck' ? { ...next, fate: 'kept' as const } : next;
  ledger.set(id, changed(entry, made, input.now));
  return { act: 'new', draft, id };
}

/** Ordinals up to which all ids of a sentence are taken, by ledger: a document may repeat itself without end. */
const taken = new WeakMap<ReadonlyMap<string, LedgerEntry>, Map<string, number>>();

/** The id with the first ordinal that no entry has. */
function freeId(draft: ProposedCard, ledger: ReadonlyMap<string, LedgerEntry>): string {
  const ordinals = taken.get(ledger) ?? new Map<string, number>();
  taken.set(ledger, ordinals);
  const first = generatedId(draft, 0);
  let ordinal = ordinals.get(first) ?? 0;
  let id = generatedId(draft, ordinal);
  while (ledger.has(id)) id = generatedId(draft, (ordinal += 1));
  ordinals.set(first, ordinal);
  return id;
}
