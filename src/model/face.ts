/**
 * What one side of a card shows. The texts are Markdown in which a deletion is wrapped in two
 * private-use characters, so that whoever draws the Markdown decides how a gap looks (the terminal
 * draws `[…]`, plain mode says "blank"); `deck/` removes those characters from what people wrote.
 */
export interface Face {
  readonly question: string;
  readonly answer: string;
  /** The answer stands in the place of the question (cloze, list), not below it. */
  readonly inPlace: boolean;
}

/** Before a deletion: what follows, up to `gapEnd`, is its hint (question) or its text (answer). */
export const gapStart = '\uE000';
export const gapEnd = '\uE001';
