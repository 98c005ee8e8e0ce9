/**
 * What one side of a card shows. The texts are Markdown in which a deletion stands between `gapStart`
 * and `gapEnd`, so that whoever draws the Markdown decides how a gap looks (the terminal draws `[…]`,
 * plain mode says "blank").
 */
export interface Face {
  readonly question: string;
  readonly answer: string;
  /** The answer stands in the place of the question (cloze, list), not below it. */
  readonly inPlace: boolean;
}

/**
 * Before a deletion: what follows, up to `gapEnd`, is its hint (question) or its text (answer).
 *
 * The pair is that of the square brackets with a stroke, which only transcripts of old manuscripts use:
 * to Markdown they are punctuation, as the brackets are that people write, so that emphasis beside a
 * deletion means what it meant. `deck/` turns the pair in people's own text into plain brackets.
 */
export const gapStart = '\u2E55';
export const gapEnd = '\u2E56';
