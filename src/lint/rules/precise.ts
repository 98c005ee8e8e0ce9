import { type LintRule, quoted } from '../rule.ts';

const vague =
  /^(?:what about|tell me|describe|explain|discuss|what (?:is|are) (?:the |an? |\p{L}+['’]s )?(?:main |key |basic |general )?(?:points?|ideas?|thing|story|thinking|thoughts?|stance|take|case|message|argument|position|view|claim)s? (?:about|on|behind|of|regarding|with|concerning)\b|what (?:does|do|did) (?:the )?[^?]{1,40} (?:say|think|have to say|mean|state|write|claim)s? (?:about|on|of|regarding|concerning)\b|what (?:is|was) (?:said|written|known|mentioned) (?:about|of|on)\b|what (?:is|was|are|were|makes) (?:so |most |particularly )?(?:interesting|special|important|notable|remarkable|striking|surprising|relevant|significant|new|unusual|noteworthy|worth knowing|worth noting|good|bad) (?:about|in|with|of)\b|what (?:happens|happened) (?:with|to|in|at) (?:the )?\p{L}+\?|what (?:can|could) (?:be|one|you) (?:said|say|note|noted) (?:about|of|on)\b|what (?:should|must|do|does|did) (?:you|we|one) know about\b|what (?:are|is) [^?]{1,40} (?:all )?about\?|how (?:is|are) [^?]{1,30} (?:described|seen|mentioned|treated)\?)/iu;

/** Q11: exactly one answer fits. */
export const precise: LintRule = {
  id: 'Q11',
  name: 'precise',
  check: (card, { mates }) => {
    if (card.kind === 'term' || card.kind === 'cloze') return [];
    const stem = vague.exec(card.question.text)?.[0];
    if (stem !== undefined)
      return [
        {
          severity: 'warning',
          message: `${quoted(stem)} leaves open what is asked`,
          remedy: 'Ask for the one thing that the answer says.',
          words: stem,
        },
      ];
    const other = mates.contrary(card);
    if (other === undefined) return [];
    return [
      {
        severity: 'warning',
        message: `${other} asks the same and answers something else`,
        remedy: 'Say in the question what tells the two apart.',
        words: card.question.text,
        other,
      },
    ];
  },
};
