import type { ReadCard } from './read-card.ts';
import { ReadText } from './read-text.ts';

/** What follows from what, as stems. */
interface Causation {
  readonly cause: ReadonlySet<string>;
  readonly effect: ReadonlySet<string>;
  /** The cause in the text's words. */
  readonly text: string;
}

/** How English puts a cause and its effect; the groups are named for them. */
const forms: readonly RegExp[] = [
  /(?<effect>[^.;:!?\n]{8,200}?),? because (?:of )?(?<cause>[^.;:!?\n]{5,200})/giu,
  /(?:^|[.;:!?\n] *)(?:because|since) (?<cause>[^.,;:!?\n]{5,150}), (?<effect>[^.;:!?\n]{5,200})/giu,
  /(?<cause>[^.;:!?\n]{8,200}?)(?:, so|, which is why|, therefore|, hence|; therefore) (?<effect>[^.;:!?\n]{5,200})/giu,
  /(?<cause>[^.;:!?\n]{8,200})[.!] (?:so|therefore|hence|that is why|this is why|as a result,?|for this reason,?) (?<effect>[^.;:!?\n]{5,200})/giu,
  /(?<cause>[^.,;:!?\n]{3,150}) (?:leads?|led) to (?<effect>[^.,;:!?\n]{3,150})/giu,
  /(?<cause>[^.,;:!?\n]{3,150}) (?:causes?|caused|brings? about|brought about|results? in|resulted in|gives? rise to|gave rise to) (?<effect>[^.,;:!?\n]{3,150})/giu,
  /(?<effect>[^.,;:!?\n]{3,150}) (?:(?:is|are|was|were) (?:caused by|due to|a result of)|results? from|resulted from|comes? from|came from|stems? from|stemmed from|follows? from|followed from|goes back to) (?<cause>[^.,;:!?\n]{3,150})/giu,
];
const asksWhy =
  /^(?:why|for (?:which|what) reason|what (?:makes|made|is the reason|was the reason))\b/i;
/** Of what a card gives as a cause, this share is the passage's effect, and the other way round. */
const leastCrossed = 0.5;
const mostStraight = 0.34;

/** Where a card gives as a cause what the passage gives as the effect: its words; else undefined. */
export function swappedCauses(
  card: ReadCard,
  assertion: ReadText,
  near: ReadText,
): string | undefined {
  const own = [...whyOf(card), ...causationsOf(assertion.text)];
  if (own.length === 0) return undefined;
  const theirs = causationsOf(near.text);
  return own.find(
    (one) =>
      theirs.some((other) => isCrossed(one, other)) &&
      !theirs.some((other) => isStraight(one, other)),
  )?.text;
}

function whyOf({ question, answer, kind }: ReadCard): Causation[] {
  if (kind !== 'basic' || !asksWhy.test(question.text)) return [];
  return [{ cause: answer.stems, effect: question.stems, text: answer.text }];
}

function causationsOf(text: string): Causation[] {
  return forms.flatMap((form) =>
    [...text.matchAll(form)].map(({ groups }) => ({
      cause: new ReadText(groups?.['cause'] ?? '').stems,
      effect: new ReadText(groups?.['effect'] ?? '').stems,
      text: groups?.['cause'] ?? '',
    })),
  );
}

function isCrossed(one: Causation, other: Causation): boolean {
  const [cause, effect] = apart(one);
  return (
    least(cause, other.effect) >= leastCrossed &&
    least(effect, other.cause) >= leastCrossed &&
    share(cause, other.cause) < mostStraight &&
    share(effect, other.effect) < mostStraight
  );
}

function isStraight(one: Causation, other: Causation): boolean {
  const [cause, effect] = apart(one);
  return share(cause, other.cause) >= leastCrossed && share(effect, other.effect) >= leastCrossed;
}

/** Cause and effect without the words that both have. */
function apart({ cause, effect }: Causation): [string[], string[]] {
  return [
    [...cause].filter((stem) => !effect.has(stem)),
    [...effect].filter((stem) => !cause.has(stem)),
  ];
}

/** The share, where two words at least are meant. */
function least(stems: readonly string[], other: ReadonlySet<string>): number {
  return stems.length < 2 ? 0 : share(stems, other);
}

function share(stems: readonly string[], other: ReadonlySet<string>): number {
  return stems.length === 0 ? 0 : stems.filter((stem) => other.has(stem)).length / stems.length;
}
