import type { ReviewView } from '../../../app/review/view.ts';
import { Controller, type Field } from '../../control/controller.ts';
import { isChanged } from '../../edit/card-text.ts';
import { reviewActions } from './actions.ts';
import { cardOf, type ReviewPorts } from './desk.ts';
import { freshState, modeOf, type ReviewState } from './state.ts';

/** What moves a review with keys, and says what to draw of it. */
export type ReviewController = Controller<ReviewView, ReviewState>;

/** The review screen without its picture. */
export function createReviewController(ports: ReviewPorts): ReviewController {
  const { reviewer } = ports;
  return new Controller<ReviewView, ReviewState>(ports, {
    view: () => reviewer.view(),
    subscribe: (listener) => reviewer.subscribe(listener),
    first: freshState(reviewer.view()),
    actions: (desk) => reviewActions({ ...ports, ...desk }),
    mode: modeOf,
    stepBack,
    follow,
    field,
  });
}

function stepBack({ layer, typing }: ReviewState): Partial<ReviewState> | null {
  if (layer.kind === 'edit' && isChanged(layer)) return { layer: { kind: 'discard', edit: layer } };
  if (layer.kind !== 'none') return { layer: { kind: 'none' } };
  return typing ? { typing: false } : null;
}

/** A new card begins afresh; the answer of the same card only closes what stood over it. */
function follow(before: ReviewView, now: ReviewView): Partial<ReviewState> | null {
  const sameCard = cardOf(now)?.key === cardOf(before)?.key;
  const asksAgain = now.phase === 'question' && before.phase !== 'question';
  if (!sameCard || asksAgain) return freshState(now);
  return now.phase === before.phase
    ? null
    : { typing: false, scroll: null, layer: { kind: 'none' } };
}

function field({ layer, typed, typing }: ReviewState): Field<ReviewState> | null {
  if (layer.kind === 'edit')
    return {
      buffer: layer.buffer,
      multiline: true,
      with: (buffer) => ({ layer: { ...layer, buffer, problems: [] } }),
    };
  if (layer.kind === 'flag')
    return {
      buffer: layer.buffer,
      multiline: false,
      with: (buffer) => ({ layer: { ...layer, buffer } }),
    };
  if (layer.kind !== 'none' || !typing) return null;
  return { buffer: typed, multiline: false, with: (typed) => ({ typed }) };
}
