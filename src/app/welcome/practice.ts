import type { CardId, CardKey } from '../../model/card.ts';
import { TenetError } from '../../model/problem.ts';
import type { Grade } from '../../model/schedule.ts';
import type {
  GradeChoice,
  Reviewer,
  ReviewView,
  SessionSummary,
  ShownCard,
} from '../review/view.ts';
import { Watched } from '../watched.ts';

/** What a practice card asks, and what is said below its question and below its answer. */
interface PracticeCard {
  readonly question: string;
  readonly answer: string;
  readonly before: string;
  readonly after: string;
}

const practiceCards = (key: string): readonly PracticeCard[] => [
  {
    question: 'What do you do when a card asks you something?',
    answer:
      'Answer it in your head first, then show the answer. Trying to recall is what makes you remember.',
    before: `Try to answer, then press ${key}.`,
    after: `Press ${key} if you had it, else 1.`,
  },
  {
    question: 'What happens to a card when you press 1?',
    answer: 'It comes again in a minute, until you have it. Nothing is held against you.',
    before: `${key} shows the answer.`,
    after: `Press 1 to see it again, or ${key}.`,
  },
];

/** A practice card in its turn, and the session as it was before the answer to the one before it. */
interface Step {
  readonly waiting: readonly PracticeCard[];
  /** Those waiting that were missed. */
  readonly missed: readonly PracticeCard[];
  readonly shown: boolean;
  readonly answers: number;
  readonly before: Step | null;
}

/**
 * A session of two cards that teach the keys: they are in no deck, and nothing is written. `key` is what
 * shows an answer, and means good after it.
 */
export function openPractice(nowMs: number, key: 'Space' | 'Enter'): Reviewer {
  return new Practice(nowMs, practiceCards(key));
}

class Practice implements Reviewer {
  readonly #nowMs: number;
  readonly #cards: number;
  #step: Step;
  readonly #view: Watched<ReviewView>;

  constructor(nowMs: number, cards: readonly PracticeCard[]) {
    this.#nowMs = nowMs;
    this.#cards = cards.length;
    this.#step = { waiting: cards, missed: [], shown: false, answers: 0, before: null };
    this.#view = new Watched(this.#frame(null));
  }

  view(): ReviewView {
    return this.#view.get();
  }

  subscribe(listener: () => void): () => void {
    return this.#view.subscribe(listener);
  }

  show(): void {
    this.#go({ ...this.#step, shown: true });
  }

  grade(grade: Grade): void {
    const [card, ...others] = this.#step.waiting;
    if (card === undefined || !this.#step.shown) return;
    const missed = this.#step.missed.filter((each) => each !== card);
    this.#go({
      waiting: grade === 1 ? [...others, card] : others,
      missed: grade === 1 ? [...missed, card] : missed,
      shown: false,
      answers: this.#step.answers + 1,
      before: this.#step,
    });
  }

  undo(): void {
    const { before } = this.#step;
    if (before !== null) this.#go({ ...before, shown: false });
  }

  bury(): void {
    this.#say('With a real card this puts it off until tomorrow.');
  }

  suspend(): void {
    this.#say('With a real card this asks it no more.');
  }

  flag(): void {
    this.#say('With a real card this keeps a note on what is wrong with it.');
  }

  tick(): void {}

  sources(): Promise<readonly []> {
    return Promise.resolve([]);
  }

  edit(): Promise<void> {
    return Promise.reject(new TenetError('a practice card cannot be changed'));
  }

  cardText(): string {
    const [card] = this.#step.waiting;
    return card === undefined ? '' : `Q: ${card.question}\nA: ${card.answer}\n`;
  }

  reload(): Promise<void> {
    return Promise.resolve();
  }

  summary(): SessionSummary {
    const none = { minutes: 0, recalled: null, tomorrow: 0, tomorrowMinutes: 0, hardest: null };
    return { ...none, answers: this.#step.answers, cards: this.#cards };
  }

  #go(step: Step): void {
    this.#step = step;
    this.#say(null);
  }

  #say(notice: string | null): void {
    this.#view.set(this.#frame(notice));
  }

  #frame(notice: string | null): ReviewView {
    const { waiting, missed, shown, before } = this.#step;
    const [card, ...others] = waiting;
    const unmet = others.filter((other) => !missed.includes(other)).length;
    const progress = {
      done: this.#cards - waiting.length,
      left: waiting.length,
      again: missed.length,
      met: this.#cards - unmet,
    };
    const frame = { progress, canUndo: before !== null };
    if (card === undefined)
      return { ...frame, notice: null, phase: 'done', summary: this.summary() };
    const said = notice ?? (shown ? card.after : card.before);
    if (!shown) return { ...frame, notice: said, phase: 'question', card: shownCard(card) };
    const choices = [choice(1, 60, this.#nowMs), choice(3, 600, this.#nowMs)];
    return { ...frame, notice: said, phase: 'answer', card: shownCard(card), choices };
  }
}

function choice(grade: Grade, inSeconds: number, nowMs: number): GradeChoice {
  return { grade, inSeconds, due: { kind: 'instant', atMs: nowMs + inSeconds * 1000 } };
}

function shownCard({ question, answer }: PracticeCard): ShownCard {
  return {
    key: question as CardKey,
    id: question as CardId,
    kind: 'basic',
    face: { question, answer, inPlace: false },
    deck: 'Practice',
    topics: [],
    tags: [],
    note: '',
    typed: null,
    sources: [],
    file: '',
    line: 1,
    flag: 0,
    flagNote: '',
    state: 'new',
  };
}
