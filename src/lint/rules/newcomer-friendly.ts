import { type LintRule, quoted } from '../rule.ts';

/** Q17: no abbreviation of the glossary that the card neither defines nor spells out. */
export const newcomerFriendly: LintRule = {
  id: 'Q17',
  name: 'newcomer-friendly',
  check: (card, { glossary, mates }) => {
    if (glossary.length === 0) return [];
    const text = ` ${card.claim.words.map(({ text: word }) => word).join(' ')} `;
    const term = glossary.find((each) => text.includes(` ${each} `) && !mates.defines(each));
    if (term === undefined || isDefinedHere(term, card.claim.text, card.question.text)) return [];
    return [
      {
        severity: 'warning',
        message: `no card before it says what ${quoted(term)} is`,
        remedy: 'Say it on the card, or add a card that defines it to the deck.',
        words: term,
      },
    ];
  },
};

/** "What is X?", "X (…)" or "… (X)". */
function isDefinedHere(term: string, claim: string, question: string): boolean {
  const small = claim.toLowerCase();
  if (
    new RegExp(`^(?:what (?:is|are|does)|how (?:is|are|does)|define)\\b`, 'i').test(question) &&
    question.toLowerCase().includes(term) &&
    question.split(/\s+/).length <= 6 + term.split(' ').length
  )
    return true;
  return small.includes(`(${term})`) || small.includes(`${term} (`) || small.includes(`${term}, `);
}
