import { type Problem, TenetError } from '../model/problem.ts';
import { contentOf } from './generate-cards.ts';
import { draftNow, type TriageDesk } from './triage-desk.ts';
import type { DraftEye } from './triage-lint.ts';
import type { WaitingDraft } from './triage-queue.ts';
import type { DraftFinding, NearCard, ShownDraft } from './triage-view.ts';

/** A draft as it is now, with findings and passage. Throws `TenetError` where it is gone. */
export function draftView(
  desk: TriageDesk,
  eye: DraftEye,
  { id, file, document }: WaitingDraft,
): ShownDraft {
  const { card } = draftNow(desk, file, id);
  const { findings, near, sources } = eye.look(card, desk.deckOfDrafts(file));
  return {
    id,
    file,
    line: card.place.line,
    content: contentOf(card),
    note: card.note,
    tags: card.tags,
    deck: card.deck,
    topics: card.topics,
    document,
    findings: findings.map(({ rule, severity, message, remedy }) => ({
      rule,
      severity,
      message,
      remedy,
    })),
    near: near === null ? null : nearCard(desk, near),
    sources,
    gone: desk.ledger().entries.get(id)?.gone === true,
  };
}

function nearCard(desk: TriageDesk, id: ShownDraft['id']): NearCard | null {
  const found = desk.cards.get(id);
  return found === undefined ? null : { id, file: found.deck.path, content: contentOf(found.card) };
}

/** Throws `TenetError` with the linter's errors as problems, where there are any. */
export function refuseErrors(
  { file, line }: { readonly file: string; readonly line: number },
  errors: readonly DraftFinding[],
  what: string,
): void {
  if (errors.length === 0) return;
  const problems = errors.map((error): Problem => ({ ...error, file, line, column: 1 }));
  const rules = [...new Set(errors.map(({ rule }) => rule))].join(' and ');
  throw new TenetError(`${what}: ${rules} ${errors.length === 1 ? 'speaks' : 'speak'} against it`, {
    hint: 'Edit it, or switch the rule off with a reason.',
    problems,
  });
}
