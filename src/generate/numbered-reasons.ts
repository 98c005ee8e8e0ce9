import type { CardDraft } from '../model/draft.ts';
import type { Source } from '../model/source.ts';
import { cardMarkdown } from './card-markdown.ts';
import { draftFrom, isQuestion, originalsOf } from './draft.ts';
import { type Frame, frameOf } from './list-frame.ts';
import {
  type ItemPassage,
  type ListGroup,
  listGroups,
  type NamedItem,
  namesOf,
} from './list-groups.ts';
import { asksItself, capital } from './prose.ts';
import { roleOf } from './question-heading.ts';
import type { Rule } from './rule.ts';
import { sentencesOf } from './sentence.ts';
import { countWords } from './words.ts';

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
      const found = namesOf(group.items);
      const named = group.items.map((item, index) => ({ item, name: found[index] }));
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
      answer: capital(cardMarkdown(item, isShort ? whole : from)),
    },
    from,
    score: 0.8,
  });
}
