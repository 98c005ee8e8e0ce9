import { baseOf, isMirrored } from './antonyms.ts';
import { joinedIn, type Joiner } from './joined.ts';
import type { ReadCard } from './read-card.ts';
import { ReadText } from './read-text.ts';

/** What follows from what, as stems. */
interface Causation {
  readonly cause: ReadonlySet<string>;
  readonly effect: ReadonlySet<string>;
  /** The cause in the text's words. */
  readonly text: string;
}

/** How English joins a cause and its effect in one sentence; `effect` where the effect comes first. */
const joiners: readonly Joiner<'cause' | 'effect'>[] = [
  { kind: 'effect', words: /(?<=\S)(?:,? because(?: of)?|, since) /iu },
  { kind: 'cause', words: /(?:, so|,? which is why|,? therefore|,? hence) /iu },
  {
    kind: 'cause',
    words:
      / (?:(?:leads?|led) to|causes?|caused|brings? about|brought about|results? in|resulted in|gives? rise to|gave rise to) /iu,
    close: true,
  },
  {
    kind: 'effect',
    words:
      / (?:(?:is|are|was|were) (?:caused by|due to|a result of)|results? from|resulted from|comes? from|came from|stems? from|stemmed from|follows? from|followed from|goes back to) /iu,
    close: true,
  },
];
/** "Because the fires went out, the sulphur fell." */
const opens = /(?:^|[.;:!?\n] *)(?:because|since) ([^.,;:!?\n]{5,150}), ([^.;:!?\n]{5,200})/giu;
/** "The fires went out. So the sulphur fell." */
const follows =
  /[.!;] (?:so|therefore|hence|that is why|this is why|as a result,?|for this reason,?) ([^.;:!?\n]{5,200})/giu;
const asksWhy =
  /^(?:why|for (?:which|what) reason|what (?:makes|made|is the reason|was the reason))\b/i;
const purpose =
  /\b(?:must|should|need|needs|not|never|n['’]t|cannot|avoid\w*|wants?|wanted|tr(?:y|ies|ied)|would|better|important|dangerous|bad|risky|wise|useful|worth|good|help\w*|matter\w*|prefer\w*|care\w*|worr\w*|fear\w*)(?![\p{L}])/iu;
/** An answer that says what for, and not from what. */
const aim = /^(?:to|so that|for|in order to) |\b(?:should|would|no longer)\b/i;
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
  if (isMirrored(basesOf(card.claim), basesOf(near))) return undefined;
  const theirs = causationsOf(near.text);
  return own.find(
    (one) =>
      theirs.some((other) => isCrossed(one, other)) &&
      !theirs.some((other) => isStraight(one, other)),
  )?.text;
}

function basesOf({ words }: ReadText): ReadonlySet<string> {
  return new Set(words.map(({ text }) => baseOf(text)));
}

function whyOf({ question, answer, kind }: ReadCard): Causation[] {
  if (kind !== 'basic' || !asksWhy.test(question.text)) return [];
  // "Why must one not wait?" is answered with what would follow.
  if (purpose.test(question.text) || aim.test(answer.text)) return [];
  return [{ cause: answer.stems, effect: question.stems, text: answer.text }];
}

function causationsOf(text: string): Causation[] {
  const joined = joinedIn(text, joiners).map(({ kind, before, after }) =>
    kind === 'cause' ? causation(before, after) : causation(after, before),
  );
  const opening = [...text.matchAll(opens)].map(([, cause = '', effect = '']) =>
    causation(cause, effect),
  );
  const following = [...text.matchAll(follows)].map(({ 1: effect = '', index }) =>
    causation(
      /[^.;:!?\n]*$/.exec(text.slice(Math.max(0, index - reach), index))?.[0] ?? '',
      effect,
    ),
  );
  return [...joined, ...opening, ...following];
}

/** Characters before "so" that can give the reason. */
const reach = 200;

function causation(cause: string, effect: string): Causation {
  // "So the ground must have been wet" gives what is seen, not what it comes from.
  const inferred = /\b(?:must|cannot|can['’]t|may|might) (?:have|be)\b/i.test(effect);
  if (inferred) return { cause: new Set(), effect: new Set(), text: cause };
  return { cause: new ReadText(cause).stems, effect: new ReadText(effect).stems, text: cause };
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
