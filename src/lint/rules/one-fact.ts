import { type LintRule, quoted } from '../rule.ts';

const wh = String.raw`(?:what|which|who|whom|whose|when|where|why|how)`;
const aux = String.raw`(?:is|are|was|were|do|does|did|will|would|can|could|should|may|might|must|has|have|had)`;
const bareEnd = new RegExp(
  String.raw`(?:,|\band|\bor|;) (?:and |or )?(?:(?:for|by|to|at|in|on|with|since) )?${wh}(?: so| else| long| often| much| many| far)?\?\s*$`,
  'iu',
);

/** "… and who leads it?" behind a question of its own. */
const alsoWho = new RegExp(
  String.raw`(?<=^${wh}\b[^?]{8,200}?,? )and (?:who|what) (?:also |then )?[\p{L}-]+(?:s|ed) (?:it|them|him|her|the|its|their|an?)\b`,
  'iu',
);

const indirect = new RegExp(
  String.raw`\b(?:where|when|why|what|who|whom) (?:the|an?|its|his|her|their|this|that) (?:\p{L}+ )+?${aux} `,
  'iu',
);

/** "When he left OpenAI, of what did he warn?" */
const openingClause = new RegExp(
  String.raw`^(?:when|where) (?!${aux}\b)[^,?]{3,80}, (?=(?:\p{L}+ )?${wh}\b)`,
  'iu',
);

/** Q05: it asks one thing. */
export const oneFact: LintRule = {
  id: 'Q05',
  name: 'one fact',
  check: ({ kind, question, answer }) => {
    if (kind === 'term' || kind === 'cloze') return [];
    const words = secondQuestion(question.text.replace(openingClause, ''));
    if (words !== undefined)
      return [
        {
          severity: 'error',
          message: `it asks twice: ${quoted(words)}`,
          remedy: 'Make two cards of it.',
          words,
        },
      ];
    if (!/;/.test(answer.text) || answer.words.length < 12) return [];
    return [
      {
        severity: 'info',
        message: 'the answer says two things, parted by ";"',
        remedy: 'See whether one of them is enough.',
        words: ';',
      },
    ];
  },
};

function secondQuestion(text: string): string | undefined {
  const marks = text.match(/\?/g)?.length ?? 0;
  if (marks > 1 && !/["“][^"“”]{0,300}\?[^"“”]{0,300}["”]/.test(text))
    return text.slice(text.indexOf('?') + 1).trim() || '??';
  const who = !/\bbetween\b/i.test(text) ? alsoWho.exec(text)?.[0] : undefined;
  if (who !== undefined) return who;
  const bare = bareEnd.exec(text)?.[0];
  if (bare !== undefined) return bare.replace(/^[,;]? ?/, '');
  const pattern = new RegExp(
    String.raw`(?:[,;] (?:and |or )?|\b(?:and|or) )(?:(?:in|at|on|for|by|with|from|to|against|of|about) )?${wh}(?: (?!that\b|they\b|it\b|he\b|she\b|we\b|you\b|to\b)[\p{L}’'-]+){0,5}? ${aux} (?:the |an? |it|they|he|she|its|their|his|her|\p{L}+)`,
    'giu',
  );
  const opens = new RegExp(
    String.raw`^(?:[^?]{0,80}?, |(?:in|at|on|for|by|with|from|to|against|of|about|until|since) )?${wh}\b`,
    'iu',
  );
  const first = opens.exec(text)?.[0].length;
  if (first === undefined) return undefined;
  for (const found of text.matchAll(pattern)) {
    if (found.index < first) continue;
    // "Nobody knows when or where the ridge will move": the subject comes before its verb.
    if (indirect.test(found[0])) continue;
    // "…, which is …" goes on with the noun before it.
    if (/^[,;] which (?:is|are|was|were|has|have|can|could|would|may|might|will)\b/i.test(found[0]))
      continue;
    if (
      /^[,;] (?:when|where|who) (?:is|are|was|were|has|have)\b/i.test(found[0]) &&
      !/ and /i.test(found[0])
    )
      continue;
    return found[0].replace(/^[,;] ?/, '').trim();
  }
  return undefined;
}
