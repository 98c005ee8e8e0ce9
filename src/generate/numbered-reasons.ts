import type { CardDraft } from '../model/draft.ts';
import type { Span } from '../model/problem.ts';
import type { Passage, Source } from '../model/source.ts';
import { cardMarkdown } from './card-markdown.ts';
import { draftFrom, isQuestion, originalsOf } from './draft.ts';
import {
  type ItemPassage,
  type ListGroup,
  listGroups,
  type NamedItem,
  nameOf,
} from './list-groups.ts';
import { asksItself } from './prose.ts';
import { roleOf } from './question-heading.ts';
import type { Rule } from './rule.ts';
import { sentencesOf } from './sentence.ts';
import { countWords, isFirstOrSecondPerson, startsWithReference } from './words.ts';

/** More than this is recited, not remembered. */
const mostItems = 5;

/**
 * A list of named things below a question or a sentence that counts them: one card asks for the names
 * in their order, and one for each says what is meant by it.
 */
export const numberedReasons: Rule = {
  id: 'numbered-reasons',
  draft: (source) =>
    listGroups(source).flatMap((group) => {
      const frame = frameOf(source, group);
      const named = group.items.map((item) => ({ item, name: nameOf(item) }));
      if (frame === undefined || named.length < 2) return [];
      if (!named.every(hasName)) return sentenceSet(source, group, frame);
      const names = named.map(({ item, name }) =>
        cardMarkdown({ text: item.text, marks: [] }, { start: 0, end: name.name.length }),
      );
      const set = setDraft(source, frame, group.items, names);
      const whys = named.map((each) => whyDraft(source, frame, each));
      return [set, ...whys].filter((draft) => draft !== undefined);
    }),
};

interface Named {
  readonly item: ItemPassage;
  readonly name: NamedItem;
}

function hasName(each: { item: ItemPassage; name: NamedItem | undefined }): each is Named {
  return each.name !== undefined;
}

/** What the list is a list of. */
interface Frame {
  /** Asks for the whole list. */
  readonly question: string;
  /** "the five reasons for …", to say what an item is one of; absent where that is not known. */
  readonly members?: string;
  /** The sentence that introduces it; absent where a heading does. */
  readonly intro?: { readonly passage: Passage; readonly sentence: Span };
}

function frameOf(source: Source, { before, items }: ListGroup): Frame | undefined {
  if (before?.kind === 'heading' && isQuestion(before.text)) {
    const members = /^(?:what|which) (?:are|were) (the .{3,160})\?$/i.exec(before.text)?.[1];
    return { question: before.text, ...(members === undefined ? {} : { members }) };
  }
  if (before?.kind !== 'paragraph') return undefined;
  const sentence = sentencesOf(before).at(-1);
  if (sentence?.text.endsWith(':') !== true) return undefined;
  const intro = named(sentence.text.slice(0, -1), before.headings.at(-1));
  const frame = introFrame(source, intro, items.length);
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

/** Rests on the sentence that counts the items, else on the first of them; names every item's originals. */
function setDraft(
  source: Source,
  frame: Frame,
  items: readonly ItemPassage[],
  names: readonly string[],
): CardDraft | undefined {
  const passage = frame.intro?.passage ?? items[0];
  if (items.length > mostItems || passage === undefined) return undefined;
  const draft = draftFrom(source, passage, {
    rule: numberedReasons.id,
    slot: 'set',
    role: roleOf({ text: frame.question }) === 'reason' ? 'reason' : 'argument',
    content: { kind: 'list', question: frame.question, items: names },
    from: frame.intro?.sentence ?? { start: 0, end: passage.text.length },
    score: 0.85,
  });
  const originals = items.flatMap((item) =>
    originalsOf(item, { start: -1, end: item.text.length }),
  );
  const first = Map.groupBy([...draft.sources, ...originals], ({ target }) => target);
  return { ...draft, sources: [...first.values()].flatMap((same) => same.slice(0, 1)) };
}

/** Short items without names make the set alone. */
function sentenceSet(source: Source, { items }: ListGroup, frame: Frame): CardDraft[] {
  const short = items.every(({ text }) => countWords(text) <= 12 && !isQuestion(text));
  const names = items.map((item) => cardMarkdown(item, { start: 0, end: item.text.length }));
  const draft = short ? setDraft(source, frame, items, names) : undefined;
  return draft === undefined ? [] : [draft];
}

/** What one item says; a term with a dash is left to the rule for definitions. */
function whyDraft(source: Source, frame: Frame, { item, name }: Named): CardDraft | undefined {
  if (name.form === 'dash' || frame.members === undefined) return undefined;
  const said = sentencesOf(item).find((sentence) => sentence.end > name.explanation + 1);
  if (said === undefined) return undefined;
  const from = { start: Math.max(said.start, name.explanation), end: said.end };
  if (countWords(item.text.slice(from.start, from.end)) < 4) return undefined;
  // In a document that was not written for cards the first sentence may only lead up to the point.
  const whole = { start: from.start, end: item.text.length };
  const isShort = !asksItself(source) && countWords(item.text.slice(whole.start)) <= 30;
  return draftFrom(source, item, {
    rule: numberedReasons.id,
    slot: 'why',
    role: 'reason',
    content: {
      kind: 'basic',
      question: `What is meant by “${name.name}”, one of ${frame.members}?`,
      answer: cardMarkdown(item, isShort ? whole : from),
    },
    from,
    score: 0.8,
  });
}
