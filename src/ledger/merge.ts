import type { Decision, MergeInput, ProposedCard } from './decision.ts';
import { decideKnown, decideNew } from './decide.ts';
import { isTurnedDown, type LedgerEntry, type TurnedDown } from './entry.ts';
import { changed, fateOf, withFate } from './entry-changes.ts';
import { matchDrafts } from './match-drafts.ts';

export type { Decision, PresentCard, ProposedCard } from './decision.ts';

/** What became of all drafts, and the ledger after it. */
export interface Merge<Draft> {
  readonly decisions: readonly Decision<Draft>[];
  /** Cards that stand and whose place in their document is gone, now or since earlier. */
  readonly gone: readonly string[];
  /** The ledger afterwards. What did not change is the same object. */
  readonly ledger: ReadonlyMap<string, LedgerEntry>;
}

/** Decides for every draft, against what was made before and what stands now. Never deletes a card. */
export function mergeDrafts<Draft extends ProposedCard>(input: MergeInput<Draft>): Merge<Draft> {
  const candidates = [...input.ledger.values()].filter((entry) => input.settled.has(entry.source));
  const refusals = textsTurnedDown(input.ledger.values());
  const matches = matchDrafts(input.drafts, candidates);
  const ledger = new Map<string, LedgerEntry>();
  for (const entry of input.ledger.values()) ledger.set(entry.id, observed(entry, input));
  const decisions = input.drafts.map((draft) => {
    const match = matches.get(draft);
    const known = match === undefined ? undefined : ledger.get(match.id);
    if (known !== undefined) return decideKnown(draft, known, input, ledger);
    const refusal = refusals.get(draft.content);
    return refusal === undefined ? decideNew(draft, input, ledger) : { ...refusal, draft };
  });
  const found = new Set([...matches.values()].map((entry) => entry.id));
  return { decisions, gone: markGone(candidates, found, input, ledger), ledger };
}

interface Refusal {
  readonly act: TurnedDown;
  readonly id: string;
}

/** What a person turned down, by the hash of its text: nothing makes that text again, from wherever. */
function textsTurnedDown(entries: Iterable<LedgerEntry>): ReadonlyMap<string, Refusal> {
  const texts = new Map<string, Refusal>();
  for (const entry of entries)
    if (isTurnedDown(entry)) texts.set(entry.content, { act: entry.fate, id: entry.id });
  return texts;
}

/** The entry with the fate that the decks show: kept, edited, deleted, or out of the drafts. */
function observed<Draft extends ProposedCard>(
  entry: LedgerEntry,
  input: MergeInput<Draft>,
): LedgerEntry {
  const present = input.present.get(entry.id);
  if (present === undefined) {
    const taken = (entry.fate === 'kept' || entry.fate === 'edited') && input.complete;
    return taken ? changed(entry, { fate: 'deleted' }, input.now) : entry;
  }
  // A rejected draft that still stands there is on its way out, or came back by a merge of branches.
  if (present.where === 'draft' && entry.fate === 'rejected') return entry;
  return withFate(entry, fateOf(entry, present), input.now);
}

/** Cards whose documents were settled without a draft for them. They stay where they are. */
function markGone<Draft extends ProposedCard>(
  candidates: readonly LedgerEntry[],
  found: ReadonlySet<string>,
  input: MergeInput<Draft>,
  ledger: Map<string, LedgerEntry>,
): string[] {
  const gone: string[] = [];
  for (const { id, source } of candidates) {
    const entry = ledger.get(id);
    if (entry === undefined || found.has(id) || isTurnedDown(entry)) continue;
    if (!input.covered.has(source)) continue;
    if (entry.fate === 'draft' && !input.present.has(id)) {
      ledger.delete(id);
      continue;
    }
    ledger.set(id, changed(entry, { gone: true }, input.now));
    gone.push(id);
  }
  return gone;
}
