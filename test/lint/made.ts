import type { Ground, LintCard } from '../../src/lint/card.ts';
import type { Finding } from '../../src/lint/finding.ts';
import { lintCards, type LintOptions } from '../../src/lint/lint.ts';
import type { DraftContent } from '../../src/model/draft.ts';
import type { Passage, Source } from '../../src/model/source.ts';

type PassageParts = Partial<Passage> & { readonly text: string };

/** A document whose text is that of its passages, one a line. */
export function source(
  passages: readonly (string | PassageParts)[],
  more: Partial<Source> = {},
): Source {
  let start = 0;
  const made = passages.map((each): Passage => {
    const parts = typeof each === 'string' ? { text: each } : each;
    const span = { start, end: start + parts.text.length };
    const steps = [{ text: 0, document: start }];
    start = span.end + 1;
    const base = { headings: [], fragment: '', region: 'body', marks: [], citations: [] } as const;
    return { kind: 'paragraph', ...base, ...parts, span, steps } as Passage;
  });
  const text = made.map((passage) => passage.text).join('\n');
  return { path: 'bees.md', kind: 'markdown', title: 'Bees', text, passages: made, ...more };
}

/** What an `S:` line with these words leads to. */
export function ground(document: Source, anchor?: string): Ground {
  if (anchor === undefined) return { source: document };
  const start = document.text.indexOf(anchor);
  if (start === -1) return { source: document, anchor };
  return { source: document, anchor, place: { start, end: start + anchor.length } };
}

let count = 0;

export function card(content: DraftContent, more: Partial<LintCard> = {}): LintCard {
  count += 1;
  return {
    content,
    note: '',
    tags: [],
    deck: '',
    topics: [],
    off: [],
    grounds: [],
    name: `card-${count}`,
    ...more,
  };
}

export function basic(question: string, answer: string, more: Partial<LintCard> = {}): LintCard {
  return card({ kind: 'basic', question, answer }, more);
}

export function cloze(text: string, more: Partial<LintCard> = {}): LintCard {
  return card({ kind: 'cloze', text }, more);
}

/** What one rule says of the last of some cards. */
export function findings(
  rule: Finding['rule'],
  cards: LintCard | readonly LintCard[],
  options?: LintOptions,
): readonly Finding[] {
  const all = Array.isArray(cards) ? (cards as readonly LintCard[]) : [cards as LintCard];
  return (lintCards(all, options).at(-1) ?? []).filter((finding) => finding.rule === rule);
}

/** The severities of what one rule says of a card. */
export function severities(
  rule: Finding['rule'],
  cards: LintCard | readonly LintCard[],
  options?: LintOptions,
): readonly string[] {
  return findings(rule, cards, options).map(({ severity }) => severity);
}
