import type { Region } from '../model/source.ts';

/** What somebody says, as far as it tells what part of a talk it is. */
export interface SpokenText {
  readonly speaker: string;
  readonly opens: boolean;
  readonly text: string;
}

/** Paragraphs at either end of a talk that can belong to its frame, at most. */
const frameShare = 0.12;

const showTalk =
  /\b(?:hi|hello|dear|welcome,?) (?:[\p{L}']+ ){0,3}(?:listeners|everyone|everybody)\b|\b(?:un)?subscrib\w*|\bour (?:next )?episodes?\b|\b(?:this|the|an all \p{L}+) (?:show|podcast)\b|\bwithout further ado\b|\bcoming up (?:in|on)\b|\bquick (?:notes?|announcements?)\b|\bi bring you\b|\byou(?:'re| are) listening to\b|\bopinions i express\b|\bour sponsors?\b/iu;

const winding =
  /\b(?:final|last|closing) question\b|\bbefore (?:we|i let you) (?:go|wrap|finish|close)\b|\bwe(?:'ve| have) (?:really )?(?:gone|run) (?:over|out of) time\b|\bwe(?:'re| are) (?:almost|nearly|just about|running) (?:out of|over)? ?time\b|\bmy guest (?:today )?(?:has been|was)\b|\bthanks? (?:you )?(?:so much |very much |a lot )?for (?:coming on|joining|having me|being on|listening)\b/iu;

/** Words of somebody who looks for people to hire. */
const recruiting =
  /\b(?:apply(?:ing)?(?! (?:it|the|this|that|them)\b)|applications? (?:process|to)|applicants?|hir(?:e|es|ed|ing)|recruit(?:s|ing|er)?|job openings?|vacanc(?:y|ies)|visas?|cvs?|résumés?|resumes?|work(?:ing)? remote(?:ly)?|remote work|interview process|tech(?:nical)? screen(?:ing)?)\b/giu;
/** Words that go with them and also stand elsewhere. */
const ofJobs =
  /\b(?:on-site|candidates?|careers?|skill(?:ing)? up|roles?|backgrounds?|phds?|managers?|team culture|join (?:us|the team|you))\b/giu;

/**
 * Which paragraphs of a talk are its frame: the monologue that opens the show, the goodbye, and talk of
 * how to apply for a job. They are read and not asked about.
 */
export function spokenRegions(paragraphs: readonly SpokenText[]): readonly Region[] {
  const frame = new Set<number>();
  for (let index = 0; index < openingEnd(paragraphs); index += 1) frame.add(index);
  for (let index = closingStart(paragraphs); index < paragraphs.length; index += 1)
    frame.add(index);
  for (const index of recruitingExchanges(paragraphs).flat()) frame.add(index);
  return paragraphs.map((_, index) => (frame.has(index) ? 'furniture' : 'body'));
}

/** Where the guest is spoken to: a host who is labelled again begins anew after the monologue. */
function openingEnd(paragraphs: readonly SpokenText[]): number {
  const second = paragraphs.findIndex(({ opens }, index) => index > 0 && opens);
  const [first] = paragraphs;
  if (first === undefined || second <= 0) return 0;
  const opening = paragraphs.slice(0, second);
  if (!opening.some(({ text }) => showTalk.test(text))) return 0;
  if (paragraphs[second]?.speaker === first.speaker) return second;
  return opening.findLastIndex(({ text }) => showTalk.test(text)) + 1;
}

function closingStart(paragraphs: readonly SpokenText[]): number {
  const from = Math.floor(paragraphs.length * (1 - frameShare));
  const start = paragraphs.findIndex(
    ({ text }, index) => index >= from && index > 0 && winding.test(text),
  );
  return start === -1 ? paragraphs.length : start;
}

/** A question with all that answers it, by the turns of whoever speaks first. */
function exchanges(paragraphs: readonly SpokenText[]): number[][] {
  const host = paragraphs[0]?.speaker;
  const found: number[][] = [];
  for (const [index, { opens, speaker }] of paragraphs.entries()) {
    if (found.length === 0 || (opens && speaker === host)) found.push([index]);
    else found.at(-1)?.push(index);
  }
  return found;
}

const leastCues = 3;
/** Words to a cue; where they are rarer, work is only mentioned. */
const mostWordsPerCue = 80;

function isRecruiting(paragraphs: readonly SpokenText[], exchange: readonly number[]): boolean {
  const text = exchange.map((index) => paragraphs[index]?.text ?? '').join(' ');
  const strong = text.match(recruiting) ?? [];
  const cues = [...strong, ...(text.match(ofJobs) ?? [])];
  const kinds = new Set(cues.map((cue) => cue.toLowerCase().slice(0, 4)));
  const words = text.split(' ').length;
  if (strong.length === 0) return false;
  if (kinds.size >= leastCues) return words <= cues.length * mostWordsPerCue;
  return words <= cues.length * 16;
}

/** Exchanges between two about jobs, where they are few, are about jobs too. */
const mostBetween = 10;

function recruitingExchanges(paragraphs: readonly SpokenText[]): number[][] {
  const all = exchanges(paragraphs);
  const marked = all.map((exchange) => isRecruiting(paragraphs, exchange));
  const found: number[][] = [];
  let last = -1;
  for (const [index, is] of marked.entries()) {
    if (!is) continue;
    const first = last !== -1 && index - last <= mostBetween ? last + 1 : index;
    found.push(...all.slice(first, index + 1));
    last = index;
  }
  return found;
}
