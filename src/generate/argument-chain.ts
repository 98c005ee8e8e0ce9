import type { Role } from '../model/card.ts';
import type { CardDraft } from '../model/draft.ts';
import type { Source } from '../model/source.ts';
import { cardMarkdown } from './card-markdown.ts';
import { draftFrom } from './draft.ts';
import { type ItemPassage, listGroups, nameOf } from './list-groups.ts';
import type { Rule } from './rule.ts';
import { sentencesOf } from './sentence.ts';
import { type Lowering, loweringFor } from './words.ts';

/** A list whose items are called Claim, Because, Objection, Response: one card a step. */
export const argumentChain: Rule = {
  id: 'argument-chain',
  draft: (source) => {
    const lower = loweringFor(source);
    return listGroups(source).flatMap(({ items }) => chain(source, items, lower));
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

function chain(source: Source, items: readonly ItemPassage[], lower: Lowering): CardDraft[] {
  const drafts: CardDraft[] = [];
  let claim: string | undefined;
  let objection: string | undefined;
  for (const said of items.map(readStep)) {
    if (said === undefined) continue;
    const text = said.item.text.slice(said.start, said.end);
    const about = said.step === 'response' ? objection : claim;
    if (said.step === 'claim') claim = clause(lower(text));
    else if (about !== undefined) drafts.push(draftStep(source, said, about));
    if (said.step === 'objection') objection = clause(lower(text));
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

function clause(sentence: string): string {
  return sentence.replace(/[.!]$/, '');
}

const questions: Readonly<Record<Exclude<Step, 'claim'>, (about: string) => string>> = {
  because: (claim) => `What speaks for the claim that ${claim}?`,
  objection: (claim) => `What is the objection to the claim that ${claim}?`,
  response: (objection) => `What is the response to the objection that ${objection}?`,
};

const roles: Readonly<Record<Exclude<Step, 'claim'>, Role>> = {
  because: 'argument',
  objection: 'objection',
  response: 'objection',
};

function draftStep(source: Source, { step, item, start, end }: Said, about: string): CardDraft {
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
