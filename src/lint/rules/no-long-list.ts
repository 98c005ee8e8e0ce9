import { countWords } from '../plain.ts';
import { type LintRule, quoted } from '../rule.ts';

const most = 5;
const listItem = /^\s*(?:[-*+•]|\d{1,3}[.)])\s+\S/gm;
const asksList = /\b(?:which|what|name|list|enumerate|give|who|where|how)\b/i;

/** Q09: no enumeration to be recited. Cards of kind `list` ask one item at a time and are exempt. */
export const noLongList: LintRule = {
  id: 'Q09',
  name: 'no long list',
  check: ({ kind, question, answer, card }) => {
    if (kind !== 'basic') return [];
    const raw = card.content.kind === 'basic' ? card.content.answer : '';
    const items = raw.match(listItem)?.length ?? 0;
    const parts = items > 0 || !asksList.test(question.text) ? 0 : partsOf(answer.text);
    const count = Math.max(items, parts);
    if (count <= most) return [];
    return [
      {
        severity: 'error',
        message: `the answer lists ${count} things: ${quoted(answer.text)}`,
        remedy: `Ask for at most ${most}, or one at a time.`,
        words: answer.text,
      },
    ];
  },
};

/** Short parts between commas and semicolons; a sentence with clauses has longer ones. */
function partsOf(answer: string): number {
  // "A, b and c for d, e and f" are two lists, and nobody is asked for six things.
  const closed = answer.match(/,\s*(?:and|or)\s/g)?.length ?? 0;
  if (closed > 1) return 0;
  const parts = answer
    .split(/[,;](?!\d)|\band\b(?=[^,;]*$)/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const short = parts.filter((part) => countWords(part) <= 5);
  return short.length >= parts.length - 1 ? parts.length : 0;
}
