import { Watched } from '../../app/watched.ts';
import { TenetError } from '../../model/problem.ts';
import { editKey, pasteInto, type FieldShape } from '../edit/edit-keys.ts';
import type { TextBuffer } from '../edit/text-buffer.ts';
import type { KeyPress } from './key-press.ts';
import type { Action } from '../keys.ts';
import type { Mode } from '../modes.ts';
import { noExtent, type Extent } from '../picture.ts';
import type { Actions, Desk, Ports } from './desk.ts';
import { createKeyReader } from './key-reader.ts';
import { failureWords, type Notice } from './notice.ts';

/** The text field that has the cursor. */
export interface Field<State> {
  readonly buffer: TextBuffer;
  readonly multiline: boolean;
  /** What changes with another text in it. */
  with(buffer: TextBuffer): Partial<State>;
}

/** What one screen has of its own: the sitting that it moves, its state, and what its keys do. */
export interface Conduct<View, State> {
  /** The sitting as it is now; the same object until it moves. */
  view(): View;
  subscribe(listener: () => void): () => void;
  readonly first: State;
  actions(desk: Desk<View, State>): Actions;
  /** Which part of the table of keys is in force. */
  mode(view: View, state: State): Mode;
  /** What Esc does before it leaves: out of a text, a prompt, a layer; null when there is nothing. */
  stepBack(state: State): Partial<State> | null;
  /** What the sitting's move from one view to another changes on the screen; null for nothing. */
  follow(before: View, now: View): Partial<State> | null;
  field(state: State): Field<State> | null;
  /** What an expected failure changes besides being said. */
  failed?(): Partial<State>;
}

/**
 * A screen without its picture: keys go in, the sitting moves, the state says what to draw. It lives as
 * long as the screen does.
 */
export class Controller<View, State extends { readonly notice: Notice | null }> {
  readonly #ports: Ports;
  readonly #conduct: Conduct<View, State>;
  readonly #acts: Actions;
  readonly #read: ReturnType<typeof createKeyReader>;
  readonly #state: Watched<State>;
  #extent = noExtent;
  #seen: View | null = null;
  #busy = false;

  constructor(ports: Ports, conduct: Conduct<View, State>) {
    this.#ports = ports;
    this.#conduct = conduct;
    this.#read = createKeyReader(ports.keymap, ports.monotonicMs);
    this.#state = new Watched(conduct.first);
    this.#acts = conduct.actions({
      state: this.state,
      change: (patch) => this.#change(patch),
      extent: () => this.#extent,
      seen: () => this.#seen,
      background: (work) => this.#background(work),
      meanwhile: (work) => void work().catch((failure: unknown) => this.#report(failure)),
    });
  }

  readonly state = (): State => this.#state.get();

  readonly view = (): View => this.#conduct.view();

  /** Calls `listener` when the state changes, and when the sitting moves. */
  readonly subscribe = (listener: () => void): (() => void) => {
    const ends = [this.#state.subscribe(listener), this.#conduct.subscribe(listener)];
    return () => ends.forEach((end) => end());
  };

  /** Tells the measures of the picture that is being drawn. */
  measure(extent: Extent): void {
    this.#extent = extent;
  }

  /** Tells that the person sees this view now: what must be seen first is not done before. */
  paint(view: View | null): void {
    this.#seen = view;
  }

  readonly press = (pressed: KeyPress): void => {
    const mode = this.#extent.tooSmall ? 'tooSmall' : this.#conduct.mode(this.view(), this.state());
    const { action, meant } = this.#read(mode, pressed.name);
    if (this.#busy && action !== 'quit') return;
    if (action === undefined) this.#edit((buffer, shape) => editKey(buffer, pressed, shape));
    else if (meant) this.#act(action, pressed.name);
  };

  readonly paste = (text: string): void => {
    if (!this.#busy) this.#edit((buffer, shape) => pasteInto(buffer, text, shape));
  };

  #act(action: Action, key: string): void {
    const before = this.view();
    if (this.state().notice !== null) this.#say(null);
    const back = action === 'back' ? this.#conduct.stepBack(this.state()) : null;
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
    const before = this.view();
    void work()
      .catch((failure: unknown) => this.#report(failure))
      .then(() => {
        this.#busy = false;
        this.#follow(before);
      });
  }

  /** An expected failure is said and changes nothing else; a bug ends the screen. */
  #report(failure: unknown): void {
    if (!(failure instanceof TenetError)) {
      this.#ports.onBug(failure);
      return;
    }
    this.#say({ text: failureWords(failure), tone: 'error' });
  }

  /** What was said of the act that moved the sitting stays. */
  #follow(before: View): void {
    const now = this.view();
    const patch = now === before ? null : this.#conduct.follow(before, now);
    if (patch !== null) this.#change({ ...patch, notice: this.state().notice });
  }

  /** Changes the field that has the cursor, where there is one. */
  #edit(change: (buffer: TextBuffer, shape: FieldShape) => TextBuffer): void {
    const field = this.#conduct.field(this.state());
    if (field === null) return;
    const shape = { width: this.#extent.fieldWidth, multiline: field.multiline };
    this.#change(field.with(change(field.buffer, shape)));
  }

  #say(notice: Notice | null): void {
    this.#state.set({ ...this.state(), notice });
  }

  #change(patch: Partial<State>): void {
    this.#state.set({ ...this.state(), ...patch });
  }
}
