import { describe, expect, it } from 'vitest';
import { standingIn } from '../../../src/exchange/anki/card-in.ts';
import type { AnkiCollection } from '../../../src/exchange/anki/collection.ts';
import { dayCountOf } from '../../../src/exchange/anki/days.ts';
import { importCollection } from '../../../src/exchange/anki/import.ts';
import { idFrom } from '../../../src/exchange/anki/import-note.ts';
import { actsOf, hasOldRatings, isWholeHistory } from '../../../src/exchange/anki/log-in.ts';
import { memoryFromSm2 } from '../../../src/exchange/anki/sm2.ts';
import { isTagFlag } from '../../../src/exchange/anki/tags.ts';
import type { CardId } from '../../../src/model/card.ts';
import { defaultParameters } from '../../../src/schedule/memory.ts';
import {
  ankiCard,
  ankiCollection,
  ankiNote,
  card,
  collectionOf,
  exported,
  logRow,
} from './fixture.ts';

const front = '{{Front}}';
const back = '{{FrontSide}}<hr id=answer>{{Back}}';

function imported(collection: AnkiCollection) {
  return importCollection(collection, () => ({ name: (name) => name }));
}

function asksByMedia(text: string): boolean | undefined {
  const notes = [ankiNote({ fields: [text, 'b'] })];
  return imported(ankiCollection([[front, back]], { notes })).notes[0]?.mediaOnly;
}

function flagNoteFor(tags: readonly string[]): string | undefined {
  const notes = [ankiNote({ tags })];
  return imported(ankiCollection([[front, back]], { notes })).notes[0]?.flagNote;
}

describe('notes of Anki as cards', () => {
  it('are questions where a template asks one field and answers with another', () => {
    const { notes } = imported(
      ankiCollection([[front, back]], {
        notes: [ankiNote({ fields: ['<b>Q</b>', 'A<br>B'], tags: ['x'] })],
      }),
    );
    expect(notes).toMatchObject([
      {
        id: 'guid1',
        guid: null,
        content: { kind: 'basic', question: '**Q**', answer: 'A\\\nB' },
        tags: ['x'],
        deck: 'Default',
        ords: [0],
      },
    ]);
  });

  it('are terms where two templates mirror each other and both cards exist', () => {
    const templates = [
      [front, back],
      ['{{Back}}', '{{FrontSide}}{{Front}}'],
    ] as const;
    const both = imported(
      ankiCollection(templates, { cards: [ankiCard({}), ankiCard({ id: 101, ord: 1 })] }),
    );
    expect(both.notes).toMatchObject([
      { content: { kind: 'term', term: 'front', definition: 'back' }, ords: [0, 1] },
    ]);
    const one = imported(ankiCollection(templates));
    expect(one.notes).toMatchObject([
      { content: { kind: 'basic', question: 'front', answer: 'back' }, ords: [0] },
    ]);
    const other = imported(ankiCollection(templates, { cards: [ankiCard({ ord: 1 })] }));
    expect(other.notes).toMatchObject([
      { content: { kind: 'basic', question: 'back', answer: 'front' }, ords: [1] },
    ]);
  });

  it('are typed where the template asks for typing, and keep further fields as a note', () => {
    const templates = [
      ['{{Front}} {{type:Back}}', '{{Front}}{{type:Back}}<p>{{Extra}}</p>'],
    ] as const;
    const notes = [ankiNote({ fields: ['f', 'b', 'more'] })];
    expect(
      imported(ankiCollection(templates, { notes }, ['Front', 'Back', 'Extra'])).notes,
    ).toMatchObject([
      { content: { kind: 'basic', question: 'f', answer: 'b' }, typed: true, note: 'more' },
    ]);
  });

  it('are clozes with their numbers and hints', () => {
    const templates = [['{{cloze:Front}}', '{{cloze:Front}}<br>{{Back}}']] as const;
    const notes = [ankiNote({ fields: ['{{c3::a::b}} {{c1::c&#58;:d}}', 'extra'] })];
    const cards = [ankiCard({}), ankiCard({ id: 101, ord: 2 })];
    expect(imported(ankiCollection(templates, { notes, cards })).notes).toMatchObject([
      {
        content: { kind: 'cloze', text: '{{c3::a::b}} {{c1::c&#58;:d}}' },
        note: 'extra',
        ords: [0, 2],
      },
    ]);
  });

  it('are drawn, a card for each of theirs, where no kind fits', () => {
    const templates = [
      ['{{Front}} and {{Back}}', '{{FrontSide}}<hr id="answer">!'],
      ['{{#Back}}say {{Back}}{{/Back}}', '{{Front}}'],
    ] as const;
    const { notes } = imported(
      ankiCollection(templates, { cards: [ankiCard({}), ankiCard({ id: 101, ord: 1 })] }),
    );
    expect(notes.map(({ content }) => content)).toEqual([
      { kind: 'basic', question: 'front and back', answer: '!' },
      { kind: 'basic', question: 'say back', answer: 'front' },
    ]);
    expect(new Set(notes.map(({ id }) => id)).size).toBe(2);
    expect(notes.map(({ ords }) => ords)).toEqual([[0], [1]]);
  });

  it('that ask by a picture or a sound alone are marked', () => {
    const texts = ['<img src="a.png">', '[sound:a.mp3]<br>', 'x <img src="a.png">', 'text'];
    expect(texts.map(asksByMedia)).toEqual([true, true, false, false]);
  });

  it('that cannot be asked are left out with a reason', () => {
    const occlusion = ankiCollection([['{{cloze:Front}}', 'x']], {
      notes: [ankiNote({ fields: ['{{c1::image-occlusion:rect}}', ''] })],
    });
    expect(imported(occlusion)).toMatchObject({ notes: [], leftOut: [{ why: 'image occlusion' }] });
    expect(imported(ankiCollection([[front, back]], { cards: [] })).leftOut).toMatchObject([
      { why: 'it has no cards' },
    ]);
    expect(imported(ankiCollection([[front, back]], { notetypes: [] })).leftOut).toMatchObject([
      { why: 'its note type is missing' },
    ]);
  });

  it.each<readonly [string, string]>([
    ['pictures', '<img src="'],
    ['remarks', '<!--'],
    ['styles', '<style>'],
    ['elements', '<div>a'],
    ['sounds', '[sound:'],
    ['formulas', '\\('],
    ['deletions', '{{c1::'],
  ])('that open %s without end are read like any other', (_what, opening) => {
    const fields = [`x ${opening.repeat(20_000)}`, 'b'];
    const found = imported(ankiCollection([[front, back]], { notes: [ankiNote({ fields })] }));
    expect(found.notes).toHaveLength(1);
  });

  it('of a note type that nests conditions without end are read like any other', () => {
    const deep = `${'{{#Front}}'.repeat(20_000)}{{Front}} {{Back}}`;
    const { notes } = imported(ankiCollection([[deep, back]]));
    expect(notes[0]?.content).toMatchObject({ question: 'front back' });
  });

  it('with more or fewer fields than their note type are fitted to it, and counted', () => {
    const notes = [
      ankiNote({ fields: ['only one'] }),
      ankiNote({ id: 2, guid: 'guid2', fields: ['a', 'b', 'too many'] }),
    ];
    const cards = [ankiCard({}), ankiCard({ id: 101, noteId: 2 })];
    const found = imported(ankiCollection([[front, back]], { notes, cards }));
    expect(found.misfits).toBe(2);
    expect(found.notes.map(({ source }) => source.fields)).toEqual([
      ['only one', ''],
      ['a', 'b'],
    ]);
    expect(imported(ankiCollection([[front, back]])).misfits).toBe(0);
  });

  it('that Anki marks by a tag are flagged here, and lose the flag on the way back', () => {
    expect([['Marked'], ['leech', 'x', 'marked'], ['x']].map(flagNoteFor)).toEqual([
      'marked in Anki',
      'leech in Anki, marked in Anki',
      '',
    ]);
    expect(isTagFlag('leech in Anki, marked in Anki')).toBe(true);
    expect(['', 'wrong?', 'leech in Anki, wrong?'].map(isTagFlag)).toEqual([false, false, false]);
  });

  it('belong to the deck that a filtered one borrowed them from', () => {
    const decks = [
      { id: 1, name: 'Filtered', presetId: 1, description: '', filtered: true },
      { id: 2, name: 'Home::Sub', presetId: 1, description: '', filtered: false },
    ];
    const cards = [ankiCard({ deckId: 1, originalDeckId: 2, originalDue: 7 })];
    expect(imported(ankiCollection([[front, back]], { decks, cards })).notes[0]?.deck).toBe(
      'Home::Sub',
    );
  });

  it('have their GUID as id where it can be one, else a hash of it', () => {
    expect(idFrom('7hq2kd4mx0c3p')).toBe('7hq2kd4mx0c3p');
    expect(idFrom('dS8E>eaJ4o')).toMatch(/^[0-9a-v]{13}$/);
    expect(idFrom('dS8E>eaJ4o')).not.toBe(idFrom('dS8E>eaJ4p'));
  });

  it('that tenet wrote come back with topics, tags, sources, brackets and lists', () => {
    const text = 'The [first] and [second].';
    const holes = [
      { text: 'first', span: { start: 4, end: 11 } },
      { text: 'second', span: { start: 16, end: 24 } },
    ];
    const source = {
      text: 'T, A, 2022',
      address: null,
      anchor: 'a "word" & more',
      label: 'L<b>',
      target: '../x.md#y',
    };
    const cloze = card({ kind: 'cloze', text, holes, topics: ['One', 'Two'], tags: ['role'] });
    const list = card({
      kind: 'list',
      id: 'list000000001' as CardId,
      question: 'Which?',
      items: ['*a*', 'b'],
    });
    const { notes } = imported(
      collectionOf([exported(cloze, { sources: [source] }, [1, 0]), exported(list, {}, [0, 1])]),
    );
    expect(notes).toMatchObject([
      {
        id: cloze.id,
        bracketed: { text, ords: [1, 0] },
        topics: ['One', 'Two'],
        tags: ['role'],
        sources: [{ label: 'L<b>', target: '../x.md#y', anchor: 'a "word" & more' }],
        deck: 'Deck',
      },
      { content: { kind: 'list', question: 'Which?', items: ['*a*', 'b'] }, ords: [0, 1] },
    ]);
  });
});

describe("Anki's log", () => {
  it('is answers, crams, dates that were set, and resets', () => {
    const rows = [
      logRow({ id: 1, ease: 3, interval: -600 }),
      logRow({ id: 2, ease: 4, interval: 7, type: 1 }),
      logRow({ id: 3, ease: 1, interval: 7, type: 3, factor: 0 }),
      logRow({ id: 4, ease: 0, interval: 5, type: 4, factor: 2500 }),
      logRow({ id: 5, ease: 0, interval: 0, type: 4, factor: 0 }),
      logRow({ id: 6, ease: 9 }),
    ];
    expect(actsOf(rows, false).map(({ kind }) => kind)).toEqual([
      'answer',
      'answer',
      'cram',
      'due',
      'reset',
    ]);
    expect(actsOf(rows, false)[0]).toMatchObject({
      grade: 3,
      delay: { kind: 'seconds', seconds: 600 },
    });
  });

  it('of the first scheduler has its good and easy one lower in steps', () => {
    const old = ankiCollection([], { schedulerVersion: 1, cards: [ankiCard({ type: 2 })] });
    expect(hasOldRatings(old)).toBe(true);
    expect(hasOldRatings({ ...old, schedulerVersion: 2 })).toBe(false);
    expect(hasOldRatings({ ...old, cards: [ankiCard({})] })).toBe(false);
    const grades = actsOf(
      [
        logRow({ ease: 2 }),
        logRow({ ease: 3, type: 2 }),
        logRow({ ease: 3, type: 1 }),
        logRow({ ease: 1 }),
      ],
      true,
    );
    expect(grades.map((act) => 'grade' in act && act.grade)).toEqual([3, 4, 3, 1]);
  });

  it('is whole where it begins with learning since the last reset', () => {
    expect(isWholeHistory([logRow({ type: 0 }), logRow({ type: 1 })])).toBe(true);
    expect(isWholeHistory([logRow({ type: 1 })])).toBe(false);
    expect(
      isWholeHistory([logRow({ type: 0 }), logRow({ ease: 0, type: 4 }), logRow({ type: 1 })]),
    ).toBe(false);
    expect(isWholeHistory([])).toBe(false);
  });
});

describe("a card's standing in Anki", () => {
  const collection = { ...ankiCollection([[front, back]]), createdSeconds: 4 * 3600 };
  const context = { days: dayCountOf(collection, 0), preset: null, parameters: defaultParameters };
  const at = (row: Parameters<typeof ankiCard>[0], log = [logRow({ id: 5_000_000, type: 1 })]) =>
    standingIn({ ord: 0, card: ankiCard(row), log }, context);

  it('is its memory, due day and counts', () => {
    const data = { stability: 10, difficulty: 5, lastReviewSeconds: 86_400 * 3 };
    expect(
      at({ type: 2, queue: 2, due: 13, intervalDays: 10, reps: 4, lapses: 1, data }).schedule,
    ).toEqual({
      state: 'review',
      memory: { stability: 10, difficulty: 5 },
      due: { kind: 'day', day: 13 },
      intervalDays: 10,
      step: 0,
      reps: 4,
      lapses: 1,
      lastAtMs: 86_400 * 3000,
    });
  });

  it('comes from the row, or from due and interval, where the card does not say when it was answered', () => {
    expect(at({ type: 2, queue: 2, due: 13, intervalDays: 10 }).schedule).toMatchObject({
      lastAtMs: 5_000_000,
    });
    expect(at({ type: 2, queue: 2, due: 13, intervalDays: 10 }, []).schedule).toMatchObject({
      lastAtMs: (4 * 3600 + 3 * 86_400) * 1000,
    });
  });

  it('is that of its own deck while a filtered one holds it', () => {
    const row = {
      type: 2,
      queue: 2,
      due: -100_000,
      intervalDays: 10,
      originalDeckId: 5,
      originalDue: 20,
    };
    expect(at(row).schedule).toMatchObject({ due: { kind: 'day', day: 20 } });
  });

  it('is set aside, flagged, or relearning in the old way', () => {
    expect(at({ queue: -1 })).toMatchObject({ suspended: true, schedule: { state: 'new' } });
    expect(at({ queue: -2 })).toMatchObject({ buried: true });
    expect(at({ flag: 7 }).flag).toBe(7);
    expect(at({ type: 2, queue: 1, due: 1_795_000_000 }).schedule).toMatchObject({
      state: 'relearning',
      due: { kind: 'instant', atMs: 1_795_000_000_000 },
    });
  });

  it('has a memory estimated from SM-2 only where its log is not whole', () => {
    const row = { type: 2, queue: 2, due: 13, intervalDays: 30, factor: 2500 };
    expect(at(row).schedule).toMatchObject({
      memory: memoryFromSm2(2.5, 30, 0.9, defaultParameters),
    });
    expect(at(row, [logRow({ type: 0 })]).schedule).toMatchObject({ memory: null });
  });
});

describe('a memory from SM-2', () => {
  it('has the interval as stability at 90 %, and harder cards where the ease is low', () => {
    const [easy, normal, hard] = [3.5, 2.5, 1.3].map((ease) =>
      memoryFromSm2(ease, 20, 0.9, defaultParameters),
    );
    expect(normal?.stability).toBeCloseTo(20, 6);
    expect(easy?.difficulty).toBeLessThan(normal?.difficulty ?? 0);
    expect(hard?.difficulty).toBeGreaterThan(normal?.difficulty ?? 0);
    expect(memoryFromSm2(1.3, 20, 0.8, defaultParameters).stability).toBeLessThan(20);
  });

  it('stays within its bounds for any numbers', () => {
    const memory = memoryFromSm2(99, 0, 0.9, defaultParameters);
    expect(memory.stability).toBeGreaterThanOrEqual(0.001);
    expect(memory.difficulty).toBeGreaterThanOrEqual(1);
    expect(memory.difficulty).toBeLessThanOrEqual(10);
  });
});
