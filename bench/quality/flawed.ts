import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { LintGrounds } from '../../src/app/check/lint-grounds.ts';
import type { Ground, LintCard } from '../../src/lint/card.ts';
import type { Finding } from '../../src/lint/finding.ts';
import { lintCards } from '../../src/lint/lint.ts';
import type { Source } from '../../src/model/source.ts';
import { readSource } from '../../src/sources/index.ts';

/** A card with a known flaw, or none, as in `flawed-cards-dev.json`. */
interface LabelledCard {
  readonly id: string;
  readonly label: string;
  readonly also: readonly string[];
  readonly type: string;
  readonly question: string;
  readonly answer: string;
  readonly source: string;
  readonly anchor: string | null;
}

interface LabelledCards {
  readonly cards: readonly LabelledCard[];
  /** Terms that no card may use without their being introduced. */
  readonly glossary?: readonly string[];
}

/** Which rules name a flaw. */
export const fittingRules: Readonly<Record<string, readonly string[]>> = {
  ungrounded: ['Q01', 'Q02'],
  'answer-leak': ['Q07'],
  'pronoun-orphan': ['Q04'],
  'two-facts': ['Q05'],
  'yes-no': ['Q06'],
  'enumeration-too-long': ['Q09'],
  'answer-too-long': ['Q08'],
  'no-context': ['Q04', 'Q11'],
  duplicate: ['Q12'],
  'wrong-attribution': ['Q03'],
  'broken-cloze': ['Q10'],
  'chit-chat': ['Q13'],
  boilerplate: ['Q13'],
  'contradicts-source': ['Q02', 'Q01'],
  trivial: ['Q14', 'Q07'],
  vague: ['Q11', 'Q04'],
  unreadable: ['Q15'],
  'wrong-kind': ['Q16'],
  'undefined-term': ['Q17'],
};

export interface Verdict {
  readonly card: LabelledCard;
  readonly findings: readonly Finding[];
  /** A fitting rule named the flaw; as an error, or as a warning too. */
  readonly caught: 'error' | 'warning' | undefined;
}

/** Lints the cards of a file of labelled cards, whose sources lie beside it or in a folder. */
export function judgeCards(file: string, seeds: string): Verdict[] {
  const { cards, glossary = [] } = JSON.parse(readFileSync(file, 'utf8')) as LabelledCards;
  const sources = new Map<string, Source>();
  const grounds = new LintGrounds();
  const findings = lintCards(
    cards.map((card) => {
      const source =
        sources.get(card.source) ??
        readSource(readFileSync(documentPath(file, seeds, card.source), 'utf8'), card.source);
      sources.set(card.source, source);
      return lintable(card, groundOf(grounds, source, card.anchor ?? undefined));
    }),
    { glossary: { terms: glossary.map((name) => ({ name })), chapters: [] } },
  );
  return cards.map((card, index) => verdict(card, findings[index] ?? []));
}

function documentPath(file: string, seeds: string, name: string): string {
  const beside = path.join(path.dirname(file), name);
  return existsSync(beside) ? beside : path.join(seeds, name);
}

/** Anchors of such files are copied from anywhere: the middle of a word, or words that occur twice. */
function groundOf(grounds: LintGrounds, source: Source, anchor: string | undefined): Ground {
  const ground = grounds.at(source, anchor) ?? { source };
  const start = anchor === undefined ? -1 : source.text.indexOf(anchor);
  if (ground.place !== undefined || anchor === undefined || start === -1) return ground;
  return { ...ground, place: { start, end: start + anchor.length } };
}

function lintable(card: LabelledCard, ground: Ground): LintCard {
  const { type, question, answer } = card;
  const content =
    type === 'cloze'
      ? ({ kind: 'cloze', text: question } as const)
      : ({ kind: 'basic', question, answer } as const);
  return {
    content,
    note: '',
    tags: [],
    deck: '',
    topics: [],
    off: [],
    grounds: [ground],
    name: card.id,
  };
}

function verdict(card: LabelledCard, findings: readonly Finding[]): Verdict {
  const fitting = findings.filter(({ rule }) => fittingRules[card.label]?.includes(rule));
  const severities = new Set(fitting.map(({ severity }) => severity));
  const caught = severities.has('error')
    ? 'error'
    : severities.has('warning')
      ? 'warning'
      : undefined;
  return { card, findings, caught };
}

export interface Summary {
  readonly cards: number;
  readonly flawed: number;
  readonly caught: number;
  readonly caughtAsErrors: number;
  /** Good cards that got an error. */
  readonly falseAlarms: readonly string[];
  /** Good cards that got a warning and no error. */
  readonly warnedGood: readonly string[];
  readonly missed: readonly string[];
  readonly byFlaw: Readonly<Record<string, { readonly cards: number; readonly caught: number }>>;
}

/** Recall per flaw, and what good cards were blamed for. */
export function summarise(verdicts: readonly Verdict[]): Summary {
  const good = verdicts.filter(({ card }) => card.label === 'good');
  const flawed = verdicts.filter(({ card }) => card.label !== 'good');
  const has =
    (severity: string) =>
    ({ findings }: Verdict) =>
      findings.some((finding) => finding.severity === severity);
  const ids = (list: readonly Verdict[]) => list.map(({ card }) => card.id);
  const groups = Map.groupBy(flawed, ({ card }) => card.label);
  return {
    cards: verdicts.length,
    flawed: flawed.length,
    caught: flawed.filter(({ caught }) => caught !== undefined).length,
    caughtAsErrors: flawed.filter(({ caught }) => caught === 'error').length,
    falseAlarms: ids(good.filter(has('error'))),
    warnedGood: ids(good.filter((each) => has('warning')(each) && !has('error')(each))),
    missed: ids(flawed.filter(({ caught }) => caught === undefined)),
    byFlaw: Object.fromEntries(
      [...groups].map(([label, list]) => [
        label,
        { cards: list.length, caught: list.filter(({ caught }) => caught !== undefined).length },
      ]),
    ),
  };
}

function print(verdicts: readonly Verdict[], summary: Summary, verbose: boolean): void {
  for (const { card, findings, caught } of verdicts) {
    const blamed = card.label === 'good' && findings.some(({ severity }) => severity !== 'info');
    const missed = card.label !== 'good' && caught === undefined;
    if (!verbose && !blamed && !missed) continue;
    console.log(
      `${card.id} ${card.label}${missed ? ' MISSED' : ''}: ${card.question} – ${card.answer}`,
    );
    for (const { rule, severity, message } of findings)
      console.log(`    ${rule} ${severity}: ${message}`);
  }
  for (const [label, { cards, caught }] of Object.entries(summary.byFlaw))
    console.log(`${label.padEnd(24)} ${caught} of ${cards}`);
  const { flawed, caught, caughtAsErrors, cards, falseAlarms, warnedGood } = summary;
  console.log(
    `caught ${caught} of ${flawed} flawed cards, ${caughtAsErrors} of them with an error`,
  );
  console.log(
    `good cards with an error: ${falseAlarms.length} of ${cards - flawed}, with a warning: ${warnedGood.length}`,
  );
}

function main(args: readonly string[]): void {
  const [file, seeds = path.resolve(import.meta.dirname, '../../../shared/seeds')] = args.filter(
    (arg) => !arg.startsWith('--'),
  );
  if (file === undefined) {
    console.error('Use: node bench/quality/flawed.ts FILE.json [SEEDS] [--json] [--verbose]');
    process.exitCode = 2;
    return;
  }
  const verdicts = judgeCards(file, seeds);
  const summary = summarise(verdicts);
  if (args.includes('--json')) console.log(JSON.stringify({ ...summary, verdicts }, null, 2));
  else print(verdicts, summary, args.includes('--verbose'));
}

if (import.meta.main) main(process.argv.slice(2));
