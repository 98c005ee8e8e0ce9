import type { Passage } from '../model/source.ts';
import type { Asked } from './asking/asking.ts';
import { askOf } from './asking/index.ts';
import { cardMarkdown } from './card-markdown.ts';
import { sentencesOf } from './sentence.ts';
import type { Lowering } from './words.ts';

type QuotePassage = Extract<Passage, { readonly kind: 'quote' }>;

/** What a saying is asked for; the answer is in quotation marks where it is the speaker's wording. */
export interface QuoteQuestion {
  readonly question: string;
  readonly answer: string;
}

/**
 * Asks with the saying's own verb where it has one sentence that can be asked, else with its topic, where
 * that names a matter and not only a heading. Undefined where neither asks for one thing.
 */
export function quoteQuestion(
  passage: QuotePassage,
  speaker: string,
  lower: Lowering,
): QuoteQuestion | undefined {
  const credit = `, in words attributed to ${speaker}`;
  const asked = askedSaying(passage, lower);
  const whole = { start: 0, end: passage.text.length };
  const saying = `“${cardMarkdown(passage, whole)}”`;
  const term = definedTopic(passage);
  if (term !== undefined) return { question: `${term}${credit}?`, answer: saying };
  const topic = topicQuestion(passage.topic);
  const contrasts =
    / versus /.test(passage.topic) && /^(?:While|Although|Though) /.test(passage.quote);
  if (contrasts && topic !== undefined) return { question: `${topic}${credit}?`, answer: saying };
  if (asked !== undefined) {
    // "What is the ultimate objective" is not asked before its topic says of what.
    const bare =
      asked.form === 'what-is' && /^What (?:is|are) the(?: \p{L}+){1,2}$/u.test(asked.question);
    const own = bare && topic !== undefined ? topic : asked.question;
    const said = own.includes('{I}') ? ', according to the list of quotes' : credit;
    const question = `${own.replace('{I}', speaker)}${said}?`;
    return {
      question,
      answer: `“${asked.lead === '' ? capital(cardMarkdown(passage, asked.answer)) : asked.lead + cardMarkdown(passage, asked.answer)}.”`,
    };
  }
  return topic === undefined ? undefined : { question: `${topic}${credit}?`, answer: saying };
}

function askedSaying(passage: QuotePassage, lower: Lowering): Asked | undefined {
  const [sentence, ...others] = sentencesOf(passage);
  if (sentence === undefined || others.length > 0) return undefined;
  return askOf({ text: sentence.text, start: sentence.start, lower, anybody: true });
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "On deceptive alignment: … is when an AI …" says what its topic is. */
function definedTopic({ topic, quote }: QuotePassage): string | undefined {
  const isTerm =
    /^(?!the )(?:\p{L}[\p{L}-]*)(?: \p{L}[\p{L}-]*){0,2}$/u.test(topic) &&
    !/ (?:of|in|on|during|versus) /.test(topic);
  const says =
    /\b(?:failure modes?|problem|phenomenon|situation) (?:is|occurs|arises) when\b/i.test(quote);
  return isTerm && says ? `What is ${topic}` : undefined;
}

const adjectives: Readonly<Record<string, string>> = {
  simplicity: 'simple',
  fragility: 'fragile',
  urgency: 'urgent',
  necessity: 'necessary',
  importance: 'important',
  difficulty: 'difficult',
  danger: 'dangerous',
};
const nouns =
  /^the (?:\p{L}+ )?(?:goals?|purpose|aims?|objectives?|challenges?|premise|limits?|limitations?|bottleneck|cost|costs|value|role|promise|benefits?|risks?|power|strategy|tax|minimum viable product) (?:of|for|to|in|on|behind|with) \S/u;

/** "On the fragility of reward models" asks why they are fragile; "the goal of X" what it is. */
function topicQuestion(topic: string): string | undefined {
  if (/ the (?:work|project|field|discipline|team|task|matter)$/.test(topic)) return undefined;
  const defined = /^the definition of (?!\p{L}+ing )(.+)$/iu.exec(topic)?.[1];
  if (defined !== undefined) return `What is ${defined}`;
  if (/^the \p{L}+ (?:strategy|approach|plan|method|turn|bottleneck)$/u.test(topic))
    return `What is ${topic}`;
  const [, noun = '', of = ''] = /^the (\p{L}+) (?:of|for) (.+)$/u.exec(topic) ?? [];
  const adjective = adjectives[noun];
  if (adjective !== undefined) return `Why ${isPlural(of) ? 'are' : 'is'} ${of} ${adjective}`;
  const pair = /^(\p{L}+) versus (\p{L}+) (.+)$/u.exec(topic);
  if (pair !== null) return `What is the difference between ${pair[1]} and ${pair[2]} ${pair[3]}`;
  const head = nouns.exec(topic)?.[0];
  if (head === undefined) return undefined;
  const plural =
    /^the (?:\p{L}+ )?(?:goals|aims|objectives|challenges|limits|limitations|costs|benefits|risks) /u.test(
      topic,
    );
  return `What ${plural ? 'are' : 'is'} ${topic}`;
}

function isPlural(noun: string): boolean {
  const last =
    noun.split(' ')[0] === 'a' || noun.split(' ')[0] === 'an'
      ? ''
      : (noun.split(/ (?:of|in|for|during) /)[0] ?? '');
  return /[^su]s$/.test(last) && !/(?:ness|ss|is|us)$/.test(last);
}
