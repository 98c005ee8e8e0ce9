import { createShareFinder } from '../../generate/more-precise.ts';
import type { Source } from '../../model/source.ts';
import type { Admit } from './drafts.ts';

/**
 * Leaves to a person what another document of the run says more precisely: the reason names its place and
 * its words, and the draft's own source is on the card. What `admit` does not let into a deck stays so.
 */
export function preferPrecise(admit: Admit, sources: readonly Source[]): Admit {
  const find = createShareFinder(sources);
  return (text, draft, source) => {
    const admission = admit(text, draft, source);
    if (admission.to !== 'deck') return admission;
    const more = find(draft.sentence, source);
    if (more === undefined || !JSON.stringify(draft.content).includes(more.figure))
      return admission;
    const line = more.source.text.slice(0, more.start).split('\n').length;
    return {
      to: 'draft',
      reason: `${more.source.path}:${line} says more precisely “${more.words}”: write it so, and cite both`,
    };
  };
}
