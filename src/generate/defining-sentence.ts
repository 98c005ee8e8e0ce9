import type { CardDraft } from '../model/draft.ts';
import type { Span } from '../model/problem.ts';
import type { Passage, Source } from '../model/source.ts';
import { cardMarkdown } from './card-markdown.ts';
import { draftFrom } from './draft.ts';
import type { Rule } from './rule.ts';
import { type Sentence, sentencesOf } from './sentence.ts';
import {
  countWords,
  isFirstOrSecondPerson,
  mentionsDocument,
  startsWithReference,
} from './words.ts';

/** `An *X* is a …`, `X refers to …`, `… is called an *X*`: a term and what it means. */
export const definingSentence: Rule = {
  id: 'defining-sentence',
  draft: (source) =>
    source.passages.flatMap((passage) => {
      if (passage.kind !== 'paragraph' || passage.region !== 'body') return [];
      return sentencesOf(passage).flatMap((sentence) => draftsOf(source, passage, sentence));
    }),
};

interface Definition {
  readonly term: string;
  /** Offsets in the passage's text. */
  readonly meaning: Span;
}

/** Longer sentences define nothing that fits on a card, and are not searched. */
const longestSentence = 400;

function draftsOf(source: Source, passage: Passage, sentence: Sentence): CardDraft[] {
  if (sentence.text.length > longestSentence) return [];
  return clausesOf(sentence).flatMap((clause) => {
    const found = toColon(passage, definesFirst(passage, clause) ?? definesLast(passage, clause));
    if (found === undefined || !isWorthwhile(passage, found)) return [];
    const { term, meaning } = found;
    return draftFrom(source, passage, {
      rule: definingSentence.id,
      slot: 'term',
      role: 'definition',
      content: {
        kind: 'term',
        term: cardMarkdown({ text: term, marks: [] }, { start: 0, end: term.length }),
        definition: asSentence(cardMarkdown(passage, meaning)),
      },
      from: { start: clause.start, end: sentence.end },
      score: 0.75,
    });
  });
}

function clausesOf(sentence: Sentence): Sentence[] {
  const clauses: Sentence[] = [];
  let start = sentence.start;
  for (const part of sentence.text.split('; ')) {
    const text = part.replace(/[.!;]+$/, '');
    clauses.push({ start, end: start + text.length, text });
    start += part.length + 2;
  }
  return clauses;
}

const article = '(?:an? |the |an? so-called )?';
const openTerm =
  /^(?:an? |the )?(?:(?:term|word|phrase|expression) )?["“‘']?(?<term>[\p{L}\p{N}][^,.;:()]{1,60}?)(?<aside>, [^,]{2,60},| \([^)]{2,60}\))? (?<verb>is defined as|are defined as|refers to|denotes|means|stands for|is the (?:process|practice|study|art|science|ability|method|technique|problem|idea|field|task|property) (?:of|by|in|that)) /iu;

/** The term comes first: set apart and followed by any "is", or bare and followed by a defining verb. */
function definesFirst(passage: Passage, clause: Sentence): Definition | undefined {
  const apart = setApart(passage, clause).find(({ start }) =>
    new RegExp(`^["“]?${article}["“]?$`, 'i').test(passage.text.slice(clause.start, start)),
  );
  if (apart !== undefined) {
    const rest = passage.text.slice(apart.end, clause.end);
    const verb =
      /^["”]?(?<aside>, [^,]{2,60},| \([^)]{2,60}\))? (?:means?|refers? to|denotes?|stands? for|is defined as|is|are) (?=\S)/.exec(
        rest,
      );
    if (verb === null) return undefined;
    const start = apart.end + verb[0].length;
    if (!startsLikeMeaning(verb[0], passage.text.slice(start, clause.end))) return undefined;
    const term = passage.text.slice(apart.start, apart.end) + asideOf(verb.groups?.['aside']);
    return { term, meaning: { start, end: clause.end } };
  }
  const open = openTerm.exec(clause.text);
  const term = open?.groups?.['term'];
  if (open === null || term === undefined || countWords(term) > 5) return undefined;
  const verb = open.groups?.['verb'] ?? '';
  const bare = term.replaceAll(/^["“‘']|["”’']$/g, '');
  const keepsNoun = verb.startsWith('is the');
  const start = clause.start + open[0].length - (keepsNoun ? verb.length - 'is '.length + 1 : 0);
  return { term: bare + asideOf(open.groups?.['aside']), meaning: { start, end: clause.end } };
}

function asideOf(aside: string | undefined): string {
  if (aside === undefined) return '';
  return ` (${aside.replaceAll(/^[ ,(]+|[ ,)]+$/g, '')})`;
}

/** What follows a colon explains the meaning, and is no part of it. */
function toColon(passage: Passage, found: Definition | undefined): Definition | undefined {
  if (found === undefined) return undefined;
  const { start, end } = found.meaning;
  const colon = passage.text.slice(start, end).indexOf(': ');
  return colon === -1 ? found : { term: found.term, meaning: { start, end: start + colon } };
}

/** After a bare "is", only a noun phrase or what someone does says what a thing is. */
function startsLikeMeaning(verb: string, rest: string): boolean {
  if (!/ (?:is|are) $/.test(verb)) return true;
  return /^(?:an? |the |any |one |what |when |where |how |not |\p{L}+ing\b|\p{L}+ (?:that|which|who|of|by|for)\b|(?:\p{L}+ ){1,3}\p{L}+$)/iu.test(
    rest,
  );
}

const calledVerb =
  /^(?<what>.{4,200}?) (?:is|are) (?:called|known as|termed|referred to as|nicknamed) (?:an? |the )?["“]?$/i;

/** `A system that … is called an *X*.` */
function definesLast(passage: Passage, clause: Sentence): Definition | undefined {
  for (const mark of setApart(passage, clause)) {
    const before = passage.text.slice(clause.start, mark.start);
    const what = calledVerb.exec(before)?.groups?.['what'];
    const after = passage.text.slice(mark.end, clause.end);
    if (what === undefined || !/^["”]?$/.test(after)) continue;
    const meaning = { start: clause.start, end: clause.start + what.length };
    return { term: passage.text.slice(mark.start, mark.end), meaning };
  }
  return undefined;
}

/** Terms in emphasis or in quotation marks, as offsets in the passage's text. */
function setApart(passage: Passage, clause: Sentence): Span[] {
  const marked = passage.marks.filter(
    (mark) =>
      (mark.kind === 'emphasis' || mark.kind === 'strong') &&
      mark.start >= clause.start &&
      mark.end <= clause.end,
  );
  const quoted = [...clause.text.matchAll(/["“]([^"“”]{2,60})["”]/g)].map(({ index, 1: inner }) => {
    const start = clause.start + index + 1;
    return { start, end: start + (inner?.length ?? 0) };
  });
  return [...marked, ...quoted].filter(
    ({ start, end }) => countWords(passage.text.slice(start, end)) <= 6,
  );
}

/** A term begins with a name, not with what leads up to one. */
const leadsUp = /^(?:in|on|at|for|by|with|from|as|if|when|what|another|one|each|every|no|some)\b/i;

function isWorthwhile(passage: Passage, { term, meaning }: Definition): boolean {
  const text = passage.text.slice(meaning.start, meaning.end);
  const words = countWords(text);
  if (words < 3 || words > 40 || leadsUp.test(term)) return false;
  if (startsWithReference(text) || startsWithReference(term)) return false;
  if (/\b(?:which|that|where) (?:they|it|he|she)\b/i.test(text)) return false;
  if (isFirstOrSecondPerson(text) || mentionsDocument(text)) return false;
  return !text.toLowerCase().includes(term.toLowerCase());
}

function asSentence(text: string): string {
  const stop = /[.!?]["”’)]*$/.test(text) ? '' : '.';
  return text.charAt(0).toUpperCase() + text.slice(1) + stop;
}
