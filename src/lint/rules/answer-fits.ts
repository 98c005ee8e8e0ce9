import { namesOf } from '../names.ts';
import type { ReadCard } from '../read-card.ts';
import { type LintRule, quoted } from '../rule.ts';

/** Q16: the answer is of the kind that is asked for. */
export const answerFits: LintRule = {
  id: 'Q16',
  name: 'answer fits',
  check: (card) => {
    if (card.kind !== 'basic') return [];
    const wanted = misfit(card);
    if (wanted === undefined) return [];
    const { answer } = card;
    return [
      {
        severity: 'warning',
        message: `${quoted(answer.text)} is not ${wanted}, which the question asks for`,
        remedy: 'Answer what is asked, or ask for what is answered.',
        words: answer.text,
      },
    ];
  },
};

const number =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|fifty|hundreds?|thousands?|millions?|billions?|dozens|half|twice|double|third|quarter|fifth|tenth|none|no|zero|single|dozen|few|many|most|all|both|little|nothing|less|more|several|enough|much|massive|large|small|lot|largely|almost|far|percent|share|part|fraction|majority|minority|deal|plenty|huge|enormous|trillions?|every|as)\b/i;
const time =
  /\d|\b(?:day|week|month|year|decade|century|morning|evening|spring|summer|autumn|winter|january|february|march|april|may|june|july|august|september|october|november|december|before|after|when|once|while|during|as soon|as long|until|if|whenever|today|now|then|later|earlier|soon|early|late|immediately|ahead|first|never|always|only|in|at|on|from|by|since|between|upon)\b/i;

/** Where, when or why, and not who. */
const elsewhere =
  /^(?:from|in|at|on|between|during|because|to|until|since|after|before|with|through)\b/i;
const otherThanPlace = /^(?:because|since|so that|in order to|in \d{4}\b|on \d)/i;

/** "When he left OpenAI, of what did Leike warn?" */
const openingClause =
  /^when (?!(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|must)\b)[^,?]{3,80}, (?=(?:\p{L}+ )?(?:what|which|who|whom|whose|why|where|how)\b)/iu;

function misfit({ question, answer }: ReadCard): string | undefined {
  const asks = question.text
    .replace(openingClause, '')
    .replace(/^(?:according to|in|by|for)\b[^,?]{1,60}, /i, '');
  if (/^why\b/i.test(asks)) return isReason(answer.text) ? undefined : 'a reason';
  if (/^(?:how many|how much|what (?:share|percentage|number|fraction|proportion))\b/i.test(asks))
    return number.test(answer.text) ? undefined : 'a number';
  if (/^when\b/i.test(asks))
    return time.test(answer.text) && !/^(?:because|so that|in order to)\b/i.test(answer.text)
      ? undefined
      : 'a time';
  if (/^who\b/i.test(asks))
    return namesSomebody(answer.text) && !elsewhere.test(answer.text)
      ? undefined
      : 'a person or a group';
  if (/^where\b/i.test(question.text))
    return otherThanPlace.test(answer.text) ? 'a place' : undefined;
  return undefined;
}

/** A clause, or a word that gives a reason: more than the mere name of something. */
function isReason(answer: string): boolean {
  if (
    /\b(?:because|since|so that|so as|in order|as|if|otherwise|then|thus|due|owing|lest|else)\b/i.test(
      answer,
    )
  )
    return true;
  if (/^(?:\p{L}+ )?(?:to|for|from|by|out of)\b/iu.test(answer)) return true;
  if (/\bto (?!the\b|an?\b)\p{Ll}/u.test(answer)) return true;
  if (/\b(?:is|are|was|were|has|have|had|does|did|can|could|will|would|must)\b/i.test(answer))
    return true;
  return (answer.match(/\S+/g)?.length ?? 0) > 4;
}

function namesSomebody(answer: string): boolean {
  if (namesOf(answer, true).length > 0) return true;
  if (
    /\b\p{L}{2,}(?:[eo]rs?|ists?|ians?|men|man|women|woman|folk|families|family|wives|wife)\b/iu.test(
      answer,
    )
  )
    return true;
  return /\b(?:people|person|humans?|everyone|everybody|nobody|no one|anyone|someone|researchers?|critics?|listeners?|interviewer|host|judges?|users?|companies|company|labs?|governments?|team|teams|board|models?|systems?|assistants?|public|society|experts?|engineers?|raters?|evaluators?|supervisors?|those|he|she|they|ai|ais)\b/i.test(
    answer,
  );
}
