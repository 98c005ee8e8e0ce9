import type { ReadCard } from './read-card.ts';
import { ReadText } from './read-text.ts';

const asksThing =
  /^(?:[^?]{0,60}, )?(?:(?:in|at|on|from|for|by|to|with|of) )?(?:which|what) (?:(?:kind|type|sort|form) of )?(\p{L}+)(?: (\p{L}+))?/iu;
const asksSomething =
  /^(?:[^?]{0,60}, )?(?:(?:in|at|on|from|for|by|to|with|of) )?(?:which|what|who|whom|whose|where)\b/iu;
const auxiliary =
  /^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|must)$/i;
/** An answer of more words is mostly a sentence of somebody's own. */
const longest = 4;
/** So many strange words are no slip of wording. */
const leastStrange = 2;

/**
 * What a card answers and its sources never speak of: a short answer to "which" or "what" of which they have no word,
 * where they have not the thing either that it asks for, or where the answer is several words.
 */
export function unheardOf(
  { question, answer, grounds, kind }: ReadCard,
  knows: (stem: string) => boolean,
): string | undefined {
  const anchored = grounds.some(({ at }) => at !== undefined);
  if (kind !== 'basic' || !anchored || answer.content.length > longest) return undefined;
  const stems = [...answer.stems].filter((stem) => stem.length > 1);
  if (!asksSomething.test(question.text) || stems.some(knows)) return undefined;
  if (stems.length >= leastStrange) return answer.text;
  const thing = thingOf(question.text);
  return thing === undefined || knows(thing.stem) ? undefined : thing.text;
}

/** The noun behind "which": the first word that says something, of two. */
function thingOf(question: string): { readonly stem: string; readonly text: string } | undefined {
  const [, first = '', second = ''] = asksThing.exec(question) ?? [];
  if (first === '' || auxiliary.test(first)) return undefined;
  return new ReadText(`${first} ${auxiliary.test(second) ? '' : second}`).content[0];
}
