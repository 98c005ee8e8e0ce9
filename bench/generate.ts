import { draftByRules, rules } from '../src/generate/index.ts';
import { parseMarkdown } from '../src/markdown/parse.ts';
import type { Source } from '../src/model/source.ts';
import { readSource } from '../src/sources/index.ts';
import { createSourceLines } from '../src/app/generate/sources.ts';
import { chapter } from './made-documents.ts';
import { type Benchmark, type Figure, medianTime } from './measure.ts';

const runs = 5;
const megabyte = 1_000_000;

function document(): string {
  let text = '';
  for (let number = 0; text.length < megabyte; number += 1) text += chapter(number);
  return text;
}

function figures(): readonly Figure[] {
  const text = document();
  const source: Source = readSource(text, 'bench.md');
  const drafts = draftByRules(source);
  const parse = medianTime(runs, () => parseMarkdown(text));
  const floor = { what: 'remark alone on the same text', value: parse };
  const perMegabyte = (milliseconds: number) => (milliseconds * megabyte) / text.length;
  return [
    {
      name: `all ${rules.length} rules on 1 MB of passages (${drafts.length} drafts)`,
      unit: 'ms',
      value: perMegabyte(medianTime(runs, () => draftByRules(source))),
      promise: { most: 1000 },
      floor,
    },
    {
      name: 'read 1 MB of Markdown and draft from it',
      unit: 'ms',
      value: medianTime(runs, () => draftByRules(readSource(text, 'bench.md'))),
      promise: { most: Math.round(1.5 * parse) },
      floor,
    },
    {
      name: 'choose and check an anchor for each draft',
      unit: 'ms',
      value: medianTime(runs, () => {
        const lines = createSourceLines(source);
        for (const draft of drafts) lines.of(draft, 'decks/bench.md');
      }),
      floor,
    },
  ];
}

/** What it costs to make cards from Markdown, beside parsing it. */
export const generateBenchmark: Benchmark = {
  name: 'generate',
  measure: async () => figures(),
};
