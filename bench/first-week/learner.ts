import type { Study } from '../../src/app/log/study.ts';
import type { Reviewer, ShownCard } from '../../src/app/review/view.ts';
import { wordsPerMinute } from '../../src/app/reading/progress.ts';

/** How long an answer takes; a card is asked three or four times in its first week: half a minute in all. */
const answerMs = 8000;
export const minutesAnAnswer = answerMs / 60_000;
/** Of what was read a minute ago, so much is recalled. */
const recallAfterReading = 0.85;

const minuteMs = 60_000;

/** A clock that only moves when somebody reads or answers. */
export class HandClock {
  #atMs: number;

  constructor(atMs: number) {
    this.#atMs = atMs;
  }

  readonly now = (): number => this.#atMs;

  pass(ms: number): void {
    this.#atMs += ms;
  }

  set(atMs: number): void {
    this.#atMs = Math.max(this.#atMs, atMs);
  }
}

/** What one sitting came to. */
export interface Sitting {
  readonly answers: number;
  /** Cards that had never been asked before. */
  readonly met: number;
  /** Reviews on a later day than the answer before, and how many of them were recalled. */
  readonly reviews: number;
  readonly recalled: number;
}

/** Someone who recalls each card with the probability that FSRS gives it; the same seed, the same days. */
export class Learner {
  readonly #study: Study;
  readonly #clock: HandClock;
  readonly #chance: () => number;

  constructor(study: Study, clock: HandClock, seed: number) {
    this.#study = study;
    this.#clock = clock;
    this.#chance = chances(seed);
  }

  /** Reads so many words; the result is how many minutes it took. */
  read(words: number): number {
    const minutes = words / wordsPerMinute;
    this.#clock.pass(minutes * minuteMs);
    return minutes;
  }

  /** Answers until nothing more is asked now. */
  answer(reviewer: Reviewer): Sitting {
    let [answers, met, reviews, recalled] = [0, 0, 0, 0];
    for (let view = reviewer.view(); view.phase === 'question'; view = reviewer.view()) {
      const { card } = view;
      const isRecalled = this.#chance() < this.#recallOf(card);
      reviewer.show();
      this.#clock.pass(answerMs);
      reviewer.grade(isRecalled ? 3 : 1);
      answers += 1;
      if (card.state === 'new') met += 1;
      if (card.state !== 'review') continue;
      reviews += 1;
      if (isRecalled) recalled += 1;
    }
    return { answers, met, reviews, recalled };
  }

  #recallOf({ key, state }: ShownCard): number {
    if (state === 'new') return recallAfterReading;
    const { scheduler } = this.#study;
    const { schedule } = this.#study.standing(key);
    return scheduler.retrievability(schedule, this.#study.now().day) ?? 1;
  }
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
