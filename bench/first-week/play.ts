import { type Collection, findCollection } from '../../src/app/collection/collection.ts';
import { indexDecks } from '../../src/app/decks/index-decks.ts';
import { openReader } from '../../src/app/reading/reader.ts';
import { wordsPerMinute } from '../../src/app/reading/progress.ts';
import type { ReadChapter, Reader, SectionKey } from '../../src/app/reading/view.ts';
import { openReviewer } from '../../src/app/review/reviewer.ts';
import { choiceOf } from '../../src/app/welcome/welcome.ts';
import type { Settings } from '../../src/model/settings.ts';
import { Study } from '../../src/app/log/study.ts';
import { chapters } from '../../src/store/chapters.ts';
import { openStore } from '../../src/store/open.ts';
import { HandClock, Learner, minutesAnAnswer, type Sitting } from './learner.ts';

/** What one day brought. */
export interface Day {
  /** From 1. */
  readonly number: number;
  /** Titles of the chapters of which something was read, and how many sections. */
  readonly chapters: readonly string[];
  readonly sections: number;
  readonly cardsMet: number;
  readonly answers: number;
  readonly reviews: number;
  readonly recalled: number;
  readonly readingMinutes: number;
  readonly cardMinutes: number;
  /** All sections of the core path have been read by its end. */
  readonly coreRead: boolean;
}

export interface Played {
  readonly days: readonly Day[];
  /** Cards of the core path, and how many of them had been met after the seventh day and at the end. */
  readonly coreCards: number;
  readonly metInWeek: number;
  readonly metInAll: number;
}

const minuteMs = 60_000;
/** A new card is asked when its section was read, and once more at the end of the day. */
const answersToNew = 2;
const dayMs = 24 * 60 * minuteMs;
/** Eight in the evening. */
const startMs = Date.UTC(2026, 10, 20, 20);
const seed = 20;

export const readingDays = 7;
export const lastDay = 30;
export const minutesADay = 10;

/**
 * Plays a newcomer's first month on a collection: for seven days what is due, then as many sections of the
 * core path as the minutes of the day hold, each with its cards; then reviews only. Nothing is written but a
 * database in memory, and the same collection gives the same days.
 */
export function play(root: string): Played {
  const env = { HOME: root };
  const collection = findCollection({ decks: root, db: ':memory:', env, cwd: root });
  const clock = new HandClock(startMs);
  const store = openStore(':memory:', { nowMs: startMs });
  const settings = settingsOf(collection);
  const study = new Study({ store, clock, settings });
  indexDecks(collection, study);
  const month = new Month(collection, study, clock);
  const days = Array.from({ length: lastDay }, (_, index) => month.day(index + 1));
  const coreCards = month.coreCards();
  const met = (through: number): number =>
    days.slice(0, through).reduce((total, { cardsMet }) => total + cardsMet, 0);
  store.close();
  return { days, coreCards, metInWeek: met(readingDays), metInAll: met(lastDay) };
}

/** Those that the first run writes. */
function settingsOf({ settings }: Collection): Settings {
  const { newPerDay } = choiceOf(minutesADay);
  return { ...settings, timeZone: 'UTC', buttons: 2, limits: { ...settings.limits, newPerDay } };
}

interface ReadSection {
  readonly key: SectionKey;
  readonly minutes: number;
  readonly sitting: Sitting;
}

class Month {
  readonly #collection: Collection;
  readonly #study: Study;
  readonly #clock: HandClock;
  readonly #learner: Learner;
  readonly #reader: Reader;

  constructor(collection: Collection, study: Study, clock: HandClock) {
    this.#collection = collection;
    this.#study = study;
    this.#clock = clock;
    this.#learner = new Learner(study, clock, seed);
    this.#reader = openReader(collection, study);
  }

  day(number: number): Day {
    const beganMs = startMs + (number - 1) * dayMs;
    this.#clock.set(beganMs);
    const due = this.#review();
    const read = number <= readingDays ? this.#readSections(beganMs) : [];
    const stillLearnt = this.#review();
    const readingMinutes = read.reduce((all, { minutes }) => all + minutes, 0);
    return {
      number,
      chapters: this.#titlesOf(read.map(({ key }) => key)),
      sections: read.length,
      ...total([due, ...read.map(({ sitting }) => sitting), stillLearnt]),
      readingMinutes,
      cardMinutes: (this.#clock.now() - beganMs) / minuteMs - readingMinutes,
      coreRead: this.#nextSection() === undefined,
    };
  }

  /** Sections with their cards: one at least, then as many as the day holds. */
  #readSections(beganMs: number): readonly ReadSection[] {
    const read: ReadSection[] = [];
    for (let key = this.#nextSection(); key !== undefined; key = this.#nextSection()) {
      if (read.length > 0 && !this.#fits(key, beganMs)) break;
      const minutes = this.#learner.read(this.#wordsOf(key));
      this.#reader.markRead(key);
      read.push({ key, minutes, sitting: this.#learner.answer(this.#reader.cards(key)) });
    }
    return read;
  }

  coreCards(): number {
    return this.#core().reduce((sum, { cards }) => sum + cards, 0);
  }

  #review(): Sitting {
    return this.#learner.answer(openReviewer({ collection: this.#collection, study: this.#study }));
  }

  #core(): readonly ReadChapter[] {
    return this.#reader.view().chapters.filter(({ core }) => core);
  }

  #nextSection(): SectionKey | undefined {
    return this.#core()
      .flatMap(({ sections }) => sections)
      .find(({ read }) => !read)?.key;
  }

  /** Whether the day still has the minutes for a section, and new cards left for it. */
  #fits(key: SectionKey, beganMs: number): boolean {
    const { now, later } = this.#reader.page(key).cards;
    const used = (this.#clock.now() - beganMs) / minuteMs;
    const wanted = this.#wordsOf(key) / wordsPerMinute + answersToNew * now * minutesAnAnswer;
    return used + wanted <= minutesADay && (now > 0 || later === 0);
  }

  #wordsOf(key: SectionKey): number {
    const outlines = chapters(this.#study.store).flatMap(({ outline }) => outline.sections);
    return outlines.find((section) => section.key === key)?.words ?? 0;
  }

  #titlesOf(read: readonly SectionKey[]): readonly string[] {
    return this.#core()
      .filter(({ sections }) => sections.some(({ key }) => read.includes(key)))
      .map(({ number, title }) => `${number} ${title}`);
  }
}

function total(sittings: readonly Sitting[]) {
  const sum = (of: (sitting: Sitting) => number): number =>
    sittings.reduce((all, sitting) => all + of(sitting), 0);
  return {
    cardsMet: sum(({ met }) => met),
    answers: sum(({ answers }) => answers),
    reviews: sum(({ reviews }) => reviews),
    recalled: sum(({ recalled }) => recalled),
  };
}
