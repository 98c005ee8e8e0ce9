import type { CardText } from '../../deck/parse.ts';
import type { Drafter } from '../../generate/drafter.ts';
import { generatedId } from '../../ledger/card-id.ts';
import type { DraftFacts } from '../../ledger/match-drafts.ts';
import type { ProposedCard } from '../../ledger/merge.ts';
import type { CardDraft } from '../../model/draft.ts';
import type { Source } from '../../model/source.ts';
import { asksOf, contentOf, hashCard, readBack } from './cards.ts';
import type { ReadDocument } from './documents.ts';
import { createSourceLines } from './sources.ts';

/** Where a draft may go; whoever says no says why. */
type Admission =
  | { readonly to: 'deck' }
  | { readonly to: 'draft' | 'refused'; readonly reason: string };

/** Decides on one draft: it sees the card as it would stand, the draft, and the document. */
export type Admit = (card: CardText, draft: CardDraft, source: Source) => Admission;

/** A draft with the card that it would be. */
export interface Proposal extends ProposedCard {
  readonly document: ReadDocument;
  readonly draft: CardDraft;
  readonly text: CardText;
  /** Why it does not go into a deck; empty where it does. */
  readonly reason: string;
}

/** What the drafters propose for a document. */
export interface Drafted {
  readonly document: ReadDocument;
  readonly drafts: readonly CardDraft[];
}

/** Asks one drafter after the other. */
export async function draftDocument(
  document: ReadDocument,
  drafters: readonly Drafter[],
  task: Parameters<Drafter['draft']>[1] = {},
): Promise<Drafted> {
  const drafts: CardDraft[] = [];
  for (const drafter of drafters)
    for (const draft of await drafter.draft(document.source, task)) drafts.push(draft);
  return { document, drafts };
}

/** What tells a draft from others. */
export function factsOf({ document, drafts }: Drafted): DraftFacts[] {
  return drafts.map(({ content, span, rule, slot, sentence }) => {
    const { kind } = content;
    return {
      source: document.source.path,
      span,
      kind,
      rule,
      slot,
      sentence,
      asks: asksOf(content),
    };
  });
}

export interface ProposeOptions {
  readonly admit: Admit;
  readonly draftsPerDocument: number;
  /** Awaited now and then, so that whoever waits for a key or a signal has a turn. */
  progress?(done: number, total: number): Promise<void>;
}

/** So many drafts are looked at in a fraction of a second. */
const draftsInTurn = 100;

/** A document's drafts as cards with their sources, for a deck at `deck`, relative to the collection. */
export async function proposeCards(
  { document, drafts }: Drafted,
  deck: string,
  options: ProposeOptions,
): Promise<Proposal[]> {
  const { source } = document;
  const lines = createSourceLines(source);
  const proposals: Proposal[] = [];
  for (const [done, draft] of drafts.entries()) {
    if (done % draftsInTurn === 0) await options.progress?.(done, drafts.length);
    const sources = lines.of(draft, deck);
    const tags = [draft.role, ...draft.tags.filter((tag) => tag !== draft.role), ...doubtOf(draft)];
    const text = { content: draft.content, sources: sources ?? [], note: draft.note, tags };
    const admission = admissionOf(
      text,
      draft,
      { source, grounded: sources !== undefined },
      options,
    );
    proposals.push(proposal(document, draft, text, admission));
  }
  return limitDrafts(proposals, options.draftsPerDocument);
}

/** The tag of cards that rest on nothing but what their document calls a secondary source. */
export const secondhand = 'secondhand';

function doubtOf({ sources }: CardDraft): readonly string[] {
  const doubtful =
    sources.length > 0 && sources.every(({ label }) => /secondary source/i.test(label));
  return doubtful ? [secondhand] : [];
}

function admissionOf(
  text: CardText,
  draft: CardDraft,
  { source, grounded }: { source: Source; grounded: boolean },
  { admit }: ProposeOptions,
): Admission {
  if (!grounded)
    return { to: 'refused', reason: 'no words of its passage are unique in the document' };
  const admission = admit(text, draft, source);
  if (admission.to !== 'deck' || draft.sure) return admission;
  return { to: 'draft', reason: 'a person should look at it' };
}

function proposal(
  document: ReadDocument,
  draft: CardDraft,
  text: CardText,
  admission: Admission,
): Proposal {
  const card = readBack(text);
  const hashes = card === undefined ? { content: '', sources: '' } : hashCard(card);
  const { span, rule, slot, sentence } = draft;
  const content = card === undefined ? draft.content : contentOf(card);
  return {
    document,
    draft,
    text,
    source: document.source.path,
    span,
    kind: draft.content.kind,
    rule,
    slot,
    sentence,
    asks: asksOf(content),
    ...hashes,
    admitted: card === undefined ? 'refused' : admission.to,
    reason:
      card === undefined
        ? 'its text cannot be written as one card'
        : admission.to === 'deck'
          ? ''
          : admission.reason,
  };
}

/** The best drafts of a document; the rest are counted, not kept. */
function limitDrafts(proposals: readonly Proposal[], most: number): Proposal[] {
  const drafts = proposals.filter(({ admitted }) => admitted === 'draft');
  const kept = new Set(drafts.toSorted((a, b) => b.draft.score - a.draft.score).slice(0, most));
  return proposals.map((each) =>
    each.admitted !== 'draft' || kept.has(each) ? each : refused(each, `more than ${most} drafts`),
  );
}

function refused(proposal: Proposal, reason: string): Proposal {
  return { ...proposal, admitted: 'refused', reason };
}

/**
 * Of several definitions of one term the best is made, in this run and beside what the decks have:
 * `taken` gives the id of a term's card. A card that was made from a refused draft earlier stands.
 */
export function oneCardATerm(
  proposals: readonly Proposal[],
  taken: ReadonlyMap<string, string>,
): Proposal[] {
  const best = new Map<string, Proposal>();
  for (const each of proposals) {
    const term = termOf(each);
    if (term === undefined || each.admitted === 'refused') continue;
    const other = best.get(term);
    if (other === undefined || each.draft.score > other.draft.score) best.set(term, each);
  }
  return proposals.map((each) => {
    const term = termOf(each);
    if (term === undefined || each.admitted === 'refused') return each;
    const winner = best.get(term);
    if (winner !== each)
      return refused(each, `${winner?.source ?? ''} defines the term better or first`);
    const other = taken.get(term);
    const free = other === undefined || other === generatedId(each, 0);
    return free ? each : refused(each, 'the term has a card already');
  });
}

function termOf({ text: { content } }: Pick<Proposal, 'text'>): string | undefined {
  return content.kind === 'term' ? foldTerm(content.term) : undefined;
}

/** A term without what tells nothing: case, an expansion in brackets, emphasis. */
export function foldTerm(term: string): string {
  return term
    .replace(/ \([^)]*\)$/, '')
    .replaceAll(/[*_`"“”]/g, '')
    .toLowerCase()
    .trim();
}
