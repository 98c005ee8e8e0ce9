import { generatedId } from './card-id.ts';
import type { Fate, LedgerEntry } from './entry.ts';
import { isTurnedDown } from './ledger.ts';
import { type DraftFacts, matchDrafts } from './match-drafts.ts';

/** A draft as the merge sees it: what it rests on, what it says as hashes, where it may go. */
export interface ProposedCard extends DraftFacts {
  readonly content: string;
  readonly sources: string;
  /** A draft that was refused is not made, but a card that it once became stands. */
  readonly admitted: 'deck' | 'draft' | 'refused';
}

/** A generated card that stands in a deck or in a file of drafts now. */
export interface PresentCard {
  readonly where: 'deck' | 'draft';
  readonly content: string;
  readonly sources: string;
}

export interface MergeInput<Draft extends ProposedCard> {
  readonly drafts: readonly Draft[];
  readonly ledger: ReadonlyMap<string, LedgerEntry>;
  /** All cards with written ids, by id. */
  readonly present: ReadonlyMap<string, PresentCard>;
  /** Documents that were read in this run, and those that the ledger names and that are no more. */
  readonly settled: ReadonlySet<string>;
  /** Those of them of which it is known that what was not found is gone, not only out of reach. */
  readonly covered: ReadonlySet<string>;
  /** Every deck was read and parsed: what is in none of them was taken out. */
  readonly complete: boolean;
  /** ISO 8601, UTC. */
  readonly now: string;
}

/**
 * What happens to a draft: it is put in (`new`), stands already (`same`), replaces the text that it once
 * made (`update`: its content, its sources, or both), or leaves alone what a person did.
 */
export type Decision<Draft> =
  | { readonly act: 'new'; readonly draft: Draft; readonly id: string }
  | { readonly act: 'same'; readonly draft: Draft; readonly id: string }
  | {
      readonly act: 'update';
      readonly draft: Draft;
      readonly id: string;
      readonly content: boolean;
      readonly sources: boolean;
    }
  /** Edited by a person; `stale` where the document says something else by now. */
  | { readonly act: 'edited'; readonly draft: Draft; readonly id: string; readonly stale: boolean }
  | {
      readonly act: 'deleted' | 'rejected' | 'withdrawn';
      readonly draft: Draft;
      readonly id: string;
    }
  /** In no deck that could be read; one could not. */
  | { readonly act: 'unknown'; readonly draft: Draft; readonly id: string }
  | { readonly act: 'refused'; readonly draft: Draft };

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
  readonly act: 'deleted' | 'rejected' | 'withdrawn';
  readonly id: string;
}

/** What a person turned down, by the hash of its text: nothing makes that text again, from wherever. */
function textsTurnedDown(entries: Iterable<LedgerEntry>): ReadonlyMap<string, Refusal> {
  const texts = new Map<string, Refusal>();
  for (const { id, content, fate } of entries)
    if (fate === 'rejected' || fate === 'deleted' || fate === 'withdrawn')
      texts.set(content, { act: fate, id });
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
  if (present.where === 'draft')
    return entry.fate === 'draft' || entry.fate === 'rejected'
      ? entry
      : withFate(entry, 'draft', input.now);
  const fate = present.content === entry.content ? 'kept' : 'edited';
  return withFate(entry, fate, input.now);
}

function withFate(entry: LedgerEntry, fate: Fate, now: string): LedgerEntry {
  if (entry.fate === fate) return entry;
  const { reason: _why, answers: _text, ...rest } = entry;
  return { ...rest, fate, changed: now };
}

function changed(entry: LedgerEntry, change: Partial<LedgerEntry>, now: string): LedgerEntry {
  const next = { ...entry, ...change };
  return JSON.stringify(next) === JSON.stringify(entry) ? entry : { ...next, changed: now };
}

function decideNew<Draft extends ProposedCard>(
  draft: Draft,
  input: MergeInput<Draft>,
  ledger: Map<string, LedgerEntry>,
): Decision<Draft> {
  if (draft.admitted === 'refused') return { act: 'refused', draft };
  let ordinal = 0;
  let id = generatedId(draft, ordinal);
  while (ledger.has(id)) id = generatedId(draft, (ordinal += 1));
  const present = input.present.get(id);
  const fate = present?.where === 'deck' ? 'kept' : draft.admitted === 'draft' ? 'draft' : 'kept';
  const entry = entryOf(
    draft,
    id,
    present === undefined ? fate : observedFate(draft, present),
    input.now,
  );
  ledger.set(id, entry);
  // The ledger was lost and the card was not: it is taken as it stands.
  if (present === undefined) return { act: 'new', draft, id };
  if (present.content === draft.content) return { act: 'same', draft, id };
  return { act: 'edited', draft, id, stale: false };
}

function observedFate(draft: ProposedCard, present: PresentCard): Fate {
  if (present.where === 'draft') return 'draft';
  return present.content === draft.content ? 'kept' : 'edited';
}

function entryOf(draft: ProposedCard, id: string, fate: Fate, now: string): LedgerEntry {
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

function decideKnown<Draft extends ProposedCard>(
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

/** The entry with the document's words and place as they are now. */
function follow(entry: LedgerEntry, draft: ProposedCard, now: string): LedgerEntry {
  const { gone: _found, ...rest } = entry;
  const { source, span, rule, slot, sentence, asks } = draft;
  const next = { ...rest, source, span, rule, slot, sentence, asks };
  return sameEntry(entry, next) ? entry : { ...next, changed: now };
}

function sameEntry(a: LedgerEntry, b: LedgerEntry): boolean {
  return (
    a.source === b.source &&
    a.span.start === b.span.start &&
    a.span.end === b.span.end &&
    a.rule === b.rule &&
    a.slot === b.slot &&
    a.sentence === b.sentence &&
    a.asks === b.asks &&
    a.gone === b.gone
  );
}

function decideAbsent<Draft extends ProposedCard>(
  draft: Draft,
  entry: LedgerEntry,
  input: MergeInput<Draft>,
  ledger: Map<string, LedgerEntry>,
): Decision<Draft> {
  const { id, fate } = entry;
  if (fate === 'rejected' || fate === 'deleted' || fate === 'withdrawn')
    return { act: fate, draft, id };
  if (fate !== 'draft') return { act: 'unknown', draft, id };
  if (draft.admitted === 'refused') return { act: 'refused', draft };
  const next = { content: draft.content, sources: draft.sources };
  const made = draft.admitted === 'deck' ? { ...next, fate: 'kept' as const } : next;
  ledger.set(id, changed(entry, made, input.now));
  return { act: 'new', draft, id };
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
