import type { ReviewView } from './view.ts';

/** What a question leaves unsaid: which side of a term is asked. Null where the question says it all. */
export function cueOf(view: ReviewView): string | null {
  if (view.phase !== 'question' || view.card.kind !== 'term') return null;
  return view.card.key.endsWith('/def') ? 'What does it mean?' : 'Which term is it?';
}
