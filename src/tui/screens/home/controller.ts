import type { HomeView } from '../../../app/review/home-view.ts';
import { Watched } from '../../../app/watched.ts';
import type { Leaving } from '../../control/desk.ts';
import { createKeyReader } from '../../control/key-reader.ts';
import type { KeyPress } from '../../control/key-press.ts';
import type { Action } from '../../keys.ts';
import type { Mode } from '../../modes.ts';
import type { Keymap } from '../../keymap.ts';

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
export function homeMode({ reading, due, new: fresh }: HomeView): Mode {
  if (reading === null) return 'home';
  return due + fresh === 0 ? 'homeStart' : 'homeWithReader';
}

/** Home without its picture. */
export class HomeController {
  readonly #ports: HomePorts;
  readonly #mode: Mode;
  readonly #decks: readonly string[];
  readonly #read: ReturnType<typeof createKeyReader>;
  readonly #state = new Watched<HomeState>({ chosen: null, help: false });

  constructor(view: HomeView, ports: HomePorts) {
    this.#ports = ports;
    this.#read = createKeyReader(ports.keymap, ports.monotonicMs);
    this.#mode = homeMode(view);
    this.#decks = view.groups.flatMap(({ decks }) => decks.map(({ title }) => title));
  }

  readonly state = this.#state.get;

  readonly subscribe = this.#state.subscribe;

  /** `tooSmall`: there was no room for home, and nothing is done unseen. */
  readonly press = ({ name }: KeyPress, tooSmall: boolean): void => {
    const mode = tooSmall ? 'tooSmall' : this.state().help ? 'help' : this.#mode;
    const { action, meant } = this.#read(mode, name);
    if (action !== undefined && meant) this.#act(action);
  };

  #act(action: Action): void {
    const { onReview, onRead, onLeave } = this.#ports;
    const { chosen } = this.state();
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
    if (this.state().chosen !== null) this.#change({ chosen: null });
    else this.#ports.onLeave('leave');
  }

  #choose(index: number): void {
    if (this.#decks.length > 0)
      this.#change({ chosen: Math.max(0, Math.min(this.#decks.length - 1, index)) });
  }

  #change(patch: Partial<HomeState>): void {
    this.#state.set({ ...this.state(), ...patch });
  }
}
