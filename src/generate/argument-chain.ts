import type { Role } from '../model/card.ts';
import type { CardDraft } from '../model/draft.ts';
import type { Source } from '../model/source.ts';
import { cardMarkdown } from './card-markdown.ts';
import { draftFrom } from './draft.ts';
import { type ItemPassage, listGroups, nameOf } from './list-groups.ts';
import type { Rule } from './rule.ts';
import { sentencesOf } from './sentence.ts';
import { sayingFor } from './words.ts';

/** A list whose items are called Claim, Because, Objection, Response: one card a step. */
export const argumentChain: Rule = {
  id: 'argument-chain',
  draft: (source) => {
    const saying = sayingFor(source);
    return listGroups(source).flatMap(({ items }) => chain(source, items, saying));
  },
};

type Step = 'claim' | 'because' | 'objection' | 'response';

const labels: Readonly<Record<string, Step>> = {
  claim: 'claim',
  thesis: 'claim',
  because: 'because',
  reason: 'because',
  objection: 'objection',
  'counter-argument': 'objection',
  counterargument: 'objection',
  response: 'response',
  answer: 'response',
  reply: 'response',
};

interface Said {
  readonly step: Step;
  readonly item: ItemPassage;
  /** The first sentence behind the label, in the item's text. */
  readonly start: number;
  readonly end: number;
}

/** `that bees dance`, or the words themselves. */
type Saying = (clause: string) => string;

function chain(source: Source, items: readonly ItemPassage[], saying: Saying): CardDraft[] {
  const drafts: CardDraft[] = [];
  let claim: Stand | undefined;
  let objection: Stand | undefined;
  for (const said of items.map(readStep)) {
    if (said === undefined) continue;
    const text = said.item.text.slice(said.start, said.end);
    const about = said.step === 'response' ? objection : claim;
    if (said.step === 'claim') claim = standOf(text, saying);
    else if (about !== undefined) drafts.push(draftStep(source, said, about));
    if (said.step === 'objection') objection = standOf(text, saying);
  }
  return drafts;
}

function readStep(item: ItemPassage): Said | undefined {
  const name = nameOf(item);
  const step = name === undefined ? undefined : labels[name.name.toLowerCase()];
  if (name === undefined || step === undefined) return undefined;
  const sentence = sentencesOf(item).find(({ end }) => end > name.explanation + 1);
  if (sentence === undefined) return undefined;
  return { step, item, start: Math.max(sentence.start, name.explanation), end: sentence.end };
}

/** What a step maintains, as it follows a noun, and whose it is where the sentence ends with that. */
interface Stand {
  readonly said: string;
  readonly holder?: string;
  readonly year?: string;
}

const held =
  /, as (?<holder>\p{Lu}\S*(?: \p{Lu}\S*){0,3}) (?:argue|claim|hold|maintain|object|say|warn)(?:s|ed)?(?: in (?<year>\d{4}))?$/u;

/** Its holder must stand before the claim in a question: at its end he would seem to hold the objection. */
function standOf(sentence: string, saying: Saying): Stand {
  const clause = sentence.replace(/[.!]$/, '');
  const match = held.exec(clause);
  return match === null
    ? { said: saying(clause) }
    : { said: saying(clause.slice(0, match.index)), ...match.groups };
}

function named(what: 'claim' | 'objection', { said, holder, year }: Stand): string {
  if (holder === undefined) return `the ${what} ${said}`;
  return `${holder}'s ${what}${year === undefined ? '' : ` of ${year}`} ${said}`;
}

const questions: Readonly<Record<Exclude<Step, 'claim'>, (about: Stand) => string>> = {
  because: (claim) => `What speaks for ${named('claim', claim)}?`,
  objection: (claim) => `What is the objection to ${named('claim', claim)}?`,
  response: (objection) => `What is the response to ${named('objection', objection)}?`,
};

const roles: Readonly<Record<Exclude<Step, 'claim'>, Role>> = {
  because: 'argument',
  objection: 'objection',
  response: 'objection',
};

function draftStep(source: Source, { step, item, start, end }: Said, about: Stand): CardDraft {
  const kind = step === 'claim' ? 'because' : step;
  return draftFrom(source, item, {
    rule: argumentChain.id,
    slot: kind,
    role: roles[kind],
    content: {
      kind: 'basic',
      question: questions[kind](about),
      answer: cardMarkdown(item, { start, end }),
    },
    from: { start, end },
    score: 0.85,
  });
}
