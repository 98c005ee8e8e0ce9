import type { StudyEvent } from '../model/event.ts';
import { parameterFault } from './memory.ts';
import { compareEvents, voidedBy } from './order.ts';

/**
 * The parameters that a log puts in force for a preset: those of its newest live `params` event that can
 * be used, or undefined. Sets of older or unknown algorithms are passed over.
 */
export function parametersInForce(
  events: readonly StudyEvent[],
  preset: string,
): readonly number[] | undefined {
  const voided = voidedBy(events);
  let newest: (StudyEvent & { readonly kind: 'params' }) | undefined;
  for (const event of events) {
    if (event.kind !== 'params' || event.preset !== preset || voided.has(event.id)) continue;
    if (parameterFault(event.w) !== null) continue;
    if (newest === undefined || compareEvents(event, newest) > 0) newest = event;
  }
  return newest?.w;
}
