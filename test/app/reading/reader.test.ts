import { afterEach, describe, expect, it } from 'vitest';
import { chapterNamed } from '../../../src/app/reading/chapter-named.ts';
import type { Reader } from '../../../src/app/reading/view.ts';
import { openReader } from '../../../src/app/reading/reader.ts';
import { openReviewer } from '../../../src/app/review/reviewer.ts';
import type { ReviewFilter } from '../../../src/app/review/queue.ts';
import type { CardKey } from '../../../src/model/card.ts';
import { Study } from '../../../src/app/log/study.ts';
import {
  collectionWithReader,
  faults,
  kinds,
  lakes,
  nothingAsked,
  rivers,
} from '../reader-collection.ts';
import type { TemporaryCollection } from '../temporary-collection.ts';

let tenet: TemporaryCollection;
let reader: Reader;

function open(more: Readonly<Record<string, string>> = {}): void {
  ({ tenet, reader } = collectionWithReader(more));
}

afterEach(() => tenet.dispose());

/** The keys of a sitting in the order in which they are asked, all recalled. */
function asked(filter: ReviewFilter = {}): string[] {
  const reviewer = openReviewer({ collection: tenet.collection, study: tenet.study, filter });
  const keys: string[] = [];
  for (let view = reviewer.view(); view.phase === 'question'; view = reviewer.view()) {
    keys.push(view.card.key);
    reviewer.show();
    reviewer.grade(4);
  }
  return keys;
}

/** The keys that a sitting would ask now, without answering. */
function waiting(filter: ReviewFilter = {}): number {
  const { progress } = openReviewer({
    collection: tenet.collection,
    study: tenet.study,
    filter,
  }).view();
  return progress.left;
}

function sectionOf(key: string): string | null {
  return reader.sectionOfCard(key as CardKey);
}

function named(name: string): string {
  return chapterNamed(reader.view(), name).title;
}

function limitNewTo(newPerDay: number): void {
  const { settings } = tenet.collection;
  const limits = { ...settings.limits, newPerDay };
  tenet.study = new Study({
    store: tenet.store,
    clock: { now: () => tenet.nowMs },
    settings: { ...settings, limits },
  });
  reader = openReader(tenet.collection, tenet.study);
}

describe('cards of the reader', () => {
  it('wait until their section was read; other cards never do', () => {
    open();
    expect(asked()).toEqual(['gone01', 'other1', 'plain1']);
    reader.markRead(kinds);
    expect(asked()).toEqual(['kinds1', 'kinds2', 'kinds3']);
    reader.markRead(rivers);
    expect(asked()).toEqual(['river1']);
  });

  it('all come with --unread, and none of the unread ones in cramming', () => {
    open();
    expect(waiting({ unread: true })).toBe(8);
    expect(waiting({ cram: true })).toBe(3);
    expect(waiting({ cram: true, unread: true })).toBe(8);
  });

  it('are asked again, read or not, once they were answered', () => {
    open();
    tenet.answer('fault1');
    tenet.nowMs += 86_400_000;
    expect(waiting({ decks: ['Rocks'] })).toBe(1);
  });

  it('wait again when the reading is undone in the log', () => {
    open();
    const [event] = tenet.study.record([{ card: null, body: { kind: 'read', section: rivers } }]);
    expect(waiting({ decks: ['Water'] })).toBe(1);
    tenet.study.record([{ card: null, body: { kind: 'undo', undoes: [event?.id as never] } }]);
    expect(waiting({ decks: ['Water'] })).toBe(0);
  });

  it('stop waiting when their chapter is gone: nobody could read it', () => {
    open();
    tenet.remove('source-docs/02-water.md');
    tenet.index();
    expect(waiting({ decks: ['Water'] })).toBe(1);
  });
});

describe('the reader', () => {
  it('shows chapters in order with sections, minutes and cards, and where to go on', () => {
    open({ 'source-docs/00-later.md': `# Later\n\n## One\n\n${'word '.repeat(500)}` });
    const { chapters, sections, sectionsRead, next } = reader.view();
    expect(chapters.map(({ number, title, core }) => [number, title, core])).toEqual([
      [2, 'Rocks', true],
      [1, 'Later', false],
      [3, 'Water', false],
    ]);
    expect(chapters[0]?.sections.map(({ title, cards }) => [title, cards])).toEqual([
      ['Kinds', 3],
      ['Faults', 1],
      ['Nothing asked', 0],
    ]);
    expect(chapters.map(({ minutes }) => minutes)).toEqual([1, 3, 1]);
    expect([sections, sectionsRead, next]).toEqual([6, 0, kinds]);
  });

  it('goes on behind what was read last, then at what was left out', () => {
    open();
    reader.markRead(rivers);
    expect(reader.view().next).toBe(lakes);
    reader.markRead(lakes);
    expect(reader.view().next).toBe(kinds);
    for (const key of [kinds, faults, nothingAsked]) reader.markRead(key);
    expect(reader.view()).toMatchObject({ next: null, sectionsRead: 5, minutesLeft: 0 });
  });

  it('logs a section once, however often it is read', () => {
    open();
    reader.markRead(kinds);
    reader.markRead(kinds);
    reader.markRead('source-docs/01-rocks.md#volcanoes');
    const logged = tenet.store.rows("SELECT 1 FROM event WHERE kind = 'read'");
    expect(logged).toHaveLength(1);
  });

  it('gives a section with its own footnotes, numbered from one, and what the originals list says', () => {
    open();
    const page = reader.page(kinds);
    expect(page.markdown).toBe(
      'What lies below your feet.\n\n### Which kinds of rock are there?\n\nThree: molten, laid down and *changed*.[^1] Geologists call them igneous and so on.[^2]',
    );
    expect(page.footnotes).toEqual([
      {
        number: 1,
        text: 'see also its index',
        sources: [
          {
            label: 'Handbook',
            anchor: 'three kinds of rock',
            title: 'The Handbook of Rocks',
            details: 'A. Stone, 1999, https://rocks.example/',
          },
        ],
      },
      {
        number: 2,
        text: '',
        sources: [
          { label: 'Names', anchor: '', title: '', details: 'https://rocks.example/names' },
        ],
      },
    ]);
    expect([page.place, page.previous, page.next]).toEqual([1, null, faults]);
    expect(reader.page(faults).markdown).toContain('## no heading');
    expect(reader.page(nothingAsked).markdown).toBe('Only to be read.');
  });

  it('says when a section is gone', () => {
    open();
    tenet.write('source-docs/01-rocks.md', '# Rocks\n\n## Other\n\nText.\n');
    expect(() => reader.page(faults)).toThrow(`the section ${faults} is gone`);
    tenet.index();
    expect(() => reader.page(faults)).toThrow(`the reader has no section ${faults} any more`);
  });

  it('never takes more new cards than the day allows, and says what is left for later', () => {
    open();
    limitNewTo(2);
    expect(reader.page(kinds).cards).toEqual({ now: 2, later: 1, newPerDay: 2 });
    reader.markRead(kinds);
    expect(asked({ sections: [kinds] })).toEqual(['kinds1']);
    expect(reader.page(kinds).cards).toEqual({ now: 1, later: 1, newPerDay: 2 });
    expect(reader.page(faults).cards).toEqual({ now: 1, later: 0, newPerDay: 2 });
    tenet.nowMs += 86_400_000;
    expect(reader.page(kinds).cards.now).toBe(2);
  });

  it('asks the cards of a section, those that were missed again at its end, and no others twice', () => {
    open();
    reader.markRead(kinds);
    const reviewer = reader.cards(kinds);
    const keys: string[] = [];
    for (let view = reviewer.view(); view.phase === 'question'; view = reviewer.view()) {
      keys.push(view.card.key);
      reviewer.show();
      tenet.nowMs += 120_000;
      reviewer.grade(keys.length === 1 ? 1 : 3);
    }
    expect(keys).toEqual(['kinds1', 'kinds2', 'kinds3', 'kinds1']);
    expect(reviewer.view().phase).toBe('done');
    expect(reader.page(kinds).cards).toMatchObject({ now: 0, later: 0 });
  });

  it('knows the section of a card by whatever part of it the card cites', () => {
    open();
    expect(['kinds1', 'kinds2', 'kinds3', 'fault1'].map(sectionOf)).toEqual([
      kinds,
      kinds,
      kinds,
      faults,
    ]);
    expect(['gone01', 'other1', 'plain1', 'nobody'].map(sectionOf)).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('has a glossary where there is one', () => {
    open();
    expect(reader.glossary()).toBe('- **fault** — a break');
    tenet.remove('source-docs/GLOSSARY.md');
    expect(reader.glossary()).toBeNull();
  });

  it('finds a chapter by number, title and file', () => {
    open();
    expect(['2', 'wat', '02-water', 'source-docs/02-water.md'].map(named)).toEqual([
      'Water',
      'Water',
      'Water',
      'Water',
    ]);
    expect(() => named('Wader')).toThrow('there is no chapter "Wader"');
  });
});
