import type { Card } from '../model/card.ts';
import type { Notation } from '../model/deck.ts';
import type { Place, Problem, Severity, Span } from '../model/problem.ts';
import type { Fences } from './fences.ts';
import type { Lines } from './lines.ts';
import type { Heading } from './marks.ts';

/** What the readers of the dialects share while they read one file. */
export interface Reading {
  readonly path: string;
  readonly lines: Lines;
  readonly fences: Fences;
  readonly notation: Notation;
  readonly title: string;
  readonly tags: readonly string[];
  /** The first line after the front matter. */
  readonly from: number;
  /** Grows as the file is read. */
  readonly problems: Problem[];
}

/** What a reader finds in a file, in order; the text between is prose. */
export type Found =
  | { readonly kind: 'heading'; readonly span: Span; readonly heading: Heading }
  | { readonly kind: 'rule' | 'broken'; readonly span: Span }
  | { readonly kind: 'card'; readonly span: Span; readonly card: Card };

interface Complaint {
  readonly severity: Severity;
  readonly message: string;
  readonly remedy: string;
}

const complaints = {
  'question-without-answer': {
    severity: 'error',
    message: 'a question without an answer',
    remedy: 'Add a line that starts with "A:".',
  },
  'answer-without-question': {
    severity: 'error',
    message: 'an answer without a question',
    remedy: String.raw`Start the card with "Q:", or write "\A:" if this line is text.`,
  },
  'answer-twice': {
    severity: 'error',
    message: 'a second answer in one card',
    remedy: String.raw`Start another card with "Q:", or write "\A:" if this line is text.`,
  },
  'definition-twice': {
    severity: 'error',
    message: 'a second definition of one term',
    remedy: String.raw`Start another card with "T:", or write "\D:" if this line is text.`,
  },
  'term-without-definition': {
    severity: 'error',
    message: 'a term without a definition',
    remedy: 'Add a line that starts with "D:".',
  },
  'no-hole': {
    severity: 'error',
    message: 'a cloze without a hole',
    remedy: 'Put [brackets] around the words that are asked.',
  },
  'too-many-sides': {
    severity: 'error',
    message: 'too many holes or items for so long a text',
    remedy: 'Split the card.',
  },
  'hole-empty': {
    severity: 'warning',
    message: 'brackets with nothing in them ask nothing',
    remedy: String.raw`Write the answer into them, or "\[" if they are text.`,
  },
  'hole-unpaired': {
    severity: 'warning',
    message: 'a bracket without its partner',
    remedy: String.raw`Add the other bracket, or write "\[" or "\]" if it is text.`,
  },
  'list-answer': {
    severity: 'error',
    message: 'the switch "list" stands on a card whose answer is not one ordered list',
    remedy: 'Write the answer as "1. …", "2. …" and nothing else, or take the switch away.',
  },
  'fence-open': {
    severity: 'error',
    message: 'a code fence that never closes',
    remedy: 'Close it with a line of as many of the same marks; until then it hides nothing.',
  },
  'comment-alone': {
    severity: 'warning',
    message: 'a card comment that belongs to no card',
    remedy: 'Put it right under its card, or take it away.',
  },
  'source-without-link': {
    severity: 'warning',
    message: 'an "S:" line without a link is text of the card',
    remedy: String.raw`Write S: [label](target), or "\S:" if it is text.`,
  },
  'tail-order': {
    severity: 'warning',
    message: 'a note or tags above the sources are text of the card',
    remedy: 'Put the last lines in this order: S:, N:, tags, the comment.',
  },
  'source-words': {
    severity: 'warning',
    message: 'words after the link that are not in quotation marks',
    remedy: 'Put the anchor in quotation marks: S: [label](target) "anchor".',
  },
} as const satisfies Record<string, Complaint>;

export type Rule = keyof typeof complaints;

/** People's text for a message, cut where it would fill the screen. */
export function quote(text: string): string {
  return text.length > 60 ? `"${text.slice(0, 60)}…"` : `"${text}"`;
}

/** Adds one of the usual problems. */
export function report(reading: Reading, rule: Rule, place: Place): void {
  complain(reading, rule, complaints[rule], place);
}

/** Adds a problem whose words depend on the case. */
export function complain(
  reading: Pick<Reading, 'problems'>,
  rule: string,
  complaint: Complaint,
  place: Place,
): void {
  reading.problems.push({ ...place, rule, ...complaint });
}
