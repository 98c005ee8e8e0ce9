import type { CollectionChange, Pair, Unmatched } from './change.ts';
import { sideTexts } from './side-texts.ts';
import { compare, namesDiffer } from './similarity.ts';
import type { Lexicon } from './similarity.ts';
import { textHash } from './text-hash.ts';
import type { TracedCard } from './traced-card.ts';
import { wordsOf } from './words.ts';

/** An unchanged answer of so many words can hardly belong to another question. */
const tellingWords = 4;
/** How alike the questions of a shorter unchanged answer must be: "yes" alone proves nothing. */
const likeQuestions = 0.25;

/** A question or an answer of a card, as something that another card may have too. */
interface Aspect {
  readonly role: 'asks' | 'answers';
  readonly text: string;
}

/** The one card of before and the one card of now that have an aspect. */
interface Shared {
  readonly pair: Pair;
  readonly aspect: Aspect;
}

/**
 * Cards one of whose sides is unchanged and unique, before and now, in the whole collection: the same
 * question with another answer, or the same answer to a reworded question.
 */
export function pairBySide(
  { vanished, appeared }: Unmatched,
  change: CollectionChange,
  lexicon: Lexicon,
): readonly Pair[] {
  const was = holdersOf(vanished.values());
  const is = holdersOf(appeared.values());
  const shared = [...was].flatMap(([name, old]) => {
    const now = is.get(name);
    if (now === undefined || old.cards.length !== 1 || now.cards.length !== 1) return [];
    const [from, to] = [old.cards[0], now.cards[0]];
    return from && to ? [{ pair: { from, to }, aspect: old.aspect }] : [];
  });
  if (shared.length === 0) return [];
  const stayed = stayedTexts(change);
  const candidates = shared.filter(({ aspect }) => !stayed.has(aspect.text));
  const common = change.elsewhere(candidates.map(({ aspect }) => textHash(aspect.text)));
  return proposals(
    candidates.filter(({ aspect }) => !common.has(textHash(aspect.text))),
    lexicon,
  );
}

interface Holders {
  readonly aspect: Aspect;
  readonly cards: TracedCard[];
}

function holdersOf(cards: Iterable<TracedCard>): ReadonlyMap<string, Holders> {
  const holders = new Map<string, Holders>();
  for (const card of cards) {
    for (const [name, aspect] of aspectsOf(card)) {
      const held = holders.get(name);
      if (held === undefined) holders.set(name, { aspect, cards: [card] });
      else held.cards.push(card);
    }
  }
  return holders;
}

/** Each question and answer of a card once; a definition that is asked counts as an answer. */
function aspectsOf(traced: TracedCard): ReadonlyMap<string, Aspect> {
  const aspects = new Map<string, Aspect>();
  const add = (role: Aspect['role'], text: string): void => {
    if (!/[\p{L}\p{N}]/u.test(text)) return;
    aspects.set(`${traced.card.kind} ${role} ${text}`, { role, text });
  };
  for (const { side, asks, answers } of sideTexts(traced)) {
    if (side.name === 'term') continue;
    add('asks', asks);
    add('answers', answers);
  }
  return aspects;
}

/** What the cards that stayed in the changed files ask and answer. */
function stayedTexts({ before, after, vanished, appeared }: CollectionChange): ReadonlySet<string> {
  const texts = new Set<string>();
  const add = (cards: readonly TracedCard[], changed: ReadonlySet<string>): void => {
    for (const traced of cards) {
      if (changed.has(traced.card.id)) continue;
      for (const { asks, answers } of sideTexts(traced)) {
        texts.add(asks).add(answers);
      }
    }
  };
  for (const cards of before.values()) add(cards, vanished);
  for (const cards of after.values()) add(cards, appeared);
  return texts;
}

function proposals(shared: readonly Shared[], lexicon: Lexicon): readonly Pair[] {
  const byPair = Map.groupBy(shared, ({ pair }) => `${pair.from.card.id} ${pair.to.card.id}`);
  return [...byPair.values()].flatMap((of) => {
    const pair = of[0]?.pair;
    return pair !== undefined && proves(pair, of, lexicon) ? [pair] : [];
  });
}

function proves(pair: Pair, shared: readonly Shared[], lexicon: Lexicon): boolean {
  if (shared.some(({ aspect }) => aspect.role === 'asks')) return true;
  const answers = shared.map(({ aspect }) => aspect.text);
  if (answers.length * 2 <= answersOf(pair.from) || answers.length * 2 <= answersOf(pair.to))
    return false;
  if (wordsOf(answers.join('\n')).all.size >= tellingWords) return true;
  const [old, now] = [lexicon.weigh(pair.from), lexicon.weigh(pair.to)];
  return !namesDiffer(old, now) && compare(old, now, lexicon.weight).front >= likeQuestions;
}

function answersOf(traced: TracedCard): number {
  return [...aspectsOf(traced).values()].filter(({ role }) => role === 'answers').length;
}
