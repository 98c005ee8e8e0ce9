import type { Asked, Asking } from '../../../src/generate/asking/asking.ts';

type Way = (asking: Asking) => Asked | undefined;

/** What a way of asking makes of a sentence, as `question → answer`; undefined where it asks nothing. */
export function shown(way: Way, text: string, more: Partial<Asking> = {}): string | undefined {
  const asked = way({ text, start: 0, lower: small, anybody: false, ...more });
  if (asked === undefined) return undefined;
  return `${asked.question} → ${asked.lead}${text.slice(asked.answer.start, asked.answer.end)}`;
}

function small(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
