import { sidesOf } from '../../deck/sides.ts';
import type { CardId } from '../../model/card.ts';
import { TenetError } from '../../model/problem.ts';
import { cardHere } from '../../store/queue-sides.ts';
import type { Study } from '../log/study.ts';

/**
 * Starts a card again from new: a `reset` for each side that was answered, in one transaction; what was
 * answered stays in the log. The result is how many sides. Throws `TenetError` where no deck has the card.
 */
export function resetCard(study: Study, id: string): number {
  const found = cardHere(study.store, id as CardId);
  if (found === undefined)
    throw new TenetError(`no deck has a card with the id "${id}"`, {
      hint: '"tenet cards --json" lists the cards with their ids.',
      exitCode: 2,
    });
  const answered = sidesOf(found.card).filter(
    ({ key }) => study.standing(key).schedule.state !== 'new',
  );
  study.record(answered.map(({ key }) => ({ card: key, body: { kind: 'reset' } })));
  return answered.length;
}
