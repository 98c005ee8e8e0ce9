import type { CardKey } from '../model/card.ts';
import type { EventId } from '../model/event.ts';
import type { Queue } from './queue.ts';

/** A side in a session. */
interface SessionItem {
  readonly key: CardKey;
  /** It was answered in this session before. */
  readonly again: boolean;
}

/** A side in its steps, which is asked when it is due: it comes back, or was in its steps when the session began. */
interface Returning extends SessionItem {
  readonly dueAtMs: number;
}

/** How long a session waits for what comes back. */
export interface SessionRules {
  /** How early a learning side may be asked when nothing else is left. */
  readonly learnAheadMs: number;
  /** How much longer than that it is waited for; what comes back later is for another session. */
  readonly longestWaitMs: number;
}

/** What is asked now, or why nothing is. */
type Stage =
  | { readonly phase: 'question' | 'answer'; readonly current: SessionItem }
  | { readonly phase: 'waiting'; readonly untilMs: number }
  | { readonly phase: 'done' };

/** One sitting at one moment. A value: every step gives a new one, and an undo gives an old one back. */
export interface Session {
  readonly rules: SessionRules;
  /** Reviews, then new sides. */
  readonly items: readonly CardKey[];
  /** How many of `items` have been asked for the first time, the current one included. */
  readonly asked: number;
  /** By due, the current one not included. */
  readonly returning: readonly Returning[];
  readonly stage: Stage;
  /** Sides that were answered and do not come back. */
  readonly done: number;
  readonly past: Step | null;
}

/** An act, by the event that recorded it, and the session as it was before. */
interface Step {
  readonly event: EventId;
  readonly before: Session;
}

/** How many sides of a session are where. */
export interface SessionProgress {
  /** Answered, and they do not come back. */
  readonly done: number;
  /** The others, the one on the screen included. */
  readonly left: number;
  /** Of those left, the ones that were answered in this session and come back. */
  readonly again: number;
  /** Asked at least once: those that are done, and the one on the screen, are among them. */
  readonly met: number;
}

/** A session over a queue, with its first question. */
export function startSession(queue: Queue, rules: SessionRules, nowMs: number): Session {
  const items = [...queue.reviews, ...queue.fresh].map(({ key }) => key);
  const returning = queue.learning.map(({ candidate: { key }, dueAtMs }) => ({
    key,
    dueAtMs,
    again: false,
  }));
  return begin({ rules, items, returning }, nowMs);
}

/** A session over sides in the order given, due or not, with its first question. */
export function startCram(keys: readonly CardKey[], rules: SessionRules, nowMs: number): Session {
  return begin({ rules, items: keys, returning: [] }, nowMs);
}

function begin(parts: Pick<Session, 'rules' | 'items' | 'returning'>, nowMs: number): Session {
  return next({ ...parts, asked: 0, stage: { phase: 'done' }, done: 0, past: null }, nowMs);
}

/** The same side with its answer shown; anything but a question stays as it is. */
export function showAnswer(session: Session): Session {
  const { stage } = session;
  if (stage.phase !== 'question') return session;
  return { ...session, stage: { phase: 'answer', current: stage.current } };
}

/** After an answer: the side comes back at `dueAtMs`, or with null not in this session; then the next one. */
export function answered(
  session: Session,
  event: EventId,
  dueAtMs: number | null,
  nowMs: number,
): Session {
  const key = currentKey(session);
  if (key === null) return session;
  const past = { event, before: askedAgain(session) };
  if (dueAtMs === null) return next({ ...session, done: session.done + 1, past }, nowMs);
  const later = session.returning.filter((other) => other.key !== key);
  const at = later.findIndex((other) => other.dueAtMs > dueAtMs);
  const returning = later.toSpliced(at < 0 ? later.length : at, 0, { key, dueAtMs, again: true });
  return next({ ...session, returning, past }, nowMs, key);
}

/** After the side was buried or suspended, or (without an event) is gone from its deck: the next one. */
export function leftOut(session: Session, event: EventId | null, nowMs: number): Session {
  const past = event === null ? session.past : { event, before: askedAgain(session) };
  return currentKey(session) === null ? session : next({ ...session, past }, nowMs);
}

/** After an act that leaves the side where it is, such as a flag. */
export function noted(session: Session, event: EventId): Session {
  return { ...session, past: { event, before: session } };
}

/** A side that was waited for may be due now; nothing else changes with time alone. */
export function tick(session: Session, nowMs: number): Session {
  const { stage } = session;
  return stage.phase === 'waiting' && stage.untilMs <= nowMs ? next(session, nowMs) : session;
}

/** The session before the last act, with the question of the side that it took away; null at the start. */
export function undone(session: Session): Session | null {
  return session.past === null ? null : session.past.before;
}

/** The key on the screen, or null. */
export function currentKey({ stage }: Session): CardKey | null {
  return stage.phase === 'question' || stage.phase === 'answer' ? stage.current.key : null;
}

/** How far the session is. */
export function progressOf({ items, asked, returning, stage, done }: Session): SessionProgress {
  const onScreen = 'current' in stage ? [stage.current] : [];
  const again = [...onScreen, ...returning].filter((item) => item.again).length;
  const waiting = items.length - asked;
  const left = waiting + returning.length + onScreen.length;
  const unmet = waiting + returning.filter((item) => !item.again).length;
  return { done, left, again, met: done + left - unmet };
}

function askedAgain(session: Session): Session {
  const { stage } = session;
  if (stage.phase !== 'answer') return session;
  return { ...session, stage: { phase: 'question', current: stage.current } };
}

/**
 * Learning sides that are due come first, then the queue, then learning sides ahead of their time: of these
 * not the one just answered while another may be asked, since an answer seen a moment ago tests nothing.
 */
function next(session: Session, nowMs: number, justAnswered: CardKey | null = null): Session {
  const { items, asked, returning, rules } = session;
  const soonest = returning[0];
  if (soonest !== undefined && soonest.dueAtMs <= nowMs) return comeBack(session, soonest);
  const key = items[asked];
  if (key !== undefined) {
    const current = { key, again: false };
    return { ...session, asked: asked + 1, stage: { phase: 'question', current } };
  }
  if (soonest === undefined) return { ...session, stage: { phase: 'done' } };
  const early = returning.filter(({ dueAtMs }) => dueAtMs - rules.learnAheadMs <= nowMs);
  const chosen = early.find((other) => other.key !== justAnswered) ?? early[0];
  if (chosen !== undefined) return comeBack(session, chosen);
  const untilMs = soonest.dueAtMs - rules.learnAheadMs;
  const phase = untilMs - nowMs <= rules.longestWaitMs ? 'waiting' : 'done';
  return { ...session, stage: phase === 'waiting' ? { phase, untilMs } : { phase } };
}

function comeBack(session: Session, { key, again }: Returning): Session {
  return {
    ...session,
    returning: session.returning.filter((other) => other.key !== key),
    stage: { phase: 'question', current: { key, again } },
  };
}
