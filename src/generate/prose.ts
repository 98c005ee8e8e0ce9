import type { Passage, Source } from '../model/source.ts';
import { isQuestion } from './draft.ts';

/** A sentence to ask about, and how a question names whose it is. */
export interface ProseSentence {
  readonly passage: Passage;
  readonly text: string;
  /** Offsets in the passage's text. */
  readonly start: number;
  readonly end: number;
  /** Behind a question: `, according to Ada Worker`. */
  readonly credit: string;
  /** The sentence before it in the same passage; empty at its start. */
  readonly before: string;
}

/** A document with this many questions asks for itself. */
const askedEnough = 3;

/** Whether a document has its own questions, as a chapter written for cards has: nothing else is asked of it. */
export function asksItself(source: Source): boolean {
  const known = asking.get(source);
  if (known !== undefined) return known;
  const questions = source.passages.filter(
    ({ kind, text }) => kind === 'heading' && isQuestion(text),
  );
  const asks = questions.length >= askedEnough;
  asking.set(source, asks);
  return asks;
}

/** Rules ask again for each passage. */
const asking = new WeakMap<Source, boolean>();

/** Longer sentences are not taken apart. */
const longest = 400;

/** The sentences of a document's prose, with whom they belong to; none of a document that asks for itself. */
export function proseSentences(
  source: Source,
  sentencesOf: (passage: Passage) => readonly { text: string; start: number; end: number }[],
): ProseSentence[] {
  if (source.kind === 'quote-list' || asksItself(source)) return [];
  const found: ProseSentence[] = [];
  for (const passage of source.passages) {
    if (passage.region !== 'body' || passage.readBy !== undefined) continue;
    if (passage.kind !== 'paragraph' && passage.kind !== 'item') continue;
    let before = '';
    for (const { text, start, end } of sentencesOf(passage)) {
      if (text.length <= longest && /[.!]["”’)]*$/.test(text)) {
        const inner = reported(text);
        const from = start + text.length - inner.text.length;
        found.push({
          passage,
          text: inner.text,
          start: from,
          end,
          before,
          credit: creditOf(source, passage, inner, before),
        });
      }
      before = text;
    }
  }
  return found;
}

const name = String.raw`\p{Lu}[\p{L}'’-]*\p{L}(?: \p{Lu}[\p{L}'’-]+){0,2}`;
const reporting = new RegExp(
  String.raw`^(?:However, |But |And |Yet |Still, )?(?<who>${name}|He|She|They)(?:[’']s (?:thinking|view|argument|point) is (?:this: |that )| (?:also |later |further )?(?:(?:thinks|thought|argues|argued|believes|believed|noted|notes|said|says|claims|claimed|points out|pointed out|warns|warned|explains|explained|was clear|is clear|is convinced|was convinced) that ))(?=\S)`,
  'u',
);

/** "Leike noted that …" says whose the rest is. */
function reported(text: string): { readonly text: string; readonly who: string | undefined } {
  const found = reporting.exec(text);
  const who = found?.groups?.['who'];
  if (
    found === null ||
    who === undefined ||
    /^(?:The|This|It|In|At|On|For|That|These|Those|There)\b/.test(who)
  )
    return { text, who: undefined };
  const rest = text.slice(found[0].length);
  return { text: rest, who };
}

function creditOf(
  { author, title, text }: Source,
  { speaker }: Passage,
  sentence: { readonly text: string; readonly who: string | undefined },
  before: string,
): string {
  const { who } = sentence;
  const isPronoun = who !== undefined && /^(?:He|She|They)$/.test(who);
  // What stands in quotation marks, or what "he" says, is the last person's who said something.
  const earlier = isPronoun || sentence.text.includes('“') ? lastReporter(before) : undefined;
  const named = who !== undefined && !isPronoun ? who : earlier;
  if (named !== undefined) return `, according to ${fullName(named, text)}`;
  return `, according to ${speaker ?? author ?? `the text “${shortTitle(title)}”`}`;
}

const longestTitle = 8;
/** A cut title does not end in a word that wants another. */
const trailing = /(?: to \p{Ll}+| (?:to|of|for|in|on|the|an?|and|or|with|by|from|at))+$/u;

/** A title as one would say it: without the number of an episode, and not longer than a breath. */
function shortTitle(title: string): string {
  const words = title.replace(/^#\d+\s*[–—:-]\s*/, '').split(' ');
  return words.length <= longestTitle + 2
    ? words.join(' ')
    : `${words.slice(0, longestTitle).join(' ').replace(trailing, '')} …`;
}

function lastReporter(before: string): string | undefined {
  const found = before.matchAll(
    new RegExp(
      String.raw`(?:^|[ ,])(${name})(?=[’']s | (?:\p{Ll}+ly )?(?:expressed|argued|argues|thinks|thought|said|says|was|is|believes|noted)(?!\p{L}))`,
      'gu',
    ),
  );
  return [...found].at(-1)?.[1];
}

/** "Leike" as "Jan Leike", where the document says so before. */
function fullName(part: string, text: string): string {
  if (part.includes(' ')) return part;
  const whole = new RegExp(
    String.raw`(?<![\p{L}] )(?:\p{Lu}\p{Ll}+ ${part}|${part} \p{Lu}\p{Ll}+)(?![\p{L}])`,
    'u',
  ).exec(text.slice(0, 20_000))?.[0];
  return whole ?? part;
}

/** Text that reads inside a question. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
