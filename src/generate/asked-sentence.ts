import type { Role } from '../model/card.ts';
import type { CardDraft } from '../model/draft.ts';
import type { Source } from '../model/source.ts';
import type { Asked, Asking } from './asking/asking.ts';
import { cardMarkdown } from './card-markdown.ts';
import { draftFrom } from './draft.ts';
import { capital, type ProseSentence, proseSentences } from './prose.ts';
import type { Rule } from './rule.ts';
import { sentencesOf } from './sentence.ts';
import {
  countWords,
  isFirstOrSecondPerson,
  loweringFor,
  mentionsDocument,
  startsWithReference,
} from './words.ts';

/** How a rule asks about a sentence of prose. */
interface AskedSentence {
  readonly id: string;
  readonly role: Role;
  readonly score: number;
  ask(asking: Asking): Asked | undefined;
}

const mostWords = 45;
const fewestWords = 3;

/** A rule that asks a sentence with its own verb, says according to whom, and answers with the rest of it. */
export function askingRule(kind: AskedSentence): Rule {
  return {
    id: kind.id,
    draft: (source) => {
      const lower = loweringFor(source);
      return proseSentences(source, sentencesOf).flatMap((sentence) => {
        const asked = kind.ask({
          text: opened(sentence.text),
          start: sentence.start + sentence.text.length - opened(sentence.text).length,
          lower,
          anybody: false,
        });
        return asked === undefined ? [] : draftOf(source, sentence, asked, kind);
      });
    },
  };
}

/** Without a word that only joins it to the sentence before. */
function opened(text: string): string {
  return text
    .replace(
      /^(?:And|But|So|However,|Moreover,|Furthermore,|In fact,|Indeed,|Also,|Still,|Yet) (?=\S)/,
      '',
    )
    .replace(
      /^(?<the>The [\p{L} ]{2,40}), (?:in a nutshell|in short|in essence|in other words|of course|however|then), /u,
      '$<the> ',
    );
}

function draftOf(
  source: Source,
  sentence: ProseSentence,
  asked: Asked,
  kind: AskedSentence,
): CardDraft[] {
  const { passage } = sentence;
  const answered = { ...asked.answer, end: clauseEnd(passage.text, asked) };
  const raw = passage.text.slice(answered.start, answered.end);
  const words = countWords(raw);
  const question = withOwner(asked.question, sentence.before);
  if (words < fewestWords || words > mostWords || question.includes('{I}')) return [];
  if (isFirstOrSecondPerson(question) || mentionsDocument(question) || pointsBack(question))
    return [];
  if (/^(?:this|that|these|those|such|both)\b/i.test(raw) && !/^that\b/i.test(raw)) return [];
  const answer = cardMarkdown(passage, answered);
  const told = asked.lead === '' ? capital(answer) : asked.lead + answer;
  const isOwn = isFirstOrSecondPerson(raw);
  return [
    draftFrom(source, passage, {
      rule: kind.id,
      slot: asked.form,
      role: kind.role,
      content: {
        kind: 'basic',
        question: `${question}${sentence.credit}?`,
        answer: isOwn ? `“${told}.”` : `${told}.`,
      },
      from: { start: sentence.start, end: sentence.end },
      score: kind.score,
    }),
  ];
}

/** "A new team: Superalignment. The goal is …" — the goal of what was named right before. */
function withOwner(question: string, before: string): string {
  const isOpen =
    /^What (?:is|are|was|were) the (?:\p{Ll}+ )?(?:goals?|aims?|purpose|mission|task)$/u.test(
      question,
    );
  const name =
    /(?::|called|named|dubbed) [“"]?(?<name>\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+){0,3})[”"]?\.$/u.exec(
      before,
    )?.groups?.['name'];
  return isOpen && name !== undefined ? `${question} of ${name}` : question;
}

/** A clause of its own that follows says something else. */
function clauseEnd(text: string, { answer, form }: Asked): number {
  if (form !== 'what-is' && form !== 'what-does') return answer.end;
  const said = text.slice(answer.start, answer.end);
  const at = /, (?:and|but|so) (?:the|it|they|he|she|this|we|there|that) /.exec(said)?.index ?? 0;
  // What follows a colon explains what is said before it.
  const colon = /(?<=\S{3,} \S+ ?.{8,}): (?=\p{Ll})/u.exec(said.slice(0, 200))?.index;
  if (colon !== undefined) return answer.start + colon;
  return at < 20 ? answer.end : answer.start + at;
}

/** A question must not lean on a sentence that is not on the card. */
function pointsBack(question: string): boolean {
  const rest = question
    .replace(/^(?:What|Why|When|How|Which) (?:(?:is|was) it (?=\p{L}+ to )|\p{L}+ )/u, '')
    .replaceAll(/\bit takes?\b|\btheir own\b/gi, '');
  return startsWithReference(rest) || leaning.test(rest);
}

const leaning =
  /\b(?:this|these|those|such|it|they|them|he|she|his|her|the (?:former|latter|same|above|project|team|lab|company|group|paper|study|effort|piece))\b(?! (?:that|who|which)\b)/i;
