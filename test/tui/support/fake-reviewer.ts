import type {
  GradeChoice,
  Reviewer,
  ReviewView,
  SessionSummary,
  ShownCard,
  SourceView,
} from '../../../src/app/review/view.ts';
import type { TenetError } from '../../../src/model/problem.ts';
import type { Grade } from '../../../src/model/schedule.ts';

interface Step {
  readonly queue: readonly ShownCard[];
  readonly done: number;
  readonly answers: readonly { readonly key: string; readonly grade: Grade }[];
  readonly phase: 'question' | 'answer' | 'waiting' | 'done';
  readonly notice: string | null;
}

const choices: readonly GradeChoice[] = ([600, 3, 8, 76] as const).map((amount, index) => ({
  grade: (index + 1) as Grade,
  due: index === 0 ? { kind: 'instant', atMs: 0 } : { kind: 'day', day: 20_000 + amount },
  inSeconds: index === 0 ? amount : amount * 86_400,
}));

/**
 * A session over a list of cards, without a store or a scheduler: a card that was missed comes back at
 * the end. It keeps what was called, so that a test can see what keys did.
 */
export class FakeReviewer implements Reviewer {
  readonly calls: string[] = [];
  failure: TenetError | null = null;
  sourceViews: readonly SourceView[] = [];
  waitingUntilMs: number | null = null;
  readonly #listeners = new Set<() => void>();
  readonly #history: Step[] = [];
  #step: Step;
  #view: ReviewView;

  constructor(cards: readonly ShownCard[]) {
    const phase = cards.length === 0 ? 'done' : 'question';
    this.#step = { queue: cards, done: 0, answers: [], phase, notice: null };
    this.#view = this.#draw();
  }

  get answers(): Step['answers'] {
    return this.#step.answers;
  }

  view(): ReviewView {
    return this.#view;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  show(): void {
    this.#act('show', {
      phase: this.#step.phase === 'waiting' ? 'question' : 'answer',
      notice: null,
    });
  }

  grade(grade: Grade): void {
    const [card, ...rest] = this.#step.queue;
    if (card === undefined || this.#step.phase !== 'answer')
      throw new Error('a grade without an answer on the screen');
    const queue = grade === 1 ? [...rest, { ...card, state: 'relearning' as const }] : rest;
    const waits = this.waitingUntilMs !== null && queue.length === 1;
    this.#advance(`grade ${grade} ${card.key}`, {
      queue,
      done: this.#step.done + (grade === 1 ? 0 : 1),
      answers: [...this.#step.answers, { key: card.key, grade }],
      phase: queue.length === 0 ? 'done' : waits ? 'waiting' : 'question',
      notice: null,
    });
  }

  undo(): void {
    const before = this.#history.pop();
    if (before === undefined) throw new Error('nothing to undo');
    this.#act('undo', { ...before, notice: 'Undone.' });
  }

  bury(): void {
    this.#remove('bury', 'Put off until tomorrow. u brings it back.');
  }

  suspend(): void {
    this.#remove('suspend', 'Suspended. u brings it back.');
  }

  flag(flag: number, note: string): void {
    const [card, ...rest] = this.#step.queue;
    if (card === undefined) return;
    this.#advance(`flag ${flag} ${note}`, {
      queue: [{ ...card, flag, flagNote: note }, ...rest],
      notice: flag === 0 ? 'Flag removed.' : 'Flagged.',
    });
  }

  tick(): void {
    this.calls.push('tick');
  }

  sources(): Promise<readonly SourceView[]> {
    return Promise.resolve(this.sourceViews);
  }

  edit(text: string): Promise<void> {
    if (this.failure !== null) return Promise.reject(this.failure);
    const [card, ...rest] = this.#step.queue;
    if (card === undefined) return Promise.resolve();
    const [question = '', answer = ''] = text.replace(/^Q: /, '').split('\nA: ');
    const face = { question, answer, inPlace: false };
    this.#advance(`edit ${text}`, { queue: [{ ...card, face }, ...rest], notice: 'Saved.' });
    return Promise.resolve();
  }

  cardText(): string {
    const { question = '', answer = '' } = this.#step.queue[0]?.face ?? {};
    return `Q: ${question}\nA: ${answer}`;
  }

  reload(): Promise<void> {
    this.calls.push('reload');
    return Promise.resolve();
  }

  summary(): SessionSummary {
    const { answers } = this.#step;
    return {
      answers: answers.length,
      cards: new Set(answers.map(({ key }) => key)).size,
      minutes: 5,
      recalled:
        answers.length === 0
          ? null
          : answers.filter(({ grade }) => grade > 1).length / answers.length,
      tomorrow: 14,
      tomorrowMinutes: 4,
      hardest: answers.some(({ grade }) => grade === 1)
        ? 'Which three reasons does Leike give?'
        : null,
    };
  }

  #remove(call: string, notice: string): void {
    const [, ...queue] = this.#step.queue;
    const phase = queue.length === 0 ? 'done' : 'question';
    this.#advance(call, { queue, done: this.#step.done + 1, phase, notice });
  }

  #advance(call: string, patch: Partial<Step>): void {
    if (this.failure !== null) throw this.failure;
    this.#history.push(this.#step);
    this.#act(call, patch);
  }

  #act(call: string, patch: Partial<Step>): void {
    this.calls.push(call);
    this.#step = { ...this.#step, ...patch };
    this.#view = this.#draw();
    for (const listener of this.#listeners) listener();
  }

  #draw(): ReviewView {
    const { queue, done, phase, notice } = this.#step;
    const [card] = queue;
    const left = queue.length;
    const again = queue.filter(({ state }) => state === 'relearning').length;
    const first = card === undefined || card.state === 'relearning' ? 0 : 1;
    const common = {
      progress: { done, left, again, met: Math.min(done + left, done + again + first) },
      canUndo: this.#history.length > 0,
      notice,
    };
    if (phase === 'waiting') return { ...common, phase, untilMs: this.waitingUntilMs ?? 0 };
    if (phase === 'done' || card === undefined)
      return { ...common, phase: 'done', summary: this.summary() };
    return phase === 'answer' ? { ...common, phase, card, choices } : { ...common, phase, card };
  }
}
