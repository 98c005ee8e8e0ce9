import type { HomeView } from '../../../app/review/home-view.ts';
import type { KeyPress } from '../../hooks/key-press.ts';
import { createRepeatGuard } from '../../hooks/repeat-guard.ts';
import { actions, type Action, type Mode } from '../../keys.ts';
import type { Keymap } from '../../keymap.ts';
import type { Leaving } from '../review/desk.ts';

/** What home knows besides its view: the chosen deck (none at first), and whether the help is open. */
export interface HomeState {
  readonly chosen: number | null;
  readonly help: boolean;
}

/** Where home leads. */
export interface HomePorts {
  readonly keymap: Keymap;
  /** Reviews one deck, or all that is due. */
  readonly onReview: (deck?: string) => void;
  /** Goes on reading, or begins. */
  readonly onRead: () => void;
  readonly onLeave: (how: Leaving) => void;
  readonly monotonicMs: () => number;
}

/** Which part of the table of keys is in force. */
export function homeMode({ reading }: HomeView): Mode {
  if (reading === null) return 'home';
  return reading.starts ? 'homeStart' : 'homeWithReader';
}

/** Home without its picture. */
export class HomeController {
  readonly #ports: HomePorts;
  readonly #mode: Mode;
  readonly #decks: readonly string[];
  readonly #listeners = new Set<() => void>();
  readonly #meant = createRepeatGuard();
  #state: HomeState = { chosen: null, help: false };

  constructor(view: HomeView, ports: HomePorts) {
    this.#ports = ports;
    this.#mode = homeMode(view);
    this.#decks = view.groups.flatMap(({ decks }) => decks.map(({ title }) => title));
  }

  readonly state = (): HomeState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly press = ({ name }: KeyPress): void => {
    const meant = this.#meant(name, this.#ports.monotonicMs());
    const action = this.#ports.keymap.actionFor(this.#state.help ? 'help' : this.#mode, name);
    if (action !== undefined && (meant || actions[action].repeats === true)) this.#act(action);
  };

  #act(action: Action): void {
    const { onReview, onRead, onLeave } = this.#ports;
    const { chosen } = this.#state;
    if (action === 'reviewAll') onReview();
    else if (action === 'reviewDeck') onReview(chosen === null ? undefined : this.#decks[chosen]);
    else if (action === 'read' || action === 'startReading') onRead();
    else if (action === 'nextDeck') this.#choose(chosen === null ? 0 : chosen + 1);
    else if (action === 'previousDeck') this.#choose(chosen === null ? 0 : chosen - 1);
    else if (action === 'help') this.#change({ help: true });
    else if (action === 'close') this.#change({ help: false });
    else if (action === 'back') this.#back();
    else if (action === 'leave' || action === 'quit') onLeave(action);
  }

  /** Esc gives up the choice first, and leaves after that. */
  #back(): void {
    if (this.#state.chosen !== null) this.#change({ chosen: null });
    else this.#ports.onLeave('leave');
  }

  #choose(index: number): void {
    if (this.#decks.length > 0)
      this.#change({ chosen: Math.max(0, Math.min(this.#decks.length - 1, index)) });
  }

  #change(patch: Partial<HomeState>): void {
    this.#state = { ...this.#state, ...patch };
    for (const listener of this.#listeners) listener();
  }
}
