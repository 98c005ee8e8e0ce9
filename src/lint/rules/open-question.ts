import { countShared } from '../read-text.ts';
import { type LintRule, quoted } from '../rule.ts';
import type { ReadCard } from '../read-card.ts';

const auxiliary =
  /^(?:(?:according to|in|for|by|after|as|given)\b[^,?]{1,80}, )?(?:is|are|was|were|am|do|does|did|will|would|can|could|should|shall|may|might|must|has|have|had|isn['’]t|aren['’]t|doesn['’]t|don['’]t|didn['’]t|can['’]t|won['’]t)\b/i;
const yesNo =
  /^(?:yes|no|nope|yep|true|false|correct|incorrect|right|wrong)\b(?!\s+(?:one|longer|more|other|single|\p{L}+ (?:is|are|can|has|have|was|were)))/iu;
const choice =
  /(?:,|:| –| -) ?(?:the |an? )?([^,?:]{1,50}?),? or (?:the |an? )?([^,?:]{1,50})\?\s*$/i;

/** Q06: it cannot be answered by yes, no, or picking one of two. */
export const openQuestion: LintRule = {
  id: 'Q06',
  name: 'open question',
  check: (card) => {
    if (card.kind === 'term' || card.kind === 'cloze') return [];
    const words = closedBy(card);
    if (words === undefined) return [];
    return [
      {
        severity: 'error',
        message: `${quoted(words)} can be answered by guessing one of two`,
        remedy: 'Ask why, how or what instead, so that the answer has to be recalled.',
        words,
      },
    ];
  },
};

function closedBy({ question, answer }: ReadCard): string | undefined {
  const opening = auxiliary.exec(question.text)?.[0];
  if (opening !== undefined && question.text.includes('?')) return opening;
  const reply = yesNo.exec(answer.text)?.[0];
  if (reply !== undefined && /[,.;:!]|^$/.test(answer.text.charAt(reply.length))) return reply;
  const found = choice.exec(question.text);
  if (found === null) return undefined;
  const options = [found[1], found[2]].map((option) => (option ?? '').toLowerCase());
  const picked = options.some((option) => {
    const stems = option.split(/\s+/);
    return (
      answer.text.toLowerCase().startsWith(option) ||
      stems.some((word) => word.length > 4 && answer.text.toLowerCase().startsWith(word))
    );
  });
  return picked && countShared(answer.stems, question.stems) > 0
    ? found[0].replace(/^[,:] ?/, '')
    : undefined;
}
