import { TenetError } from '../../../model/problem.ts';
import type { TriageView } from '../../../app/triage/view.ts';
import { editKey, type FieldShape, pasteInto } from '../../edit/edit-keys.ts';
import type { TextBuffer } from '../../edit/text-buffer.ts';
import type { KeyPress } from '../../hooks/key-press.ts';
import { createRepeatGuard } from '../../hooks/repeat-guard.ts';
import { actions, type Action } from '../../keys.ts';
import { failureWords } from '../review/actions.ts';
import { draftOf, triageActions, type TriageActions } from './actions.ts';
import type { TriageDesk, TriagePorts } from './desk.ts';
import { type Extent, freshState, modeOf, noExtent, type TriageState } from './state.ts';

/** The triage screen without its picture: keys go in, the sitting moves, the state says what to draw. */
export class TriageController {
  readonly #ports: TriagePorts;
  readonly #acts: TriageActions;
  readonly #listeners = new Set<() => void>();
  readonly #meant = createRepeatGuard();
  #state: TriageState = freshState;
  #extent = noExtent;
  #seen: TriageView | null = null;

  constructor(ports: TriagePorts) {
    this.#ports = ports;
    const desk: TriageDesk = {
      ...ports,
      state: this.state,
      change: (patch) => this.#change(patch),
      extent: () => this.#extent,
      seen: () => this.#seen,
      background: (work) => this.#background(work),
    };
    this.#acts = triageActions(desk);
  }

  readonly state = (): TriageState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Tells the measures of the picture that is being drawn. */
  measure(extent: Extent): void {
    this.#extent = extent;
  }

  /** Tells that the person sees this view now. */
  paint(view: TriageView | null): void {
    this.#seen = view;
  }

  readonly press = (pressed: KeyPress): void => {
    const meant = this.#meant(pressed.name, this.#ports.monotonicMs());
    const action = this.#actionFor(pressed.name);
    if (this.#state.busy && action !== 'quit') return;
    if (action === undefined) this.#type((buffer, shape) => editKey(buffer, pressed, shape));
    else if (meant || actions[action].repeats === true) this.#act(action, pressed.name);
  };

  readonly paste = (text: string): void => {
    if (!this.#state.busy) this.#type((buffer, shape) => pasteInto(buffer, text, shape));
  };

  #actionFor(key: string): Action | undefined {
    const mode = this.#extent.tooSmall
      ? 'tooSmall'
      : modeOf(this.#ports.triage.view(), this.#state);
    return this.#ports.keymap.actionFor(mode, key);
  }

  #act(action: Action, key: string): void {
    const before = this.#ports.triage.view();
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

  #background(work: () => Promise<void>): void {
    const before = this.#ports.triage.view();
    this.#change({ busy: true });
    void work()
      .catch((failure: unknown) => this.#report(failure))
      .then(() => {
        this.#change({ busy: false });
        this.#follow(before);
      });
  }

  /** An expected failure is said and changes nothing; a bug ends the screen. */
  #report(failure: unknown): void {
    if (failure instanceof TenetError)
      this.#change({
        layer: this.#state.layer.kind === 'merging' ? { kind: 'none' } : this.#state.layer,
        notice: { text: failureWords(failure), tone: 'error' },
      });
    else this.#ports.onBug(failure);
  }

  /** Another draft begins afresh. */
  #follow(before: TriageView): void {
    const now = this.#ports.triage.view();
    if (now === before) return;
    if (draftOf(now)?.id !== draftOf(before)?.id)
      this.#change({ ...freshState, notice: this.#state.notice });
  }

  #type(change: (buffer: TextBuffer, shape: FieldShape) => TextBuffer): void {
    const { layer } = this.#state;
    const shape = { width: this.#extent.fieldWidth, multiline: layer.kind === 'writing' };
    if (layer.kind === 'writing')
      this.#change({ layer: { ...layer, buffer: change(layer.buffer, shape), problems: [] } });
    else if (layer.kind === 'reason' || layer.kind === 'switching-off')
      this.#change({ layer: { ...layer, buffer: change(layer.buffer, shape) } });
  }

  #change(patch: Partial<TriageState>): void {
    this.#state = { ...this.#state, ...patch };
    for (const listener of this.#listeners) listener();
  }
}

/** What Esc does before it leaves: out of the text, the prompt, the list; null when there is nothing. */
function stepBack({ layer }: TriageState): Partial<TriageState> | null {
  if (layer.kind === 'none') return null;
  if (layer.kind === 'writing' && layer.buffer.text !== layer.original)
    return { layer: { kind: 'discard', writing: layer } };
  if (layer.kind === 'reason') return { layer: { kind: 'rejecting' } };
  return { layer: { kind: 'none' } };
}
