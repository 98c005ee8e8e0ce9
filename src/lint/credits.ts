import { type Name, namesOf } from './names.ts';
import type { ReadCard } from './read-card.ts';

/** Whom a card names as the one who says, thinks or asks what it is about. */
export interface Credit {
  readonly name: string;
  /** How the card puts it, for the message. */
  readonly words: string;
}

const says = String.raw`(?:say|think|argue|propose|suggest|claim|warn|believe|expect|describe|compare|mention|call|explain|find|fear|doubt|worry|worries|ask|hope|see|put|want|prefer|give|consider|recommend|list|raise|quote|insist|admit|concede|distrust|sum|cite|regard|reject|answer|reply|replie|point|stress|note|predict|promise|advise|wonder|state|tell|told|said|thought|gave|saw|found|wrote|write|tweet|imagine|picture|use|hold|judge|draw|offer|praise|criticise|criticize|object|conclude|emphasise|emphasize|name|speak|favour|favor|place|estimate|attribute|define|dismiss|defend|urge|credit|view|stylise|stylize|caution|remark|report|observe|recall|acknowledge|demand|plead|advocate|confess|reckon|muse|quip|joke|coin|contend|deny|denie|maintain|assert|declare|announce|complain|feel|felt|like)`;
const finite = new RegExp(
  String.raw`^(?: (?:also|himself|herself|once|first|then|rightly|often|later|already|fundamentally))?(?: (?:has|had))? ${says}(?:s|es|d|ed|ned)?(?![\p{L}])`,
  'iu',
);
const accordingBefore =
  /\b(?:according to|in the words of|in the view of|in the opinion of|as (?:said|put|seen|described|argued|proposed|stated|explained|told) by|(?:said|argued|written|proposed|suggested|raised|made|asked|claimed|given|put forward|stated|tweeted) by|attributed to|quote from|quotes? by) $/i;
const ownAfter =
  /^['’]s? (?:own )?(?:\p{L}+ ){0,2}?(?:view|opinion|words|account|estimate|judgement|judgment|reason|argument|claim|fear|worry|doubt|thinking|belief|hope|comparison|image|picture|point|warning|suggestion|proposal|idea|answer|reply|criticism|objection|question|summary|verdict|tweet|guess|advice|analogy|reasoning|case|position|statement|prediction|explanation|remark|metaphor|concern|definition|example)s?(?![\p{L}])/iu;
const asksWho =
  /^(?:[^?]{0,40}, )?(?:who|whose|which (?:person|speaker|researcher|organi[sz]ation|company|lab|people))\b/i;
const speech = new RegExp(
  String.raw`(?<![\p{L}])${says}(?:s|es|d|ed|ned|ing)?(?![\p{L}])|\bwhose (?:\w+ )?(?:words|view|idea|image|comparison|remark|tweet|question|argument|claim)\b`,
  'iu',
);
/** "Who is pessimistic …?" asks for somebody's view too. */
const stance =
  /\b(?:is|are|was|were) (?:\p{L}+ly )?(?:pessimistic|optimistic|sceptical|skeptical|worried|nervous|afraid|convinced|concerned|sure|certain|doubtful|confident|hopeful)\b/iu;
const asAfter = /^ (?:as|puts|sees|said|says)\b/i;

/** Whom a card credits with what it is about; empty where it credits nobody by name. */
export function creditsOf({ question, answer }: ReadCard): readonly Credit[] {
  const credits = [...creditsIn(question.text), ...creditsIn(answer.text)];
  if (asksWho.test(question.text) && (speech.test(question.text) || stance.test(question.text)))
    for (const { text } of namesOf(answer.text, true).slice(0, 2))
      credits.push({ name: text, words: text });
  return credits;
}

function creditsIn(text: string): Credit[] {
  return namesOf(text, true).flatMap((name) => {
    const before = text.slice(Math.max(0, name.start - 40), name.start);
    const after = text.slice(name.end, name.end + 80);
    if (!canSay(name.text, before)) return [];
    return isCredited(before, after) ? [{ name: name.text, words: around(text, name, after) }] : [];
  });
}

/** People and publications speak; abbreviations, and what has an article before it, do not. */
function canSay(name: string, before: string): boolean {
  if (/(?<![\p{L}])(?:the|an?|its|their|this) $/iu.test(before)) return false;
  return !/^(?:\p{Lu}{2,5}s?|GPT\S*|Chat\S*|Instruct\S*)(?: |$)/u.test(name);
}

function isCredited(before: string, after: string): boolean {
  if (accordingBefore.test(before)) return true;
  if (ownAfter.test(after)) return true;
  if (/^['’]s?(?![\p{L}])/u.test(after)) return false;
  // "When was Superalignment announced": it announces nothing.
  if (/\b(?:was|were|is|are|been|being) $/i.test(before)) return false;
  if (/\bas $/i.test(before) && asAfter.test(after)) return true;
  return finite.test(after);
}

function around(text: string, { start, end }: Name, after: string): string {
  const next = /^(?:['’]s?)?(?: \p{L}+)?/u.exec(after)?.[0] ?? '';
  return text.slice(start, end) + next;
}
