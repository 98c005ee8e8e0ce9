import type { TenetError } from '../../model/problem.ts';

/** A line that reports what happened, where the sitting itself has nothing to say. */
export interface Notice {
  readonly text: string;
  readonly tone: 'dim' | 'error';
}

/** An expected failure as one line: what happened, and what to do. */
export function failureWords({ message, hint }: TenetError): string {
  return sentence(hint === undefined ? `${message}.` : `${message}. ${hint}`);
}

/** Messages begin small, since a place stands before them elsewhere. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
