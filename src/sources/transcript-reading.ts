import type { Span } from '../model/problem.ts';
import type { SpokenParagraph } from './transcript-paragraphs.ts';

/** A stretch of a talk, and whose words it has. */
export interface SpokenStretch extends SpokenParagraph {
  /** The speaker who reads it out, where the words are not his: then `speaker` is what he reads. */
  readonly readBy?: string;
}

const documents =
  'announcement|tweet|letter|statement|article|essay|blog ?post|post|paper|report|book|press release|email|message|passage|document|plan|speech';
/** At the end of a paragraph: what follows is read. */
const readsNext = new RegExp(
  String.raw`\b(?:read(?:ing)?|quote|quoting) (?:you |out |to you )*(?:an?|the|this|some|from)\b(?:(?!\?).){0,160}$|\b(?:tweeted|wrote|posted|says?|said|reads?|writes)(?: that| this| the following)?[:,]?$`,
  'iu',
);
const ofDocument = new RegExp(
  String.raw`\b(?:the|an?|this|their|your) (?:\p{L}+ )?(?:${documents})(?: (?:that|by|from|of) [\p{L}'’]+(?: put out| published| wrote)?)?`,
  'iu',
);

/** Inside a paragraph: what follows is a listener's. */
const audience =
  /\b(?:one|another|an?|some) (?:(?!you\b|few\b)\p{L}+ )?(?:listener|viewer|reader|commenter|audience member|subscriber) (?:has |also )?(?:asked?|asks|wrote(?: in)?|writes|wanted (?:me |us )?to(?: quote)?|wants|was curious|had|says|said|wonders|wondered)\b|\b(?:someone|somebody|a person) (?:from|in|on) (?:the audience|twitter|x) (?:asked(?: you)?|had this question|asks|wrote|wondered)\b|\bhere's (?:another |a )(?:listener |audience )?question\b(?: that was [\p{L} ]{1,40}among listeners)?|\banother (?:(?:listener|audience) )?question\b(?: (?:is|was)(?= (?:why|what|how|who|which|whether)\b))?(?! about)|\ba question (?:i|we) got(?: which i'll slightly change)?(?: (?:is|was))?\b|\bok,? first one\b|\btwo questions (?:that )?(?:were|was) [\p{L} ]{0,60}?(?:were|was|are)\b|\bon twitter someone asked(?: you)?\b/iu;

/** Words by which a speaker goes on in his own name. */
const own = /\b(?:you|your|i|i'm|i'll|i've|we'll|listeners?|my)\b/i;
/** What a question that is read out may address itself to. */
const readWords = 700;

/**
 * Text that a speaker reads out (an announcement, a tweet, a listener's question) is set apart and given
 * to what introduces it. `host` is the one who reads, `guest` the one he speaks to.
 */
export function setReadingApart(
  text: string,
  paragraphs: readonly SpokenParagraph[],
  { host, guest }: { readonly host: string; readonly guest: string | undefined },
): SpokenStretch[] {
  const stretches: SpokenStretch[] = [];
  let reading: string | undefined;
  let read = 0;
  for (const paragraph of paragraphs) {
    const { speaker, opens, start, end } = paragraph;
    const words = text.slice(start, end);
    if (opens) reading = undefined;
    if (speaker !== host) {
      stretches.push(paragraph);
      continue;
    }
    if (reading !== undefined && (read === 0 || !own.test(words)) && words.length < 4000) {
      stretches.push({ ...paragraph, speaker: reading, readBy: speaker });
      read += 1;
      continue;
    }
    reading = undefined;
    stretches.push(...listenerApart(text, paragraph));
    if (readsNext.test(words.slice(-240).trimEnd())) {
      reading = titleOf(words.slice(-240), guest);
      read = 0;
    }
  }
  return stretches;
}

function listenerApart(text: string, paragraph: SpokenParagraph): SpokenStretch[] {
  const { start, end, speaker } = paragraph;
  const found = audience.exec(text.slice(start, end));
  if (found === null) return [paragraph];
  const from = pastBlanks(text, { start: start + found.index + found[0].length, end });
  if (end - from < 20) return [paragraph];
  const to = readingEnd(text, { start: from, end });
  const rest: SpokenStretch[] = to < end ? [{ ...paragraph, opens: false, start: to }] : [];
  return [
    { ...paragraph, end: from },
    { ...paragraph, opens: false, start: from, end: to, speaker: 'a listener', readBy: speaker },
    ...rest,
  ];
}

/** Without marks a question goes on to the end of its paragraph; else it ends with the quotation or its own mark. */
function readingEnd(text: string, { start, end }: Span): number {
  const words = text.slice(start, end);
  if (/^["“]/.test(words)) {
    const close = words.slice(1).search(/["”](?=\s|$)/);
    return close === -1 ? end : pastBlanks(text, { start: start + close + 2, end });
  }
  if (!/[?.!](?=\s|$)/.test(words)) return end;
  const last = [...words.slice(0, readWords).matchAll(/\?["”]?(?=\s|$)/g)].at(-1);
  return last === undefined
    ? end
    : pastBlanks(text, { start: start + last.index + last[0].length, end });
}

function pastBlanks(text: string, { start, end }: Span): number {
  let at = start;
  while (at < end && /[\s,:]/.test(text.charAt(at))) at += 1;
  return at;
}

function titleOf(lead: string, guest: string | undefined): string {
  if (/\byou (?:tweeted|wrote|posted|said)(?: that| this| the following)?[:,]?\s*$/i.test(lead))
    return guest === undefined ? 'an earlier text' : `an earlier text by ${guest}`;
  if (/\btweeted[:,]?\s*$/i.test(lead)) return 'a tweet';
  return (
    ofDocument.exec(lead)?.[0].replace(/^(?:an?|this|your) /i, 'the ') ?? 'a text that is read out'
  );
}
