import { draftByRules, rules } from '../src/generate/index.ts';
import { parseMarkdown } from '../src/markdown/parse.ts';
import type { Source } from '../src/model/source.ts';
import { readSource } from '../src/sources/index.ts';
import { createSourceLines } from '../src/app/generate/sources.ts';
import { type Benchmark, type Figure, medianTime } from './measure.ts';

const runs = 5;
const megabyte = 1_000_000;

/** One chapter with every pattern that the rules know, and prose between; no two are the same. */
function chapter(number: number): string {
  const name = `subject ${number}`;
  return `# Chapter on ${name}

A *term ${number}* is a kind of thing that has many uses. ${`Plain prose on ${name} follows, with a [link](page.md) and *stress*. `.repeat(12)}

## Questions about ${name}

### Why does ${name} matter to its reader?

Because reason ${number} makes it matter more than others do.[^${number}a] ${`It goes on for a while about ${name}. `.repeat(12)}

### What are the two sources of ${name}?

1. **The first source.** It is said of ${name} that it began there.[^${number}a]
2. **The second source.** Others say that ${name} came from elsewhere.

## Words of ${name}

- **word ${number}** — What it means in the matter of ${name}.
- **other word ${number}** — What the other one means.

- **Claim.** What ${name} claims is true.
- **Because.** The evidence for ${name} is strong.
- **Objection.** Some say that ${name} proves little.
- **Response.** More of ${name} was found since.

[^${number}a]: [Original](ORIGINALS.md#original) "words of ${name} in it"

`;
}

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
