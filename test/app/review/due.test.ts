import { afterEach, describe, expect, it } from 'vitest';
import { deckRows, dueToday } from '../../../src/app/review/due.ts';
import { TemporaryCollection } from '../temporary-collection.ts';

const dayMs = 86_400_000;

let tenet: TemporaryCollection;

afterEach(() => tenet.dispose());

function deck(title: string, cards: number): string {
  const texts = Array.from({ length: cards }, (_, n) => `Q: ${title} ${n}?\nA: ${title} ${n}\n`);
  return `---\ntitle: ${title}\n---\n${texts.join('\n')}`;
}

describe('what today asks', () => {
  it('counts new cards within the limit of the day, by deck in the order of files', () => {
    tenet = new TemporaryCollection({
      'decks/2.md': deck('Birds', 4),
      'decks/1.md': deck('Trees', 8),
    });
    tenet.index();
    expect(dueToday(tenet.study)).toMatchObject({
      day: 20_777,
      due: 0,
      new: 10,
      decks: [
        { title: 'Trees', due: 0, new: 8 },
        { title: 'Birds', due: 0, new: 2 },
      ],
    });
  });

  it('counts what is due, and again tomorrow what is due then', () => {
    tenet = new TemporaryCollection({ 'decks/1.md': deck('Trees', 3) });
    tenet.index();
    for (const key of tenet.keys()) tenet.answer(key, 4);
    expect(dueToday(tenet.study)).toMatchObject({ due: 0, new: 0, minutes: 0, decks: [] });
    tenet.nowMs += 60 * dayMs;
    const today = dueToday(tenet.study);
    expect(today).toMatchObject({ due: 3, new: 0, decks: [{ title: 'Trees', due: 3, new: 0 }] });
    expect(today.minutes).toBeGreaterThanOrEqual(1);
  });

  it('leaves out sides of cards that are in no deck any more', () => {
    tenet = new TemporaryCollection({
      'decks/1.md': deck('Trees', 2),
      'decks/2.md': deck('Birds', 2),
    });
    tenet.index();
    for (const key of tenet.keys()) tenet.answer(key, 4);
    tenet.remove('decks/1.md');
    tenet.index();
    tenet.nowMs += 60 * dayMs;
    expect(dueToday(tenet.study)).toMatchObject({ due: 2, decks: [{ title: 'Birds', due: 2 }] });
  });

  it('says of every deck how much of it is known, unseen cards counting as none', () => {
    tenet = new TemporaryCollection({
      'decks/1.md': deck('Trees', 2),
      'decks/2.md': deck('Birds', 2),
    });
    tenet.index();
    tenet.answer(tenet.keys()[0] ?? '', 4);
    const [trees, birds] = deckRows(tenet.study, dueToday(tenet.study));
    expect(trees).toMatchObject({ title: 'Trees', due: 0, new: 1 });
    expect(trees?.known).toBeCloseTo(0.5, 2);
    expect(birds).toMatchObject({ title: 'Birds', new: 2, known: 0 });
  });
});
