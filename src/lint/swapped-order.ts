import { joinedIn, type Joiner } from './joined.ts';
import { ReadText } from './read-text.ts';

/** Two things that a text puts in an order: from the first to the second, the first rather than the second. */
interface Ordered {
  readonly kind: string;
  readonly first: ReadonlySet<string>;
  readonly second: ReadonlySet<string>;
  readonly text: string;
}

const from = /\bfrom ([^.;:!?\n]{3,80}?) (?:in)?to ([^.;:!?\n]{3,120})/giu;
const notBut = /\b(?:not|no longer) ([^.;:!?\n]{3,80}?),? but (?:rather )?([^.;:!?\n]{3,120})/giu;
const ratherThan =
  /(?:^|[.;:!?\n] *)(?:rather than|instead of) ([^.,;:!?\n]{3,120}), ([^.;:!?\n]{3,120})/giu;
const beforeThat = /(?:^|[.;:!?\n] *)(before|after) ([^.,;:!?\n]{3,120}), ([^.;:!?\n]{3,120})/giu;
/** Kinds that begin with `-` have the second before the first. */
const joiners: readonly Joiner<'rather' | 'before' | '-before' | 'replace'>[] = [
  {
    kind: 'rather',
    words: /,? (?:rather than|instead of|and not)|, not (?!yet|only|just|even|always|all|every)/iu,
  },
  { kind: 'before', words: /,? before /iu },
  { kind: '-before', words: /,? after /iu },
  {
    kind: 'replace',
    words: / (?:gave way to|(?:was|were|is|are) replaced by|turned into|became) /iu,
  },
];
/** Each side of the card must have this share of its words on the other side of the passage. */
const leastCrossed = 0.5;

/** Where a card has the order of two things turned round: its words; else undefined. */
export function swappedOrder(said: ReadText, near: ReadText): string | undefined {
  const own = orderedIn(said.text);
  if (own.length === 0) return undefined;
  const theirs = orderedIn(near.text);
  return own.find((one) => {
    const same = theirs.filter(({ kind }) => kind === one.kind);
    return (
      same.some((other) => isCrossed(one, other)) && !same.some((other) => isStraight(one, other))
    );
  })?.text;
}

/** "Never before the mould is dry" has the mould first; "not a rule but a habit, not understood" has its order already. */
const denied = /(?<!\p{L})(?:not|never|no|nobody|cannot|\p{L}+n['’]t)(?!\p{L})/iu;

function orderedIn(text: string): Ordered[] {
  const parts = joinedIn(text, joiners).filter(({ kind, before, after }) =>
    kind === 'rather'
      ? !denied.test(before)
      : !kind.endsWith('before') || !denied.test(`${before} ${after}`),
  );
  const joined = parts.map(({ kind, before, after }) =>
    kind === '-before' ? ordered('before', after, before) : ordered(kind, before, after),
  );
  const fromTo = [...text.matchAll(from)].map(([, a = '', b = '']) => ordered('from', a, b));
  const contrasts = [...text.matchAll(notBut)].map(([, a = '', b = '']) => ordered('rather', b, a));
  const leading = [...text.matchAll(ratherThan)].map(([, a = '', b = '']) =>
    ordered('rather', b, a),
  );
  const timed = [...text.matchAll(beforeThat)].map(([, word = '', a = '', b = '']) =>
    word.toLowerCase() === 'before' ? ordered('before', b, a) : ordered('before', a, b),
  );
  return [...joined, ...fromTo, ...contrasts, ...leading, ...timed];
}

function ordered(kind: string, first: string, second: string): Ordered {
  return {
    kind,
    first: new ReadText(first).stems,
    second: new ReadText(second).stems,
    text: `${first} … ${second}`,
  };
}

function isCrossed(one: Ordered, other: Ordered): boolean {
  return (
    crossing(one.first, one.second, other.second, other.first) &&
    crossing(one.second, one.first, other.first, other.second)
  );
}

function isStraight(one: Ordered, other: Ordered): boolean {
  return (
    crossing(one.first, one.second, other.first, other.second) &&
    crossing(one.second, one.first, other.second, other.first)
  );
}

/** Of the words that only one side has, half stand on the other side of the passage, and fewer on its own. */
function crossing(
  side: ReadonlySet<string>,
  opposite: ReadonlySet<string>,
  crossed: ReadonlySet<string>,
  straight: ReadonlySet<string>,
): boolean {
  const own = [...side].filter((stem) => !opposite.has(stem));
  const found = own.filter((stem) => crossed.has(stem) && !straight.has(stem)).length;
  const kept = own.filter((stem) => straight.has(stem) && !crossed.has(stem)).length;
  return found > kept && found / own.length >= leastCrossed;
}
