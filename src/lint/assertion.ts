import type { ReadCard } from './read-card.ts';
import { ReadText } from './read-text.ts';
import { remembered } from './remembered.ts';

const opening = /^(?:according to|in|by|for|on|at|after|before|with)\b[^,?]{1,80}, /i;
const auxiliary = String.raw`(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would|should|may|might|must)`;
/** "Who built …", "what carried …": the answer is the subject. */
const asksSubject = new RegExp(
  String.raw`^(?:who|what|which(?: \p{L}+){1,2}?) (?!(?:${auxiliary}|of|in|on|at|for|with|to|from)\b)(?=\p{L}+)`,
  'iu',
);
const asksPassive = /^(?:who|what|which(?: \p{L}+){1,2}?) (?=(?:is|are|was|were) \p{L}+ed\b)/iu;
/** "What is a tide mill?": the thing comes before what it is. */
const asksWhatIs = /^what (is|are|was|were) ((?:(?:an?|the) )?[\p{L}\d-]+(?: [\p{L}\d-]+){0,2})$/iu;
const asksOther = new RegExp(
  String.raw`^(?:(?:in|at|on|from|for|by|to|with) )?(?:how|why|when|where|who|whom|what|which)(?: \p{L}+){0,4}? (?:do|does|did) `,
  'iu',
);
const pronoun = /^(?:it|they|he|she|this|that|these|those)(?= )/i;

/** "The fungus, which lives alone": the noun before it is what the rest is said of. */
const relative =
  /, (?:which|who) (?=(?:can|could|will|would|may|might|must|is|are|was|were|has|have|had|\p{L}+s)\b)/giu;

const attribution = /,? (?:according to|in the words of|in the view of) [^?]{1,80}$/i;

/** What a card claims, with the answer put where the question asks for it, about. */
export const assertionOf = remembered((card: ReadCard): ReadText => {
  if (card.kind !== 'basic') return card.claim;
  const question = card.question.text
    .replace(opening, '')
    .replace(/\?\s*$/, '')
    .replace(attribution, '');
  const answer = answeredClaim(card).text;
  for (const asks of [asksPassive, asksSubject])
    if (asks.test(question) && card.answer.words.length <= 12)
      return new ReadText(question.replace(asks, `${answer} `));
  const [, verb = '', thing = ''] = asksWhatIs.exec(question) ?? [];
  if (thing !== '') return new ReadText(`${thing} ${verb} ${answer}`);
  const rest = question.replace(asksOther, '').replace(/^(?:why|how|what|who|when|where) /i, '');
  return new ReadText(`${rest} ${answer.replace(pronoun, '')}`);
});

/** What the answer of a card claims by itself. */
export const answeredClaim = remembered(
  ({ answer }: ReadCard): ReadText =>
    new ReadText(answer.text.replace(/[.!]+$/, '').replaceAll(relative, ' ')),
);
