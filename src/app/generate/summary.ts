import { printCard } from '../../deck/print.ts';
import type { Decision, Merge } from '../../ledger/merge.ts';
import { asksOf, contentOf } from './cards.ts';
import type { ReadDocument } from './documents.ts';
import type { Proposal } from './drafts.ts';
import type { ReadRun } from './proposals.ts';
import type { DocumentReport, DroppedDraft, GenerateReport } from './report.ts';
import type { Run } from './run.ts';
import { type ChangedTexts, findCard } from './texts.ts';

/** What a run did, or would do, as values. */
export function summarise(
  run: Run,
  read: ReadRun,
  { decisions, gone }: Merge<Proposal>,
  texts: ChangedTexts,
): GenerateReport {
  const byDocument = Map.groupBy(decisions, ({ draft }) => draft.source);
  const folders = [run.decks, run.drafts];
  const lost = gone.flatMap((id) => {
    const found = findCard(folders, id);
    const entry = run.ledger.get(id);
    return found === undefined || entry === undefined
      ? []
      : [{ id, source: entry.source, asks: asksOf(contentOf(found.card)) }];
  });
  const newlyLost = lost.some(({ id }) => run.ledger.get(id)?.gone !== true);
  return {
    documents: read.documents.map((document) =>
      documentReport(read, document, byDocument.get(document.source.path) ?? []),
    ),
    files: [...texts.keys()].sort(),
    gone: lost,
    problems: [...read.problems, ...run.passedOver, ...run.decks.problems, ...run.drafts.problems],
    drifted: texts.size > 0 || newlyLost,
  };
}

function documentReport(
  { deckOf }: ReadRun,
  { source, confidence }: ReadDocument,
  decisions: readonly Decision<Proposal>[],
): DocumentReport {
  const count = (...acts: readonly Decision<Proposal>['act'][]) =>
    decisions.filter(({ act }) => acts.includes(act)).length;
  const made = decisions.filter(({ act }) => act === 'new');
  return {
    path: source.path,
    kind: source.kind,
    confidence,
    title: source.title,
    deck: deckOf.get(source.path) ?? '',
    made: made.filter(({ draft }) => draft.admitted === 'deck').length,
    drafts: made.filter(({ draft }) => draft.admitted === 'draft').length,
    updated: count('update'),
    same: count('same'),
    edited: count('edited'),
    stale: decisions.flatMap((each) => (each.act === 'edited' && each.stale ? [each.id] : [])),
    turnedDown: count('deleted', 'rejected', 'withdrawn'),
    unknown: count('unknown'),
    dropped: droppedOf(source.text, decisions),
    cards: decisions.flatMap((decision) => {
      if (decision.act !== 'new' && decision.act !== 'update') return [];
      const { id, draft } = decision;
      const waits = draft.admitted === 'draft' ? draft.reason : '';
      return [{ id, text: printCard({ ...draft.text, id }), waits }];
    }),
  };
}

/** In the order of the document, so that its lines are counted once. */
function droppedOf(text: string, decisions: readonly Decision<Proposal>[]): DroppedDraft[] {
  const drafts = decisions.filter(({ act }) => act === 'refused').map(({ draft }) => draft);
  let [line, from] = [1, 0];
  return drafts
    .toSorted((a, b) => a.span.start - b.span.start)
    .map(({ rule, asks, reason, span }) => {
      line += text.slice(from, span.start).split('\n').length - 1;
      from = span.start;
      return { rule, asks, line, reason };
    });
}
