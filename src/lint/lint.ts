import type { Source } from '../model/source.ts';
import type { LintCard } from './card.ts';
import { type Finding, ruleIds } from './finding.ts';
import { type Glossary, TermFinder } from './glossary.ts';
import { NearCards, type WordCounts } from './near-cards.ts';
import { type ReadCard, readCard } from './read-card.ts';
import { type ReadDocument, readDocument, readGround } from './read-ground.ts';
import { remembered } from './remembered.ts';
import type { LintContext } from './rule.ts';
import { rules } from './rules/index.ts';

export interface LintOptions {
  /** Cards that stand already; each of `cards` is compared with them and with the sound ones before it. */
  readonly mates?: Iterable<LintCard>;
  /**
   * Cards among which a word is rare or common, where what is said of a card must not depend on its turn;
   * else those that were taken before it.
   */
  readonly among?: Iterable<LintCard>;
  /** Drafts that a person turned down: nothing that says nearly the same is let in. */
  readonly turnedDown?: Iterable<LintCard>;
  /** Terms that a newcomer has to be told before a card uses them. */
  readonly glossary?: Glossary | undefined;
}

/** Looks at one card after the other, each compared with those taken before it. */
export interface Linter {
  /** What the rules say of a card, errors first; the card is not remembered. */
  lint(card: LintCard): readonly Finding[];
  /** From here on others are compared with this card; one of the same name is no other. */
  take(card: LintCard): void;
}

/** A linter that knows the mates; documents that cards share are taken apart once. */
export function createLinter(options: LintOptions = {}): Linter {
  const documentOf = remembered(readDocument);
  const read = lastOne((card: LintCard) => readWith(card, documentOf));
  const { glossary, among } = options;
  const counts = among === undefined ? undefined : wordCounts(among);
  const [mates, turnedDown] = [new NearCards(counts), new NearCards(counts)];
  const terms = glossary === undefined ? undefined : new TermFinder(glossary);
  const context: LintContext = { mates, turnedDown, terms };
  const linter: Linter = {
    lint: (card) => bySeverity([...switchFindings(card), ...ruleFindings(read(card), context)]),
    take: (card) => mates.take(read(card)),
  };
  for (const mate of options.mates ?? []) linter.take(mate);
  for (const each of options.turnedDown ?? []) turnedDown.take(read(each));
  return linter;
}

/** What the rules say of each card, in order; each is compared with the mates and the sound cards before it. */
export function lintCards(
  cards: Iterable<LintCard>,
  options: LintOptions = {},
): (readonly Finding[])[] {
  const linter = createLinter(options);
  return [...cards].map((card) => {
    const findings = linter.lint(card);
    // What is to be rewritten or left out anyway makes no double of a sound card.
    if (findings.every(({ severity }) => severity !== 'error')) linter.take(card);
    return findings;
  });
}

/** Taking a card follows linting it: the last one is kept, and no more, for decks are large. */
function lastOne(read: (card: LintCard) => ReadCard): (card: LintCard) => ReadCard {
  let last: ReadCard | undefined;
  return (card) => {
    if (last?.card !== card) last = read(card);
    return last;
  };
}

function readWith(card: LintCard, documentOf: (source: Source) => ReadDocument): ReadCard {
  const grounds = card.grounds.map((ground) => readGround(ground, documentOf(ground.source)));
  return readCard(card, grounds);
}

function wordCounts(cards: Iterable<LintCard>): WordCounts {
  const counts = new Map<string, number>();
  for (const card of cards)
    for (const stem of readCard(card, []).claim.stems)
      counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return counts;
}

function ruleFindings(card: ReadCard, context: LintContext): Finding[] {
  const off = new Set(card.card.off.map(({ rule }) => rule));
  return rules.flatMap((rule) =>
    off.has(rule.id)
      ? []
      : rule.check(card, context).map((complaint) => Object.assign({ rule: rule.id }, complaint)),
  );
}

/** Switches without a reason, and switches of rules that do not exist. */
function switchFindings({ off }: LintCard): Finding[] {
  return off.flatMap(({ rule, reason }): Finding[] => {
    const base = { rule: 'off', severity: 'warning', words: `off: ${rule}` } as const;
    if (!ruleIds.some((id) => id === rule))
      return [
        {
          ...base,
          message: `there is no rule "${rule}" to switch off`,
          remedy: 'Name a rule from Q01 to Q17.',
        },
      ];
    if (reason.trim() !== '') return [];
    return [
      {
        ...base,
        message: `${rule} is switched off without a reason`,
        remedy: `Say why, after "off: ${rule}".`,
      },
    ];
  });
}

const order = { error: 0, warning: 1, info: 2 } as const;

function bySeverity(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted((a, b) => order[a.severity] - order[b.severity]);
}
