import { TenetError } from '../../../model/problem.ts';
import type { ReviewView } from '../../../app/review/view.ts';
import { editKey, pasteInto } from '../../edit/edit-keys.ts';
import type { TextBuffer } from '../../edit/text-buffer.ts';
import type { KeyPress } from '../../hooks/key-press.ts';
import { createRepeatGuard } from '../../hooks/repeat-guard.ts';
import { actions, type Action } from '../../keys.ts';
import { failureWords, reviewActions, type Actions } from './actions.ts';
import { cardOf, type Desk, type ReviewPorts } from './desk.ts';
import { freshState, modeOf, noExtent, type Extent, type ReviewState } from './state.ts';

/**
 * The review screen without its picture: keys go in, the session moves, the state says what to draw.
 * It lives as long as the screen does.
 */
export class ReviewController {
  readonly #ports: ReviewPorts;
  readonly #acts: Actions;
  readonly #listeners = new Set<() => void>();
  readonly #meant = createRepeatGuard();
  #state: ReviewState;
  #extent = noExtent;
  #seen: ReviewView | null = null;
  #busy = false;

  constructor(ports: ReviewPorts) {
    this.#ports = ports;
    this.#state = freshState(ports.reviewer.view());
    const desk: Desk = {
      ...ports,
      state: this.state,
      change: (patch) => this.#change(patch),
      extent: () => this.#extent,
      seen: () => this.#seen,
      background: (work) => this.#background(work),
      meanwhile: (work) => void work().catch((failure: unknown) => this.#report(failure)),
    };
    this.#acts = reviewActions(desk);
  }

  readonly state = (): ReviewState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Tells the measures of the picture that is being drawn. */
  measure(extent: Extent): void {
    this.#extent = extent;
  }

  /** Tells that the person sees this view now: what must be seen first is not done before. */
  paint(view: ReviewView | null): void {
    this.#seen = view;
  }

  readonly press = (pressed: KeyPress): void => {
    const meant = this.#meant(pressed.name, this.#ports.monotonicMs());
    const action = this.#actionFor(pressed.name);
    if (this.#busy && action !== 'quit') return;
    if (action === undefined) this.#edit((buffer, shape) => editKey(buffer, pressed, shape));
    else if (meant || actions[action].repeats === true) this.#act(action, pressed.name);
  };

  readonly paste = (text: string): void => {
    if (!this.#busy) this.#edit((buffer, shape) => pasteInto(buffer, text, shape));
  };

  #actionFor(key: string): Action | undefined {
    const mode = this.#extent.tooSmall
      ? 'tooSmall'
      : modeOf(this.#ports.reviewer.view(), this.#state);
    return this.#ports.keymap.actionFor(mode, key);
  }

  #act(action: Action, key: string): void {
    const before = this.#ports.reviewer.view();
    if (this.#state.notice !== null) this.#change({ notice: null });
    const back = action === 'back' ? stepBack(this.#state) : null;
    if (back !== null) {
      this.#change(back);
      return;
    }
    try {
      this.#acts[action]?.(key);
    } catch (failure) {
      this.#report(failure);
    }
    this.#follow(before);
  }

  /** Slow work: keys wait until it is done, except the one that leaves. */
  #background(work: () => Promise<void>): void {
    this.#busy = true;
    const before = this.#ports.reviewer.view();
    void work()
      .catch((failure: unknown) => this.#report(failure))
      .then(() => {
        this.#busy = false;
        this.#follow(before);
      });
  }

  /** An expected failure is said and changes nothing; a bug ends the screen. */
  #report(failure: unknown): void {
    if (failure instanceof TenetError)
      this.#change({ notice: { text: failureWords(failure), tone: 'error' } });
    else this.#ports.onBug(failure);
  }

  /** A new card begins afresh; the answer of the same card only closes what stood over it. */
  #follow(before: ReviewView): void {
    const now = this.#ports.reviewer.view();
    if (now === before) return;
    const sameCard = cardOf(now)?.key === cardOf(before)?.key;
    const asksAgain = now.phase === 'question' && before.phase !== 'question';
    if (!sameCard || asksAgain) this.#change({ ...freshState(now), notice: this.#state.notice });
    else if (now.phase !== before.phase)
      this.#change({ typing: false, scroll: null, layer: { kind: 'none' } });
  }

  /** Changes the field that has the cursor, where there is one. */
  #edit(
    change: (buffer: TextBuffer, shape: { width: number; multiline: boolean }) => TextBuffer,
  ): void {
    const { layer, typed, typing } = this.#state;
    const shape = { width: this.#extent.fieldWidth, multiline: layer.kind === 'edit' };
    if (layer.kind === 'edit')
      this.#change({ layer: { ...layer, buffer: change(layer.buffer, shape), problems: [] } });
    else if (layer.kind === 'flag')
      this.#change({ layer: { ...layer, buffer: change(layer.buffer, shape) } });
    else if (layer.kind === 'none' && typing) this.#change({ typed: change(typed, shape) });
  }

  #change(patch: Partial<ReviewState>): void {
    this.#state = { ...this.#state, ...patch };
    for (const listener of this.#listeners) listener();
  }
}

/** What Esc does before it leaves the session: out of the text, the prompt, the line; null when there is nothing. */
function stepBack({ layer, typing }: ReviewState): Partial<ReviewState> | null {
  if (layer.kind === 'edit' && layer.buffer.text !== layer.original)
    return { layer: { kind: 'discard', edit: layer } };
  if (layer.kind !== 'none') return { layer: { kind: 'none' } };
  return typing ? { typing: false } : null;
}
