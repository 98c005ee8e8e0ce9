import type { PassagePlace, ReadDocument } from './read-ground.ts';

/** What people say about a programme and not about its subject, in a card's own words. */
const show =
  /\b(?:listeners?|unsubscrib\w*|subscrib\w*|(?:podcast )?episodes?|the (?:show|podcast)(?:['’]s)?|podcast app|greet(?:s|ing|ed)?|thanks?|thanked|farewell|say goodbye|(?:at|towards?) the (?:end|close|start|beginning) of the (?:conversation|interview|episode|show)|science[- ]fiction|sci-fi|novels?|favourite (?:book|piece|author)|visas?|cv|résumé|resumé|application (?:process|form|steps?)|apply(?:ing)? (?:for|to) (?:the|a) (?:team|role|job|position)|interview process|interview rounds?|work(?:ing)? remotely|remote work|in the office|careers? page|salary|hosts? (?:say|greet|announce)|surveys?|newsletters?|mailing list|sponsors?|sponsored|donat\w+|patreon|merch\w*|rate and review|review(?:s|ing)? on|ad break|next (?:week|month|time)['’]s|(?:talks?|evening|show|programme|guest) next (?:week|month|time)|coverage backlog|mixing (?:it )?up)\b/i;

/** The same in the words of those who say it. */
const spokenShow =
  /\b(?:hi listeners|hello and welcome|welcome (?:back )?to|our survey|listener survey|newsletter|mailing list|sponsor\w*|patreon|donat\w+|ad break|leave (?:us )?a review|hit subscribe|see you next|dear listeners|listeners|unsubscribe|subscrib\w+|our episodes|episodes|this show|the show|the podcast|without further ado|my guest today|today's (?:guest|interview)|thanks (?:so much|a lot|for (?:coming|having|listening))|thank you (?:so much )?for (?:having|coming|letting)|science fiction|sci-fi|greet|favou?rite piece|books|novel|cv|visas?|remote(?:ly)?|in the office|apply|applications?|careers|interview process|submit)\b/i;

const smallTalk =
  /^(?:(?:[\p{L}']+ ){0,6})?(?:thanks?(?: (?:you|so|a lot|very|much|again|for)\b)|it's (?:really )?great to be here|hello and welcome|welcome (?:back )?to|best of luck|good luck|see you|bye\b)/iu;

/** Words of a card that speak of the programme, its makers and its listeners. */
export function aboutTheShow(claim: string): string | undefined {
  return show.exec(claim.replaceAll(asking, ' ').replaceAll(otherSense, ' '))?.[0];
}

/** A listener whose question is the matter. */
const asking =
  /\b(?:an?|one|another|some|the|several) (?:\p{L}+ )?listeners?(?:['’]s?)?(?= (?:ask|want|wonder|worr|object|fear|doubt|question|objection|argu|suggest|propos|put|raise|complain))/giu;
/** "Thanks to", "novel situations". */
const otherSense =
  /\b[Tt]hanks to\b|\bnovel(?= (?!by\b|that\b|about\b|called\b|of\b|in\b|which\b)\p{Ll})/gu;

/** A short paragraph of greetings or thanks and nothing else. */
export function isSmallTalk(text: string): boolean {
  return text.length < 100 && smallTalk.test(text);
}

/** Characters around an anchor that belong to its moment of a conversation. */
const reach = 350;

/** Whether the talk around a place is about the programme, books for pleasure, or how to apply. */
export function talksAboutTheShow(
  { passage, offset, index }: PassagePlace,
  { source, speakers }: ReadDocument,
): boolean {
  if (speakers.length < 2 || source.kind === 'web-capture') return false;
  const here = passage.text.slice(Math.max(0, offset - reach), offset + reach);
  if (spokenShow.test(here)) return true;
  const around = [index - 2, index - 1, index + 1, index + 2].flatMap(
    (at) => source.passages[at]?.text.slice(0, reach) ?? [],
  );
  return around.some((text) => spokenShow.test(text));
}
