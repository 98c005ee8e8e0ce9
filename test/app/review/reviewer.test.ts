import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { replayAll } from '../../../src/app/log/rebuild.ts';
import type { ReviewFilter } from '../../../src/app/review/queue.ts';
import type { Reviewer, ReviewView } from '../../../src/app/review/view.ts';
import { openReviewer } from '../../../src/app/review/reviewer.ts';
import type { CardKey } from '../../../src/model/card.ts';
import type { StudyEvent } from '../../../src/model/event.ts';
import { TenetError } from '../../../src/model/problem.ts';
import type { Grade } from '../../../src/model/schedule.ts';
import { countEvents, eventsInOrder } from '../../../src/store/events.ts';
import { morningMs, TemporaryCollection } from '../temporary-collection.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

const geology = `# Geology

Q: What is the *hardest* mineral?
A: Diamond.
S: [Rocks](../source-docs/rocks.md#minerals) "scratches every other"
<!-- id: hard -->

T: magma
D: molten rock below the surface
<!-- id: magm -->

C: The Earth is about [4.5] billion years old.
<!-- id: aged; type -->
`;

let open: TemporaryCollection[] = [];

afterEach(() => {
  for (const collection of open) collection.dispose();
  open = [];
});

function collectionOf(files: Readonly<Record<string, string>> = { 'decks/geology.md': geology }) {
  const tenet = new TemporaryCollection(files);
  open.push(tenet);
  tenet.index();
  return tenet;
}

function review(tenet: TemporaryCollection, filter?: ReviewFilter): Reviewer {
  const { collection, study } = tenet;
  return openReviewer({ collection, study, ...(filter === undefined ? {} : { filter }) });
}

function give(reviewer: Reviewer, grade: Grade): void {
  reviewer.show();
  reviewer.grade(grade);
}

function keyOf(reviewer: Reviewer): string | null {
  const view = reviewer.view();
  return view.phase === 'question' || view.phase === 'answer' ? view.card.key : null;
}

function cardOn(view: ReviewView) {
  if (view.phase !== 'question' && view.phase !== 'answer')
    throw new Error(`no card: ${view.phase}`);
  return view.card;
}

function answered(view: ReviewView) {
  if (view.phase !== 'answer') throw new Error(`no answer: ${view.phase}`);
  return view;
}

const log = (tenet: TemporaryCollection): readonly StudyEvent[] => [...eventsInOrder(tenet.store)];

/** The cache is what a replay of the log gives. */
function expectReplayed({ study, store }: TemporaryCollection): void {
  const replayed = replayAll(store, study.scheduler).map((standing) => [standing.key, standing]);
  expect(Object.fromEntries(study.standings())).toEqual(Object.fromEntries(replayed));
}

describe('a sitting', () => {
  it('begins with the first new card in the order of the deck', () => {
    const reviewer = review(collectionOf());
    const view = reviewer.view();
    expect(view).toMatchObject({
      phase: 'question',
      canUndo: false,
      notice: null,
      progress: { done: 0, left: 3, again: 0, met: 1 },
      card: { key: 'hard', id: 'hard', deck: 'geology', state: 'new', line: 3, typed: null },
    });
    expect(cardOn(view).face.question).toBe('What is the *hardest* mineral?');
  });

  it('gives the same view until something changes, and tells who listens', () => {
    const reviewer = review(collectionOf());
    let told = 0;
    const stop = reviewer.subscribe(() => {
      told += 1;
    });
    const first = reviewer.view();
    expect(reviewer.view()).toBe(first);
    reviewer.grade(3);
    reviewer.tick();
    expect(reviewer.view()).toBe(first);
    reviewer.show();
    expect(reviewer.view()).not.toBe(first);
    expect(told).toBe(1);
    stop();
    reviewer.grade(3);
    expect(told).toBe(1);
  });

  it('says in the log what it had seen of a card that another tenet answered meanwhile', () => {
    const tenet = collectionOf();
    const [one, other] = [review(tenet), review(tenet)];
    one.show();
    give(other, 4);
    one.grade(3);
    expect(log(tenet).map(({ card, after }) => [card, after])).toEqual([
      ['hard', null],
      ['hard', null],
    ]);
    expectReplayed(tenet);
  });

  it('shows with the answer when each grade would bring the card back', () => {
    const tenet = collectionOf();
    const reviewer = review(tenet);
    reviewer.show();
    const view = reviewer.view();
    expect(view.phase === 'answer' && view.choices.map(({ inSeconds }) => inSeconds)).toEqual([
      60,
      330,
      600,
      expect.any(Number),
    ]);
    const easy = view.phase === 'answer' ? view.choices[3] : undefined;
    reviewer.grade(4);
    expect(tenet.study.standing('hard' as CardKey).schedule.due).toEqual(easy?.due);
  });

  it('writes an answer with its time before it shows the next card', () => {
    const tenet = collectionOf();
    const reviewer = review(tenet);
    tenet.nowMs += 4000;
    reviewer.show();
    tenet.nowMs += 2000;
    reviewer.grade(4);
    expect(log(tenet)).toMatchObject([
      { card: 'hard', kind: 'answer', grade: 4, ms: 6000, after: null, atMs: morningMs + 6000 },
    ]);
    expect(keyOf(reviewer)).toBe('magm/def');
    expectReplayed(tenet);
  });

  it('brings a card back when its step is due, and ends with a summary', () => {
    const tenet = collectionOf();
    const reviewer = review(tenet);
    give(reviewer, 1);
    give(reviewer, 4);
    expect(keyOf(reviewer)).toBe('aged/' + cardOn(reviewer.view()).key.split('/')[1]);
    tenet.nowMs += 2 * minuteMs;
    give(reviewer, 4);
    expect(cardOn(reviewer.view())).toMatchObject({ key: 'hard', state: 'learning' });
    tenet.nowMs += 5000;
    give(reviewer, 4);
    expect(reviewer.view()).toMatchObject({
      phase: 'done',
      progress: { done: 3, left: 0 },
      summary: {
        answers: 4,
        cards: 3,
        recalled: null,
        hardest: 'What is the hardest mineral?',
        tomorrow: 0,
      },
    });
    expect(reviewer.summary().minutes).toBeCloseTo(65 / 60, 5);
  });

  it('waits where only a longer step is left, and goes on by itself or on request', () => {
    const tenet = collectionOf({
      'tenet.toml': 'id = "test-collection"\n',
      'decks/one.md': 'Q: a?\nA: b\n<!-- id: onee -->\n',
    });
    tenet.study.record([
      {
        card: 'onee' as CardKey,
        body: {
          kind: 'answer',
          grade: 1,
          ms: 1000,
          due: { kind: 'instant', atMs: tenet.nowMs + 45 * minuteMs },
        },
      },
    ]);
    const reviewer = review(tenet);
    expect(reviewer.view()).toMatchObject({ phase: 'waiting', untilMs: morningMs + 25 * minuteMs });
    const impatient = review(tenet);
    impatient.show();
    expect(keyOf(impatient)).toBe('onee');
    tenet.nowMs += 25 * minuteMs;
    reviewer.tick();
    expect(keyOf(reviewer)).toBe('onee');
  });

  it('says of reviews how many were recalled', () => {
    const tenet = collectionOf();
    give(review(tenet), 4);
    tenet.nowMs += 30 * dayMs;
    const reviewer = review(tenet);
    expect(cardOn(reviewer.view())).toMatchObject({ key: 'hard', state: 'review' });
    give(reviewer, 1);
    expect(reviewer.summary()).toMatchObject({
      recalled: 0,
      answers: 1,
      hardest: expect.any(String),
    });
  });

  it('says what comes tomorrow, what is late included, and suspended cards not', () => {
    const cards = ['late', 'next', 'away'].map((id) => `Q: ${id}?\nA: b\n<!-- id: ${id} -->\n`);
    const tenet = collectionOf({ 'decks/three.md': cards.join('\n') });
    const { day } = tenet.study.now();
    const due = (id: string, days: number) => ({
      card: id as CardKey,
      body: {
        kind: 'answer' as const,
        grade: 3 as const,
        ms: 1000,
        due: { kind: 'day' as const, day: day + days },
      },
    });
    tenet.study.record([due('late', 1), due('next', 1), due('away', 1)]);
    tenet.study.record([{ card: 'away' as CardKey, body: { kind: 'suspend' } }]);
    expect(review(tenet).summary()).toMatchObject({ tomorrow: 2, tomorrowMinutes: 1 });
  });

  it('marks a typed answer with what is expected', () => {
    const tenet = collectionOf();
    const reviewer = review(tenet);
    give(reviewer, 4);
    give(reviewer, 4);
    expect(cardOn(reviewer.view()).typed).toEqual({ expected: '4.5' });
  });
});

describe('undo', () => {
  it('goes back to the start of the sitting, through answers, burial, suspension and flags', () => {
    const tenet = collectionOf();
    const reviewer = review(tenet);
    const beginning = reviewer.view();
    give(reviewer, 1);
    reviewer.bury();
    reviewer.flag(2, 'is this true');
    reviewer.suspend();
    expect(countEvents(tenet.store)).toBe(4);
    for (const name of ['suspend', 'flag', 'bury', 'again']) {
      expect(reviewer.view().canUndo).toBe(true);
      reviewer.undo();
      expect(reviewer.view().notice).toBe(`Took back: ${name}.`);
    }
    expect({ ...reviewer.view(), notice: null }).toEqual(beginning);
    for (const { schedule, suspended, buriedDay, flag, head } of tenet.study.standings().values()) {
      expect({ schedule, suspended, buriedDay, flag, head }).toEqual({
        schedule: { state: 'new' },
        suspended: false,
        buriedDay: null,
        flag: 0,
        head: null,
      });
    }
    expect(countEvents(tenet.store)).toBe(8);
    expectReplayed(tenet);
    const nothing = reviewer.view();
    reviewer.undo();
    expect(reviewer.view()).toBe(nothing);
  });

  it('frees the day that the answer had taken', () => {
    const cards = Array.from({ length: 8 }, (_, n) => `Q: ${n}?\nA: b\n<!-- id: card${n} -->\n`);
    const tenet = collectionOf({ 'decks/eight.md': cards.join('\n') });
    for (const key of tenet.keys()) tenet.answer(key, 4);
    tenet.nowMs += 20 * dayMs;
    const reviewer = review(tenet);
    for (let card = 0; card < cards.length; card += 1) {
      reviewer.show();
      const { choices } = answered(reviewer.view());
      reviewer.grade(3);
      reviewer.undo();
      reviewer.show();
      expect(answered(reviewer.view()).choices).toEqual(choices);
      reviewer.grade(3);
    }
  });

  it('is not counted in the summary, and the answer after it is', () => {
    const reviewer = review(collectionOf());
    give(reviewer, 1);
    reviewer.undo();
    give(reviewer, 4);
    expect(reviewer.summary()).toMatchObject({ answers: 1, cards: 1, hardest: null });
  });

  it('works when the day is done', () => {
    const tenet = collectionOf({ 'decks/one.md': 'Q: a?\nA: b\n' });
    const reviewer = review(tenet);
    give(reviewer, 4);
    expect(reviewer.view().phase).toBe('done');
    reviewer.undo();
    expect(reviewer.view()).toMatchObject({ phase: 'question', card: { state: 'new' } });
  });
});

describe('burying, suspending and flagging', () => {
  it('leave the card with a line that says how to bring it back', () => {
    const tenet = collectionOf();
    const reviewer = review(tenet);
    reviewer.bury();
    expect(reviewer.view().notice).toContain('tomorrow');
    reviewer.suspend();
    expect(reviewer.view().notice).toBe('Suspended. u brings it back.');
    expect(cardOn(reviewer.view()).id).toBe('aged');
    expect(review(tenet).view().progress.left).toBe(2);
    tenet.nowMs += dayMs;
    expect(keyOf(review(tenet))).toBe('hard');
  });

  it('a flag stays on the card with its note, and the answer stays shown', () => {
    const tenet = collectionOf();
    const reviewer = review(tenet);
    reviewer.show();
    reviewer.flag(3, 'unclear');
    expect(reviewer.view()).toMatchObject({
      phase: 'answer',
      card: { flag: 3, flagNote: 'unclear' },
      choices: [{ grade: 1 }, { grade: 2 }, { grade: 3 }, { grade: 4 }],
    });
    reviewer.undo();
    expect(reviewer.view()).toMatchObject({ phase: 'answer', card: { flag: 0 } });
  });
});

describe('siblings', () => {
  it('are not asked on one day, also after a restart, and come the day after', () => {
    const tenet = collectionOf({ 'decks/t.md': 'T: a\nD: b\n<!-- id: term -->\n' });
    const reviewer = review(tenet);
    expect(reviewer.view().progress.left).toBe(1);
    give(reviewer, 4);
    expect(review(tenet).view().phase).toBe('done');
    reviewer.undo();
    expect(keyOf(review(tenet))).toBe('term/def');
    give(reviewer, 4);
    tenet.nowMs += dayMs;
    expect(keyOf(review(tenet))).toBe('term/term');
  });
});

describe('a sitting that was asked for something else', () => {
  const two = {
    'decks/rocks.md': '---\ntags: [stone]\n---\nQ: a?\nA: b\n<!-- id: rock -->\n',
    'decks/stars.md': 'Q: c?\nA: d\nS: <x.md>\n#hot\n<!-- id: star -->\n',
  };

  it('keeps to decks and tags', () => {
    const tenet = collectionOf(two);
    expect(keyOf(review(tenet, { decks: ['stars'] }))).toBe('star');
    expect(keyOf(review(tenet, { tag: 'stone' }))).toBe('rock');
    expect(keyOf(review(tenet, { tag: 'hot' }))).toBe('star');
    expect(review(tenet, { tag: 'cold' }).view().phase).toBe('done');
    expect(review(tenet, { limit: 1 }).view().progress.left).toBe(1);
  });

  it('goes ahead by days', () => {
    const tenet = collectionOf(two);
    give(review(tenet, { decks: ['rocks'] }), 4);
    expect(review(tenet, { decks: ['rocks'] }).view().phase).toBe('done');
    expect(keyOf(review(tenet, { decks: ['rocks'], aheadDays: 40 }))).toBe('rock');
  });

  it('crams without any effect on the schedule, and asks again what was missed', () => {
    const tenet = collectionOf(two);
    const reviewer = review(tenet, { cram: true });
    const first = keyOf(reviewer);
    give(reviewer, 1);
    give(reviewer, 3);
    expect(keyOf(reviewer)).toBe(first);
    give(reviewer, 3);
    expect(reviewer.view().phase).toBe('done');
    expect(log(tenet).map(({ kind }) => kind)).toEqual(['cram', 'cram', 'cram']);
    expect(tenet.study.standing('rock' as CardKey).schedule).toEqual({ state: 'new' });
  });
});

describe('the limits of a day', () => {
  it('survive a restart', () => {
    const cards = Array.from({ length: 30 }, (_, index) => `Q: ${index}?\nA: b${index}\n`);
    const tenet = collectionOf({ 'decks/many.md': cards.join('\n') });
    const reviewer = review(tenet);
    expect(reviewer.view().progress.left).toBe(10);
    for (let count = 0; count < 4; count += 1) give(reviewer, 4);
    expect(review(tenet).view().progress.left).toBe(6);
    tenet.nowMs += dayMs;
    expect(review(tenet).view().progress.left).toBe(10);
  });

  it('begin anew when a sitting goes on into the next day', () => {
    const cards = Array.from({ length: 30 }, (_, index) => `Q: ${index}?\nA: b${index}\n`);
    const tenet = collectionOf({ 'decks/many.md': cards.join('\n') });
    const reviewer = review(tenet);
    give(reviewer, 4);
    tenet.nowMs += dayMs;
    give(reviewer, 4);
    expect(reviewer.view().progress).toMatchObject({ done: 2, left: 9 });
    reviewer.undo();
    reviewer.undo();
    expect(reviewer.view()).toMatchObject({ canUndo: false, progress: { done: 0, left: 10 } });
  });
});

describe('a disk that fails', () => {
  it('leaves the card, the view and the log as they were', () => {
    const tenet = collectionOf();
    const reviewer = review(tenet);
    give(reviewer, 4);
    reviewer.show();
    const before = reviewer.view();
    tenet.store.pragma('query_only = 1');
    for (const act of [
      () => reviewer.grade(3),
      () => reviewer.bury(),
      () => reviewer.suspend(),
      () => reviewer.flag(1, ''),
      () => reviewer.undo(),
    ]) {
      expect(act).toThrow(TenetError);
      expect(reviewer.view()).toBe(before);
    }
    tenet.store.pragma('query_only = 0');
    reviewer.grade(4);
    expect(countEvents(tenet.store)).toBe(2);
    expectReplayed(tenet);
  });
});

const file = (tenet: TemporaryCollection) =>
  readFileSync(path.join(tenet.folder, 'decks/plain.md'), 'utf8');

describe('editing', () => {
  const plain =
    'Q: What is teh mantle?\nA: Rock below the crust.\n\nQ: What is a fault?\nA: A crack.\n';
  it('writes the card into its file and goes on with it', async () => {
    const tenet = collectionOf({ 'decks/plain.md': plain });
    const reviewer = review(tenet);
    expect(reviewer.cardText()).toBe('Q: What is teh mantle?\nA: Rock below the crust.');
    reviewer.show();
    await reviewer.edit('Q: What is the mantle?\nA: Rock below the crust.');
    expect(file(tenet)).toBe(plain.replace('teh', 'the'));
    expect(reviewer.view()).toMatchObject({
      phase: 'answer',
      card: { face: { question: 'What is the mantle?' } },
    });
    give(reviewer, 4);
    expect(cardOn(reviewer.view()).face.question).toBe('What is a fault?');
  });

  it('keeps the history of a card without a written id, whatever the new words are', async () => {
    const tenet = collectionOf({ 'decks/plain.md': plain });
    give(review(tenet), 4);
    tenet.nowMs += 40 * dayMs;
    const reviewer = review(tenet);
    const before = cardOn(reviewer.view()).key;
    await reviewer.edit('Q: Which layer lies under the crust?\nA: The mantle, of solid rock.');
    const after = cardOn(reviewer.view());
    expect(after).toMatchObject({ state: 'review' });
    expect(after.key).not.toBe(before);
    expect(tenet.reps(after.key)).toBe(1);
    give(reviewer, 3);
    expect(tenet.reps(after.key)).toBe(2);
    reviewer.undo();
    expect(cardOn(reviewer.view()).key).toBe(after.key);
    expect(tenet.reps(after.key)).toBe(1);
    expectReplayed(tenet);
  });

  it('between two answers counts as one new card of the day', async () => {
    const tenet = collectionOf({ 'decks/plain.md': plain });
    const reviewer = review(tenet);
    give(reviewer, 3);
    give(reviewer, 4);
    await reviewer.edit('Q: Which layer lies under the crust?\nA: The mantle.');
    give(reviewer, 4);
    const more = Array.from({ length: 20 }, (_, index) => `Q: ${index}?\nA: b${index}\n`);
    tenet.write('decks/more.md', more.join('\n'));
    tenet.index();
    expect(review(tenet).view().progress.left).toBe(8);
    expectReplayed(tenet);
  });

  it('can still undo what was answered before the edit', async () => {
    const tenet = collectionOf({ 'decks/plain.md': plain });
    const reviewer = review(tenet);
    give(reviewer, 1);
    give(reviewer, 4);
    tenet.nowMs += minuteMs;
    await reviewer.edit('Q: Which layer lies under the crust?\nA: The mantle.');
    reviewer.undo();
    reviewer.undo();
    expect(reviewer.view()).toMatchObject({
      canUndo: false,
      card: { state: 'new', face: { question: 'Which layer lies under the crust?' } },
    });
    expectReplayed(tenet);
  });

  it('can still undo what was answered on a hole that was reworded since, on that hole', async () => {
    const cloze = 'C: The [mantel] lies below the [crust].\n\nQ: Next?\nA: Yes.\n';
    const tenet = collectionOf({ 'decks/plain.md': cloze });
    const reviewer = review(tenet);
    give(reviewer, 4);
    tenet.write('decks/plain.md', cloze.replace('mantel', 'mantle'));
    await reviewer.reload();
    reviewer.undo();
    expect(cardOn(reviewer.view())).toMatchObject({
      state: 'new',
      face: { question: expect.stringContaining('lies below the crust') },
    });
    expectReplayed(tenet);
  });

  it('shows the lines of a card as a text field has them, and keeps the line ends of the file', async () => {
    const tenet = collectionOf({ 'decks/plain.md': plain.replaceAll('\n', '\r\n') });
    const reviewer = review(tenet);
    expect(reviewer.cardText()).toBe('Q: What is teh mantle?\nA: Rock below the crust.');
    await reviewer.edit(reviewer.cardText().replace('teh', 'the'));
    expect(file(tenet)).toBe(plain.replace('teh', 'the').replaceAll('\n', '\r\n'));
  });

  it('refuses what is not one card, and changes nothing', async () => {
    const tenet = collectionOf({ 'decks/plain.md': plain });
    const reviewer = review(tenet);
    const before = reviewer.view();
    await expect(reviewer.edit('Q: a?\nA: b\n\nQ: c?\nA: d')).rejects.toThrow(TenetError);
    await expect(reviewer.edit('no card at all')).rejects.toThrow(TenetError);
    expect(file(tenet)).toBe(plain);
    expect(reviewer.view()).toBe(before);
  });

  it('says so when the card is gone from its file meanwhile', async () => {
    const tenet = collectionOf({ 'decks/plain.md': plain });
    const reviewer = review(tenet);
    tenet.write('decks/plain.md', 'Q: other?\nA: yes\n');
    await expect(reviewer.edit('Q: a?\nA: b')).rejects.toThrow(/not there any more/);
  });
});

describe('reading the files again', () => {
  it('stays on the same card, with its new words', async () => {
    const tenet = collectionOf();
    const reviewer = review(tenet);
    tenet.write(
      'decks/geology.md',
      `Q: What?\nA: Be.\n\n${geology.replace('*hardest*', 'softest')}`,
    );
    await reviewer.reload();
    expect(cardOn(reviewer.view())).toMatchObject({
      key: 'hard',
      face: { question: 'What is the softest mineral?' },
      line: 6,
    });
  });

  it('goes on to the next card where the one on the screen is gone', async () => {
    const tenet = collectionOf();
    const reviewer = review(tenet);
    tenet.write('decks/geology.md', geology.slice(geology.indexOf('T: magma')));
    await reviewer.reload();
    expect(keyOf(reviewer)).toBe('magm/def');
    tenet.remove('decks/geology.md');
    await reviewer.reload();
    expect(reviewer.view().phase).toBe('done');
  });
});

describe('a leech', () => {
  it('is named when it becomes one', () => {
    const tenet = collectionOf({ 'decks/one.md': 'Q: a?\nA: b\n<!-- id: onee -->\n' });
    let notice: string | null = null;
    for (let lapse = 0; lapse < 9; lapse += 1) {
      const reviewer = review(tenet);
      give(reviewer, lapse === 0 ? 4 : 1);
      notice = reviewer.view().notice;
      if (lapse > 0) give(reviewer, 4);
      tenet.nowMs += 60 * dayMs;
    }
    expect(notice).toContain('Missed 8 times');
    expect(tenet.study.standing('onee' as CardKey)).toMatchObject({
      leech: true,
      suspended: false,
    });
  });
});
