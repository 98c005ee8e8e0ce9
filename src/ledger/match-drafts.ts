import type { Span } from '../model/problem.ts';
import type { LedgerEntry } from './entry.ts';
import { likeness, normalised, wordsOf } from './likeness.ts';

/** What tells a draft from others, before it has an id. */
export interface DraftFacts extends Pick<
  LedgerEntry,
  'source' | 'span' | 'kind' | 'rule' | 'slot' | 'sentence' | 'asks'
> {
  /** Hash of its text as a card, where it is known. */
  readonly content?: string;
}

/** The sentence stands where the old one stood and shares this much with it. */
const likeInPlace = 0.3;
/** It stands elsewhere. */
const likeAnywhere = 0.5;
/** A word in more sentences than this tells nothing. */
const mostOfAWord = 50;

/**
 * Which draft is which card of the ledger: the same sentence; the same question; the same text, or the
 * same question, by whatever rule; a reworded sentence in the same place; a like one elsewhere. By its
 * sentence a card is the same rule's and slot's; each is found once. Takes entries whose documents were
 * read or are gone; those of the same document come first.
 */
export function matchDrafts<Draft extends DraftFacts>(
  drafts: readonly Draft[],
  entries: readonly LedgerEntry[],
): ReadonlyMap<Draft, LedgerEntry> {
  const matching: Matching<Draft> = {
    pairs: new Map(),
    drafts: new Set(drafts),
    entries: new Set([...entries].sort(bySpan)),
  };
  const same = [exactKey, askedKey, textKey] as const;
  for (const key of [...same, questionKey]) matchByKey(matching, inSource(key));
  matchByPlace(matching);
  for (const key of same) matchByKey(matching, key);
  matchByLikeness(matching);
  return matching.pairs;
}

interface Matching<Draft> {
  readonly pairs: Map<Draft, LedgerEntry>;
  /** Those not matched yet, in document order. */
  readonly drafts: Set<Draft>;
  readonly entries: Set<LedgerEntry>;
}

function bySpan(a: LedgerEntry, b: LedgerEntry): number {
  return a.span.start - b.span.start || (a.id < b.id ? -1 : 1);
}

type Facts = Omit<DraftFacts, 'span'>;

/** What two of the same card have alike; undefined for what is like no other. */
type Key = (facts: Facts) => string | undefined;

function inSource(key: Key): Key {
  return (facts) => {
    const found = key(facts);
    return found === undefined ? undefined : `${facts.source}\u0000${found}`;
  };
}

function family({ kind, rule, slot }: Facts): string {
  return [kind, rule, slot].join('\u0000');
}

function exactKey(facts: Facts): string {
  return `${facts.rule}\u0000${facts.slot}\u0000${normalised(facts.sentence)}`;
}

function askedKey(facts: Facts): string {
  return `${family(facts)}\u0000${normalised(facts.asks)}`;
}

/** A document whose marks changed makes the card that it had by another rule. */
function textKey({ content }: Facts): string | undefined {
  return content;
}

function questionKey({ kind, asks }: Facts): string {
  return `${kind}\u0000${normalised(asks)}`;
}

function pair<Draft>(matching: Matching<Draft>, draft: Draft, entry: LedgerEntry): void {
  matching.pairs.set(draft, entry);
  matching.drafts.delete(draft);
  matching.entries.delete(entry);
}

/** Equal keys in their order: the first draft is the first entry, and so on. */
function matchByKey<Draft extends DraftFacts>(matching: Matching<Draft>, keyOf: Key): void {
  const waiting = new Map<string, LedgerEntry[]>();
  for (const entry of matching.entries) {
    const key = keyOf(entry);
    if (key === undefined) continue;
    const group = waiting.get(key);
    if (group === undefined) waiting.set(key, [entry]);
    else group.push(entry);
  }
  for (const draft of matching.drafts) {
    const key = keyOf(draft);
    const entry = key === undefined ? undefined : waiting.get(key)?.shift();
    if (entry !== undefined) pair(matching, draft, entry);
  }
}

interface Candidate<Draft> {
  readonly draft: Draft;
  readonly entry: LedgerEntry;
  readonly likeness: number;
}

/** Where an old sentence would stand now, by what stands before it; there a like one is the same. */
function matchByPlace<Draft extends DraftFacts>(matching: Matching<Draft>): void {
  const shifts = shiftsOf(matching.pairs);
  const byFamily = Map.groupBy(matching.drafts, (draft) => `${draft.source}\u0000${family(draft)}`);
  const candidates: Candidate<Draft>[] = [];
  for (const entry of matching.entries) {
    const shift = shiftAt(shifts.get(entry.source) ?? [], entry.span.start);
    const place = { start: entry.span.start + shift, end: entry.span.end + shift };
    for (const draft of byFamily.get(`${entry.source}\u0000${family(entry)}`) ?? []) {
      if (!overlaps(draft.span, place)) continue;
      const like = likeness(wordsOf(draft.sentence), wordsOf(entry.sentence));
      if (like >= likeInPlace) candidates.push({ draft, entry, likeness: like });
    }
  }
  takeBest(matching, candidates);
}

interface Shift {
  readonly at: number;
  readonly by: number;
}

/** How far what was matched has moved, by document, in the order of the old places. */
function shiftsOf<Draft extends DraftFacts>(
  pairs: ReadonlyMap<Draft, LedgerEntry>,
): ReadonlyMap<string, readonly Shift[]> {
  const shifts = new Map<string, Shift[]>();
  for (const [draft, { source, span }] of pairs) {
    const shift = { at: span.start, by: draft.span.start - span.start };
    const known = shifts.get(source);
    if (known === undefined) shifts.set(source, [shift]);
    else known.push(shift);
  }
  for (const known of shifts.values()) known.sort((a, b) => a.at - b.at);
  return shifts;
}

function shiftAt(shifts: readonly Shift[], at: number): number {
  return (shifts.findLast((shift) => shift.at <= at) ?? shifts[0])?.by ?? 0;
}

function overlaps(a: Span, b: Span): boolean {
  return Math.min(a.end, b.end) - Math.max(a.start, b.start) > 0;
}

/** Like sentences anywhere, found by the words that few sentences have. */
function matchByLikeness<Draft extends DraftFacts>(matching: Matching<Draft>): void {
  const places = new Map<string, LedgerEntry[]>();
  for (const entry of matching.entries)
    for (const word of wordsOf(entry.sentence)) {
      const known = places.get(word);
      if (known === undefined) places.set(word, [entry]);
      else known.push(entry);
    }
  const candidates: Candidate<Draft>[] = [];
  for (const draft of matching.drafts) {
    const words = wordsOf(draft.sentence);
    const near = new Set(
      [...words].flatMap((word) => {
        const known = places.get(word) ?? [];
        return known.length <= mostOfAWord ? known : [];
      }),
    );
    for (const entry of near) {
      if (family(entry) !== family(draft)) continue;
      const like = likeness(words, wordsOf(entry.sentence));
      if (like >= likeAnywhere) candidates.push({ draft, entry, likeness: like });
    }
  }
  takeBest(matching, candidates);
}

function takeBest<Draft extends DraftFacts>(
  matching: Matching<Draft>,
  candidates: readonly Candidate<Draft>[],
): void {
  const best = [...candidates].sort(
    (a, b) =>
      b.likeness - a.likeness ||
      bySpan(a.entry, b.entry) ||
      a.draft.span.start - b.draft.span.start,
  );
  for (const { draft, entry } of best)
    if (matching.drafts.has(draft) && matching.entries.has(entry)) pair(matching, draft, entry);
}
