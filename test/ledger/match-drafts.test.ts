import { describe, expect, it } from 'vitest';
import type { LedgerEntry } from '../../src/ledger/ledger.ts';
import { type DraftFacts, matchDrafts } from '../../src/ledger/match-drafts.ts';
import { draft, entry } from './entries.ts';

/** Ids of the matched entries, in the order of the drafts; null for a draft without one. */
function matched(
  drafts: readonly DraftFacts[],
  entries: readonly LedgerEntry[],
): (string | null)[] {
  const pairs = matchDrafts(drafts, entries);
  return drafts.map((each) => pairs.get(each)?.id ?? null);
}

function at(start: number, sentence: string, asks = sentence) {
  const content = `${asks} ${sentence}`;
  return { span: { start, end: start + sentence.length }, sentence, asks, content };
}

function words(index: number): string {
  return `sentence w${index} x${index} y${index} z${index} about bees`;
}

describe('matchDrafts', () => {
  it('knows a sentence again wherever it stands', () => {
    const entries = [entry('aaaa', at(0, 'Bees dance.')), entry('bbbb', at(50, 'Bees fly.'))];
    expect(matched([draft(at(400, 'Bees fly.')), draft(at(900, 'bees  dance.'))], entries)).toEqual(
      ['bbbb', 'aaaa'],
    );
  });

  it('keeps equal sentences in their order', () => {
    const entries = [entry('bbbb', at(50, 'Yes.')), entry('aaaa', at(0, 'Yes.'))];
    expect(matched([draft(at(10, 'Yes.')), draft(at(60, 'Yes.'))], entries)).toEqual([
      'aaaa',
      'bbbb',
    ]);
  });

  it('prefers the same document to another, and finds what moved to another', () => {
    const here = entry('aaaa', at(0, 'Yes.'));
    const there = entry('bbbb', { ...at(0, 'Yes.'), source: 'docs/old.md' });
    const twice = [draft(at(0, 'Yes.')), draft({ ...at(0, 'Yes.'), source: 'docs/new.md' })];
    expect(matched(twice, [there, here])).toEqual(['aaaa', 'bbbb']);
  });

  it('knows a question again whose answer was rewritten', () => {
    const entries = [entry('aaaa', at(0, 'To show the way.', 'Why do bees dance?'))];
    const rewritten = draft(at(0, 'Dances tell others about food.', 'Why do bees dance?'));
    expect(matched([rewritten], entries)).toEqual(['aaaa']);
  });

  it('finds a reworded sentence in its place, after text was put in front', () => {
    const entries = [
      entry('aaaa', at(0, 'Bees live in hives.')),
      entry('bbbb', at(100, 'The dance of bees shows where food is.')),
    ];
    const drafts = [
      draft(at(5000, 'Bees live in hives.')),
      draft(at(5095, 'A dance shows other bees where there is food.')),
    ];
    expect(matched(drafts, entries)).toEqual(['aaaa', 'bbbb']);
  });

  it('takes what is new in the place of a removed sentence for new', () => {
    const entries = [entry('aaaa', at(100, 'The dance of bees shows where food is.'))];
    expect(matched([draft(at(100, 'Honey keeps for centuries.'))], entries)).toEqual([null]);
  });

  it('finds a like sentence elsewhere only where it is very like', () => {
    const entries = [entry('aaaa', at(0, 'A dance of bees shows the others where food is.'))];
    expect(
      matched([draft(at(9000, 'A dance of bees shows the others where the food is.'))], entries),
    ).toEqual(['aaaa']);
    expect(
      matched([draft(at(9000, 'A dance of cranes shows a mate where to land.'))], entries),
    ).toEqual([null]);
  });

  it('never takes one rule’s or slot’s card for another’s', () => {
    const entries = [entry('aaaa', { ...at(0, 'Bees dance.', 'Who dances?'), slot: 'name' })];
    expect(matched([draft(at(0, 'Bees dance.', 'What do bees do?'))], entries)).toEqual([null]);
  });

  it('knows a text again, and a question, that another rule makes from other marks', () => {
    const known = entry('aaaa', at(0, 'To show the way.', 'Why do bees dance?'));
    const bold = { rule: 'bold-question', span: { start: 900, end: 916 } };
    const text = draft({ ...known, ...bold, sentence: 'Why do they? To show the way.' });
    expect(matched([text], [known])).toEqual(['aaaa']);
    const question = draft({ ...text, content: 'another answer' });
    expect(matched([question], [known])).toEqual(['aaaa']);
    expect(matched([{ ...question, source: 'docs/other.md' }], [known])).toEqual([null]);
    expect(matched([{ ...text, source: 'docs/other.md' }], [known])).toEqual(['aaaa']);
  });

  it('gives the best pairs first where several are like', () => {
    const entries = [
      entry('aaaa', at(0, 'One two three four five six.')),
      entry('bbbb', at(40, 'One two three four five seven.')),
    ];
    const drafts = [
      draft(at(8000, 'One two three four five seven eight.')),
      draft(at(8100, 'One two three four five six nine.')),
    ];
    expect(matched(drafts, entries)).toEqual(['bbbb', 'aaaa']);
  });

  it('matches 5,000 reworded sentences in bounded time', () => {
    const entries = Array.from({ length: 5000 }, (_, index) =>
      entry(`id${index}`, at(index * 50, words(index))),
    );
    const drafts = Array.from({ length: 5000 }, (_, index) =>
      draft(at(900_000 + index * 50, `${words(4999 - index)} today`)),
    );
    const started = process.cpuUsage().user;
    const pairs = matchDrafts(drafts, entries);
    expect(pairs.size).toBe(5000);
    expect((process.cpuUsage().user - started) / 1e6).toBeLessThan(5);
  });
});
