import { countWords } from '../plain.ts';
import type { ReadCard } from '../read-card.ts';
import { type Complaint, type LintRule, quoted } from '../rule.ts';
import { wordsOf } from '../words.ts';
import { plainOf } from '../plain.ts';

/** Q10: each deletion is well formed, and worth hiding. */
export const soundCloze: LintRule = {
  id: 'Q10',
  name: 'sound cloze',
  check: (card) => {
    if (card.card.content.kind !== 'cloze') return [];
    const { text } = card.card.content;
    const words = brokenMark(text);
    if (words !== undefined)
      return [complain(words, `the deletion ${quoted(words)} is not closed or has nothing in it`)];
    if (card.holes.length === 0) return [complain('', 'the sentence hides nothing')];
    return poorHole(card);
  },
};

function complain(words: string, message: string): Complaint {
  return {
    severity: 'error',
    message,
    remedy:
      'Hide one to five words that matter, as [words] or {{c1::words}}, and leave most of the sentence.',
    words,
  };
}

/** Half a deletion in Anki's notation: an opening without its end, an end without a beginning, an empty one. */
function brokenMark(text: string): string | undefined {
  const rest = text.replaceAll(/\{\{c\d{1,3}::[^{}]*[^{}\s:][^{}]*\}\}/g, '');
  const found = /\{\{c?\d*:{0,2}[^{}\n]{0,40}\}{0,2}|\bc\d{1,2}::[^{}\n]{0,40}|\}\}/.exec(
    rest,
  )?.[0];
  return found?.trim() === '' ? undefined : found;
}

function poorHole({ holes, card, kind, claim }: ReadCard): Complaint[] {
  if (kind !== 'cloze' || card.content.kind !== 'cloze') return [];
  const all = countWords(claim.text);
  for (const { text } of holes) {
    const hidden = plainOf(text).trim();
    const words = countWords(hidden);
    if (words === 0) return [complain(text, 'a deletion is empty')];
    if (words > 5 && words / all > 0.4)
      return [complain(hidden, `${quoted(hidden)} hides ${words} of ${all} words`)];
    if (words / all > 0.4 && all - words < 4)
      return [complain(hidden, `${quoted(hidden)} leaves too little of the sentence`)];
    if (wordsOf(hidden).every(({ text: word }) => joining.test(word)))
      return [complain(hidden, `${quoted(hidden)} only joins other words`)];
    if (words > 5)
      return [
        { ...complain(hidden, `${quoted(hidden)} hides ${words} words`), severity: 'warning' },
      ];
  }
  return [];
}

/** Words that say nothing alone: hidden "before", "never" or "give up" can be what a card is about. */
const joining =
  /^(?:an?|the|is|are|was|were|am|be|been|being|do|does|did|has|have|had|can|could|will|would|shall|should|of|in|on|at|to|for|from|by|with|as|and|or|but|so|that|this|these|those|it|its|he|she|they|we|you|i|him|her|them|his|their|our|your|my|there|here|very|also|just|such|which|who|what|than|if)$/;
