import { countWords } from '../plain.ts';
import { type LintRule, quoted } from '../rule.ts';

const warnAbove = 30;
const warnAboveForQuotes = 45;
const errorAbove = 50;

/** Q08: the answer is quick to recall and to grade. */
export const shortAnswer: LintRule = {
  id: 'Q08',
  name: 'short answer',
  check: ({ kind, answer, items }) => {
    const longest =
      kind === 'list' ? Math.max(0, ...items.map(countWords)) : countWords(answer.text);
    const most = /^["“]/.test(answer.text.trim()) ? warnAboveForQuotes : warnAbove;
    if (longest <= most) return [];
    return [
      {
        severity: longest > errorAbove ? 'error' : 'warning',
        message: `the answer has ${longest} words: ${quoted(answer.text)}`,
        remedy: `Say it in ${warnAbove} words or fewer, or make several cards.`,
        words: answer.text,
      },
    ];
  },
};
