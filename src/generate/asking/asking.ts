import type { Span } from '../../model/problem.ts';
import { isFirstOrSecondPerson, type Lowering, startsWithReference } from '../words.ts';

/** A question made of a sentence with its own verb, and what of the sentence answers it. */
export interface Asked {
  /** Without its mark, so that a name can follow: `Why is RLHF no solution`. */
  readonly question: string;
  /** Offsets in the passage's text. */
  readonly answer: Span;
  /** What the answer begins with beside the words of the passage: `Because `, `It `. */
  readonly lead: string;
  readonly form: 'why' | 'what-is' | 'when' | 'what-does' | 'what-must';
}

/** A stretch of a passage that is asked about, and how its words read inside a question. */
export interface Asking {
  readonly text: string;
  readonly start: number;
  readonly lower: Lowering;
  /** "We" and "you" stand for anybody, as in a saying; else such sentences are left alone. */
  readonly anybody: boolean;
}

export const leastAnswer = 3;

export function stop(text: string): number {
  return /[.!?]+["”’)]*$/.exec(text)?.index ?? text.length;
}

export function sliced({ text, start }: Asking, span: Span): string {
  return text.slice(span.start - start, span.end - start);
}

/** Fit to be the subject of a question that stands alone. */
export function isSubject(subject: string): boolean {
  return (
    !startsWithReference(subject) &&
    !isFirstOrSecondPerson(subject) &&
    !/^(?:and|but|so|or|yet|then|there|what|who|how|if|when|as|while|because|although|though|however|to|in|on|at|for|with|by|from|after|before|without|of|given|despite|since|once|unless|until|honestly|actually|basically|today|now|currently|instead)\b/i.test(
      subject,
    )
  );
}
