import type { EventBody, EventId } from '../../model/event.ts';
import type { Grade, Standing } from '../../model/schedule.ts';
import {
  answered,
  currentKey,
  leftOut,
  noted,
  type Session,
  showAnswer,
  tick,
  undone,
} from '../../review/session.ts';
import { usualAnswerMs } from '../../review/stats.ts';
import type { Moment } from '../../schedule/answer.ts';
import { countDue, recentAnswerMs } from '../../store/queue-sides.ts';
import type { Collection } from '../collection/collection.ts';
import { indexDecks, type IndexOptions } from '../decks/index-decks.ts';
import { type FoundSide, plainWords, shownCard } from './card.ts';
import { choicesFor, decide, type Deciding } from './decision.ts';
import { editInFile, textInFile } from './edit.ts';
import { frameOf, leechNotice, type Shown } from './frame.ts';
import type { ReviewFilter } from './queue.ts';
import { returnOf } from './return.ts';
import { SidesHere } from './sides-here.ts';
import { SittingDay } from './sitting-day.ts';
import { answerDeed, type Deed, summaryOfDeeds } from './summary.ts';
import type { Reviewer, ReviewView, SessionSummary, SourceView } from './view.ts';
import type { Study } from '../log/study.ts';
import { Watched } from '../watched.ts';

/** What a sitting works with. */
export interface ReviewerParts {
  readonly collection: Collection;
  readonly study: Study;
  readonly filter?: ReviewFilter;
}

/** The side on the screen as it was when it came there. */
interface OnScreen extends Shown {
  readonly found: FoundSide;
  readonly standing: Standing;
  readonly sinceMs: number;
}

/** What was written into the log, and where the side stands by it. */
interface Recorded {
  readonly event: EventId;
  readonly after: Standing;
}

/** From so many answers the usual time is taken. */
const answersLooked = 200;

/** A sitting over what is due now; the deck index should be up to date. Reads the queue once. */
export function openReviewer(parts: ReviewerParts): Reviewer {
  return new Sitting(parts);
}

class Sitting implements Reviewer {
  readonly #collection: Collection;
  readonly #study: Study;
  readonly #filter: ReviewFilter;
  readonly #cram: boolean;
  readonly #answerMs: number;
  readonly #sides: SidesHere;
  readonly #view: Watched<ReviewView>;
  #day: SittingDay;
  #session: Session;
  #screen: OnScreen | null = null;
  /** One for each step of `#session.past`. */
  #deeds: readonly Deed[] = [];

  constructor({ collection, study, filter = {} }: ReviewerParts) {
    this.#collection = collection;
    this.#study = study;
    this.#filter = filter;
    this.#cram = filter.cram === true;
    this.#answerMs = usualAnswerMs(recentAnswerMs(study.store, answersLooked));
    this.#sides = new SidesHere(study.store);
    this.#day = new SittingDay(study, filter);
    this.#session = this.#day.session();
    this.#present();
    this.#view = new Watched(this.#frame(null));
  }

  view(): ReviewView {
    return this.#view.get();
  }

  subscribe(listener: () => void): () => void {
    return this.#view.subscribe(listener);
  }

  show(): void {
    const { stage } = this.#session;
    if (stage.phase === 'waiting') {
      this.#wake(stage.untilMs);
      return;
    }
    if (this.#screen === null || stage.phase !== 'question') return;
    const { sinceMs } = this.#screen;
    this.#session = showAnswer(this.#session);
    this.#present(sinceMs);
    this.#change(null);
  }

  grade(grade: Grade): void {
    const screen = this.#screen;
    if (screen === null || this.#session.stage.phase !== 'answer') return;
    const moment = this.#study.now();
    const ms = Math.max(0, moment.atMs - screen.sinceMs);
    const next = this.#cram ? null : decide(this.#deciding(screen), grade, moment);
    const body: EventBody =
      next === null ? { kind: 'cram', grade, ms } : { kind: 'answer', grade, ms, due: next.due };
    const { event, after } = this.#record(screen, body);
    const question = plainWords(screen.card.face.question);
    const before = screen.standing.schedule.state;
    const deed = answerDeed({ event, key: after.key }, { grade, ms, before, question });
    const backAtMs = returnOf(this.#filter, grade, moment, { next, after });
    const session = answered(this.#session, event, backAtMs, moment.atMs);
    this.#goOn(session, deed, leechNotice(screen.standing, after));
  }

  undo(): void {
    const session = undone(this.#session);
    const deed = this.#deeds.at(-1);
    if (session === null || deed === undefined) return;
    const key = this.#sides.find(deed.key)?.side.key ?? deed.key;
    const before = this.#study.standing(key);
    this.#study.record([{ card: deed.key, body: { kind: 'undo', undoes: [deed.event] } }]);
    this.#day.dues.move(before, this.#study.standing(key));
    this.#deeds = this.#deeds.slice(0, -1);
    this.#session = session;
    this.#present();
    this.#change(`Took back: ${deed.name}.`);
  }

  bury(): void {
    this.#leaveOut({ kind: 'bury' }, 'Put off until tomorrow. u brings it back.');
  }

  suspend(): void {
    this.#leaveOut({ kind: 'suspend' }, 'Suspended. u brings it back.');
  }

  flag(flag: number, note: string): void {
    const screen = this.#screen;
    if (screen === null) return;
    const { event, after } = this.#record(screen, { kind: 'flag', flag, note });
    this.#deeds = [...this.#deeds, { event, key: after.key, name: 'flag', answer: null }];
    this.#session = noted(this.#session, event);
    this.#present(screen.sinceMs);
    this.#change(flag === 0 ? 'Flag removed. u brings it back.' : 'Flagged. u takes it back.');
  }

  tick(): void {
    if (this.#session.stage.phase === 'waiting') this.#wake(this.#study.now().atMs);
  }

  /** Brings the card that is waited for, if it is due at `atMs` (which may lie ahead: shown early). */
  #wake(atMs: number): void {
    const session = this.#onNewDay(tick(this.#session, atMs), this.#study.now().atMs);
    if (session === this.#session) return;
    this.#session = session;
    this.#present();
    this.#change(null);
  }

  async sources(): Promise<readonly SourceView[]> {
    const found = this.#screen?.found;
    if (found === undefined) return [];
    const { viewSources } = await import('../documents/source-view.ts');
    return viewSources(this.#collection, found.file, found.card.sources);
  }

  async edit(text: string): Promise<void> {
    const found = this.#screen?.found;
    if (found === undefined) return;
    this.#reindex({ edited: [editInFile(this.#collection, found, text)] });
  }

  cardText(): string {
    const found = this.#screen?.found;
    return found === undefined ? '' : textInFile(this.#collection, found);
  }

  async reload(): Promise<void> {
    this.#reindex({});
  }

  summary(): SessionSummary {
    return summaryOfDeeds(this.#deeds, {
      tomorrow: countDue(this.#study.store, this.#day.today.day + 1),
      answerMs: this.#answerMs,
    });
  }

  /** Durable when it returns; when it throws nothing was changed. */
  #record({ found, standing }: OnScreen, body: EventBody): Recorded {
    const { key } = found.side;
    const [event] = this.#study.record([{ card: key, body, after: standing.head }]);
    if (event === undefined) throw new Error(`no event came of recording ${body.kind}`);
    const after = this.#study.standing(key);
    this.#day.dues.move(standing, after);
    return { event: event.id, after };
  }

  #leaveOut(body: EventBody, notice: string): void {
    const screen = this.#screen;
    if (screen === null) return;
    const { event, after } = this.#record(screen, body);
    const session = leftOut(this.#session, event, this.#study.now().atMs);
    this.#goOn(session, { event, key: after.key, name: body.kind, answer: null }, notice);
  }

  #goOn(session: Session, deed: Deed, notice: string | null): void {
    this.#deeds = [...this.#deeds, deed];
    this.#session = this.#onNewDay(session, this.#study.now().atMs);
    this.#present();
    this.#change(notice);
  }

  /** A sitting that goes on past the rollover gets the new day's queue; all of it can still be undone. */
  #onNewDay(session: Session, atMs: number): Session {
    if (!this.#day.isOver(atMs)) return session;
    this.#day = new SittingDay(this.#study, this.#filter);
    return { ...this.#day.session(), done: session.done, past: session.past };
  }

  /** Puts the current side on the screen, and passes over those that are in no deck any more. */
  #present(sinceMs?: number): void {
    this.#screen = null;
    const moment = this.#study.now();
    for (let key = currentKey(this.#session); key !== null; key = currentKey(this.#session)) {
      const found = this.#sides.find(key);
      if (found !== undefined) {
        this.#screen = this.#screenOf(found, moment, sinceMs ?? moment.atMs);
        return;
      }
      this.#session = leftOut(this.#session, null, moment.atMs);
    }
  }

  #screenOf(found: FoundSide, moment: Moment, sinceMs: number): OnScreen {
    const standing = this.#study.standing(found.side.key);
    const choices =
      this.#session.stage.phase === 'answer'
        ? choicesFor(this.#deciding({ found, standing }), moment, this.#cram)
        : [];
    return { found, standing, card: shownCard(found, standing), sinceMs, choices };
  }

  #deciding({ found, standing }: Pick<OnScreen, 'found' | 'standing'>): Deciding {
    return { study: this.#study, dues: this.#day.dues, found, standing };
  }

  #reindex(options: IndexOptions): void {
    const { linked } = indexDecks(this.#collection, this.#study, options);
    this.#sides.rename(linked);
    const before = this.#screen;
    this.#present(before?.sinceMs);
    const gone = before !== null && this.#screen === null;
    this.#change(gone ? 'The card is in no deck any more.' : null);
  }

  #change(notice: string | null): void {
    this.#view.set(this.#frame(notice));
  }

  #frame(notice: string | null): ReviewView {
    return frameOf(this.#session, this.#screen, notice, () => this.summary());
  }
}
