import { wholeCloze } from '../../deck/face.ts';
import type { Card } from '../../model/card.ts';
import { type Problem, TenetError } from '../../model/problem.ts';
import { draftNow, type TriageDesk } from './desk.ts';
import type { DraftEye } from './lint.ts';
import type { WaitingDraft } from './queue.ts';
import type { DraftField, DraftFinding, FieldMark, NearCard, ShownDraft } from './view.ts';

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
    fields: fieldsOf(card),
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

function fieldsOf(card: Card): readonly DraftField[] {
  switch (card.kind) {
    case 'basic':
      return [field('Q', card.question), field('A', card.answer)];
    case 'term':
      return [field('T', card.term), field('D', card.definition)];
    case 'cloze':
      return [
        field(
          'C',
          wholeCloze(card),
          card.holes.map(({ text }) => text),
        ),
      ];
    case 'list':
      return [field('Q', card.question), field('A', numbered(card.items))];
  }
}

function field(mark: FieldMark, markdown: string, hidden: readonly string[] = []): DraftField {
  return { mark, markdown, hidden };
}

function numbered(items: readonly string[]): string {
  return items.map((item, index) => `${index + 1}. ${item.replaceAll('\n', '\n   ')}`).join('\n');
}

function nearCard(desk: TriageDesk, id: ShownDraft['id']): NearCard | null {
  const found = desk.cards.get(id);
  return found === undefined ? null : { id, file: found.deck.path, fields: fieldsOf(found.card) };
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
