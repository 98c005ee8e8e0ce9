import type { Span } from '../model/problem.ts';
import type { Passage, Source } from '../model/source.ts';
import { isQuestion } from './draft.ts';
import type { ListGroup } from './list-groups.ts';
import { sentencesOf } from './sentence.ts';
import { countWords, isFirstOrSecondPerson, startsWithReference } from './words.ts';

/** What the list is a list of. */
export interface Frame {
  /** Asks for the whole list. */
  readonly question: string;
  /** "the five reasons for …", to say what an item is one of; absent where that is not known. */
  readonly members?: string;
  /** The sentence that introduces it; absent where a heading does. */
  readonly intro?: { readonly passage: Passage; readonly sentence: Span };
}

/** What a heading or a sentence right above a list says of it; undefined where that does not stand alone. */
export function frameOf(source: Source, { before, items }: ListGroup): Frame | undefined {
  if (before?.kind === 'heading' && isQuestion(before.text)) {
    const members = /^(?:what|which) (?:are|were) (the .{3,160})\?$/i.exec(before.text)?.[1];
    return { question: before.text, ...(members === undefined ? {} : { members }) };
  }
  if (before?.kind === 'heading') return labelFrame(before.text, items.length);
  if (before?.kind !== 'paragraph') return undefined;
  const sentence = sentencesOf(before).at(-1);
  if (sentence?.text.endsWith(':') !== true) return undefined;
  const intro = named(sentence.text.slice(0, -1), before.headings.at(-1));
  const frame =
    existentialFrame(intro, items.length) ??
    introFrame(source, intro, items.length) ??
    labelFrame(intro, items.length);
  return frame === undefined ? undefined : { ...frame, intro: { passage: before, sentence } };
}

/** "The project rests on …" below "The Open Hive Project" names the project. */
function named(intro: string, heading: string | undefined): string {
  const noun = /^The (\p{Ll}+) /u.exec(intro)?.[1];
  if (noun === undefined || heading?.toLowerCase().endsWith(` ${noun}`) !== true) return intro;
  return `${/^the /i.test(heading) ? heading : `The ${heading}`}${intro.slice(`The ${noun}`.length)}`;
}

const numbers = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const firstPerson: Readonly<Record<string, string>> = { my: 'my', our: 'our' };

/** "My optimism stems from five sources:" — said in the third person, where it is known by whom. */
function introFrame(source: Source, intro: string, count: number): Frame | undefined {
  const owner = source.author?.split(' ').at(-1);
  const told = intro.replaceAll(/\b(my|our)\b/gi, (word) =>
    owner === undefined || firstPerson[word.toLowerCase()] === undefined ? word : `${owner}'s`,
  );
  if (isFirstOrSecondPerson(told) || startsWithReference(told)) return undefined;
  const number = numbers[count - 2] ?? '';
  const counted = new RegExp(
    `\\b(?:${number}|${count}) (?:[\\p{L}-]+ ){0,3}[\\p{L}-]+s\\b`,
    'iu',
  ).exec(told);
  if (counted === null || countWords(told) > 30) return undefined;
  return { question: `${told}. Which are they?`, members: `the ${counted[0]} (${told})` };
}

/** "There are three reasons to build on a shore" counts them, and says what they are of. */
function existentialFrame(intro: string, count: number): Frame | undefined {
  const found =
    /^There (?<verb>are|were) (?:at least |about )?(?<number>\p{L}+|\d+) (?<what>(?:[\p{L}-]+ ){0,2}[\p{L}-]+s (?:for|of|to|why|against|in|behind|with) .{3,120})$/u.exec(
      intro,
    )?.groups;
  const { verb, number, what } = found ?? {};
  if (verb === undefined || what === undefined || !standsAlone(what)) return undefined;
  if (number !== numbers[count - 2] && number !== String(count)) return undefined;
  return { question: `What ${verb} the ${number} ${what}?`, members: `the ${number} ${what}` };
}

/** Things that lists are of, where nobody counts them: "Advantages of a flat roof", "The reasons for X are". */
const labels =
  'reasons|advantages|disadvantages|benefits|drawbacks|risks|dangers|causes|effects|limits|limitations|problems|objections|arguments|conditions|requirements|principles|goals|steps|stages|differences|consequences|symptoms|uses|functions';
const label = new RegExp(
  String.raw`^(?:The |Some |Main |The main )?(?<what>(?:\p{Ll}+ )?(?:${labels}) (?:for|of|to|why|against|with|behind|between|in) [^:?.!]{3,100}?)(?: (?:are|were|include|included))?(?: (?:the following|these|as follows))?$`,
  'iu',
);

function labelFrame(text: string, count: number): Frame | undefined {
  const what = label.exec(text)?.groups?.['what'];
  const number = numbers[count - 2];
  if (what === undefined || number === undefined || !standsAlone(what)) return undefined;
  const named = what.charAt(0).toLowerCase() + what.slice(1);
  return { question: `What are the ${number} ${named}?`, members: `the ${number} ${named}` };
}

function standsAlone(what: string): boolean {
  return (
    !isFirstOrSecondPerson(what) &&
    !/\b(?:this|that|these|those|it|its|they|them|their|such|he|she|his|her)\b/i.test(what)
  );
}
