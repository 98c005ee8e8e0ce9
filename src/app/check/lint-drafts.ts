import path from 'node:path';
import type { CardText } from '../../deck/parse.ts';
import type { LintCard } from '../../lint/card.ts';
import type { Finding } from '../../lint/finding.ts';
import { createLinter, type LintOptions } from '../../lint/lint.ts';
import type { Card, CardKind } from '../../model/card.ts';
import type { CardDraft, DraftContent } from '../../model/draft.ts';
import type { Source } from '../../model/source.ts';
import { asksOf, type FoundCard, readBack } from '../generate/cards.ts';
import type { Admit, Drafted } from '../generate/drafts.ts';
import type { Run } from '../generate/run.ts';
import { lintCardOf } from './lint-card-of.ts';
import { LintGrounds } from './lint-grounds.ts';
import { isRemote } from '../documents/source-documents.ts';

/**
 * Lets a draft into a deck where no rule of the linter says anything against it: an error refuses it, a
 * warning leaves it to a person. Each draft is compared with `mates`, with those let in before it, and with
 * what was turned down, so one such function serves one run.
 */
export function admitByLint(options: LintOptions = {}): Admit {
  const linter = createLinter(options);
  const grounds = new LintGrounds();
  return (text, draft, source) => {
    const card = draftCard(text, draft, grounds.complete(source));
    const findings = linter.lint(card);
    const [worst] = findings;
    if (worst?.severity === 'error') return { to: 'refused', reason: reasonOf(worst) };
    linter.take(card);
    return worst?.severity === 'warning'
      ? { to: 'draft', reason: reasonOf(worst) }
      : { to: 'deck' };
  };
}

function reasonOf({ rule, message }: Finding): string {
  return `${rule} ${message}`;
}

/** The draft rests on the sentence that it was made from, wherever its anchor stands. */
function draftCard(text: CardText, draft: CardDraft, source: Source): LintCard {
  const { content, note, tags } = text;
  const card = readBack(text);
  return {
    content,
    ...(card?.kind === 'cloze' ? { holes: card.holes } : {}),
    note,
    tags,
    deck: source.title,
    topics: draft.topics,
    off: text.off ?? [],
    grounds: [{ source, anchor: text.sources[0]?.anchor ?? draft.sentence, place: draft.span }],
    name: nameOf(draft, source.path),
  };
}

/**
 * The cards of the decks that a run does not make: those of other documents, by the ledger or, without a
 * line there, by their first source. A draft is never a double of the card that it made earlier.
 */
export function othersOf({ decks, ledger, files }: Run): LintCard[] {
  const documents = new Set(files.map((file) => file.path));
  const cards = [...decks.decks.values()].flatMap((deck) => deck.cards);
  return cards.flatMap((card) => {
    const source = ledger.get(card.id)?.source ?? firstSource(card);
    return source !== undefined && documents.has(source) ? [] : [lintCardOf(card)];
  });
}

/** The bare cards that drafts would be: enough to tell how common their words are. */
export function* bareCards(drafted: Iterable<Drafted>): Generator<LintCard, void> {
  for (const { drafts } of drafted)
    for (const { content, note } of drafts)
      yield { content, note, tags: [], deck: '', topics: [], off: [], grounds: [], name: '' };
}

/** A card that stands in a deck, and the document whose draft makes it again. */
export interface Standing extends FoundCard {
  /** Relative to the collection. */
  readonly document: string;
}

/** The cards that a run makes again, each under the name of its draft: others are doubles of it, that is none. */
export function ownOf(standing: ReadonlyMap<CardDraft, Standing>): LintCard[] {
  return [...standing].map(([draft, { card, document }]) =>
    lintCardOf(card, [], nameOf(draft, document)),
  );
}

/** Of the definitions of one term the best is found later, so here they are no doubles. */
function nameOf({ content }: CardDraft, document: string): string {
  const asks = `“${asksOf(content)}”`;
  return content.kind === 'term' ? asks : `${asks} (${document})`;
}

/** The drafts that a person rejected, as far as the ledger still knows what they said. */
export function rejectedOf({ ledger }: Run): LintCard[] {
  return [...ledger.values()].flatMap(({ fate, kind, asks, answers = '' }) => {
    if (fate !== 'rejected' || (answers === '' && kind !== 'cloze')) return [];
    const content = rejectedContent(kind, asks, answers);
    const rest = { note: '', tags: [], deck: '', topics: [], off: [], grounds: [] };
    return [{ ...rest, content, name: `the rejected draft “${asks}”` }];
  });
}

function rejectedContent(kind: CardKind, asks: string, answers: string): DraftContent {
  if (kind === 'cloze') return { kind, text: asks };
  if (kind === 'term') return { kind, term: asks, definition: answers };
  return { kind: 'basic', question: asks, answer: answers };
}

/** The document that a card cites first, relative to the collection. */
function firstSource({ sources, place }: Card): string | undefined {
  const file = sources[0]?.target.split('#')[0] ?? '';
  if (file === '' || isRemote(file)) return undefined;
  return path.posix.join(path.posix.dirname(place.file), decoded(file));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
