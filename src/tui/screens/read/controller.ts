import type { Reader, SectionKey } from '../../../app/reading/view.ts';
import { TenetError } from '../../../model/problem.ts';
import type { KeyPress } from '../../hooks/key-press.ts';
import { createRepeatGuard } from '../../hooks/repeat-guard.ts';
import { actions, type Action } from '../../keys.ts';
import type { Keymap } from '../../keymap.ts';
import type { Leaving } from '../review/desk.ts';
import { at, type Extent, modeOf, noExtent, type Place, type ReadState } from './state.ts';

/** What the read screen is given by the app around it. */
export interface ReadPorts {
  readonly reader: Reader;
  /** Where it begins; null for the list of chapters. */
  readonly at: SectionKey | null;
  /** The section was opened from one of its cards, and leads back to it. */
  readonly fromCard: boolean;
  readonly keymap: Keymap;
  /** Goes on to the cards of a section that was read. */
  readonly onCards: (section: SectionKey) => void;
  readonly onLeave: (how: Leaving) => void;
  /** Gets what nobody can act on: a bug. */
  readonly onBug: (failure: unknown) => void;
  /** Milliseconds that only ever grow, for the time between two keys. */
  readonly monotonicMs: () => number;
}

/** The read screen without its picture. */
export class ReadController {
  readonly #ports: ReadPorts;
  readonly #listeners = new Set<() => void>();
  readonly #meant = createRepeatGuard();
  #extent = noExtent;
  #state: ReadState;

  constructor(ports: ReadPorts) {
    this.#ports = ports;
    this.#state = this.#startingState();
  }

  readonly state = (): ReadState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Tells the measures of the picture that is being drawn. */
  measure(extent: Extent): void {
    this.#extent = extent;
  }

  readonly press = ({ name }: KeyPress): void => {
    const { keymap, fromCard, monotonicMs } = this.#ports;
    const meant = this.#meant(name, monotonicMs());
    const mode = this.#extent.tooSmall ? 'tooSmall' : modeOf(this.#state, fromCard);
    const action = keymap.actionFor(mode, name);
    if (action === undefined || !(meant || actions[action].repeats === true)) return;
    try {
      this.#act(action);
    } catch (failure) {
      if (failure instanceof TenetError) this.#change(at(this.#list(), sentence(failure.message)));
      else this.#ports.onBug(failure);
    }
  };

  #act(action: Action): void {
    const { place } = this.#state;
    if (action === 'leave' || action === 'quit') this.#ports.onLeave(action);
    else if (action === 'help') this.#change({ layer: { kind: 'help' }, layerScroll: 0 });
    else if (action === 'glossary') this.#glossary();
    else if (action === 'close' || action === 'closeNote')
      this.#change({ layer: { kind: 'none' } });
    else if (action === 'up' || action === 'down') this.#scroll(action === 'up' ? -1 : 1);
    else if (action === 'pageUp' || action === 'pageDown')
      this.#scroll((action === 'pageUp' ? -1 : 1) * this.#page());
    else if (place.kind === 'chapters') this.#inList(action, place);
    else this.#inSection(action, place);
  }

  #inList(action: Action, { view, chosen }: Extract<Place, { kind: 'chapters' }>): void {
    if (action === 'back') this.#ports.onLeave('back');
    else if (action === 'nextChapter' || action === 'previousChapter') {
      const wanted = chosen + (action === 'nextChapter' ? 1 : -1);
      const next = Math.max(0, Math.min(view.chapters.length - 1, wanted));
      this.#change({ place: { kind: 'chapters', view, chosen: next } });
    } else if (action === 'readNext' && view.next !== null) this.#open(view.next);
    else if (action === 'readNext' || action === 'openChapter') {
      const sections = view.chapters[chosen]?.sections ?? [];
      const section = sections.find(({ read }) => !read) ?? sections[0];
      if (section !== undefined) this.#open(section.key);
    }
  }

  #inSection(action: Action, { page }: Extract<Place, { kind: 'section' }>): void {
    if (action === 'goOn') this.#goOn();
    else if (action === 'skipCards') this.#onward();
    else if (action === 'backToCard') this.#ports.onLeave('back');
    else if (action === 'toChapters') this.#change(at(this.#list()));
    else if (action === 'previousSection' && page.previous !== null) this.#open(page.previous);
    else if (action === 'footnotes' && page.footnotes.length > 0)
      this.#change({ layer: { kind: 'footnotes' }, layerScroll: 0 });
    else if (action === 'footnotes') this.#change({ notice: 'This section has no footnotes.' });
  }

  /** First what was not seen yet, then the cards, then the next section. */
  #goOn(): void {
    const { place, scroll } = this.#state;
    if (place.kind !== 'section') return;
    if (scroll + this.#extent.seen < this.#extent.rows) this.#scroll(this.#page());
    else if (place.page.cards.now > 0) {
      this.#ports.reader.markRead(place.page.section.key);
      this.#ports.onCards(place.page.section.key);
    } else this.#onward();
  }

  #onward(): void {
    const { place } = this.#state;
    if (place.kind !== 'section') return;
    const { section, chapter, next, cards } = place.page;
    this.#ports.reader.markRead(section.key);
    const notice = laterNotice(cards.now + cards.later, section.title);
    if (next !== null) this.#open(next, notice);
    else this.#change(at(this.#list(), `That was chapter ${chapter.number}, ${chapter.title}.`));
  }

  #glossary(): void {
    const markdown = this.#ports.reader.glossary();
    if (markdown === null) this.#change({ notice: 'This reader has no glossary.' });
    else this.#change({ layer: { kind: 'glossary', markdown }, layerScroll: 0 });
  }

  #open(key: SectionKey, notice: string | null = null): void {
    this.#change(at({ kind: 'section', page: this.#ports.reader.page(key) }, notice));
  }

  #list(): Place {
    const view = this.#ports.reader.view();
    const next = view.chapters.findIndex(({ sections }) =>
      sections.some(({ key }) => key === view.next),
    );
    return { kind: 'chapters', view, chosen: Math.max(0, next) };
  }

  #startingState(): ReadState {
    const { at: key, reader } = this.#ports;
    if (key === null) return at(this.#list());
    try {
      return at({ kind: 'section', page: reader.page(key) });
    } catch (failure) {
      if (failure instanceof TenetError) return at(this.#list(), sentence(failure.message));
      throw failure;
    }
  }

  #page(): number {
    return Math.max(1, this.#extent.seen - 1);
  }

  #scroll(rows: number): void {
    const { layer, scroll, layerScroll } = this.#state;
    const furthest = Math.max(0, this.#extent.rows - this.#extent.seen);
    const moved = (from: number): number => Math.max(0, Math.min(furthest, from + rows));
    this.#change(
      layer.kind === 'none' ? { scroll: moved(scroll) } : { layerScroll: moved(layerScroll) },
    );
  }

  #change(patch: Partial<ReadState>): void {
    this.#state = { ...this.#state, notice: null, ...patch };
    for (const listener of this.#listeners) listener();
  }
}

function laterNotice(cards: number, section: string): string | null {
  if (cards === 0) return null;
  const [what, come] = cards === 1 ? ['card', 'comes'] : [`${cards} cards`, 'come'];
  return `The ${what} of “${section}” ${come} with your reviews.`;
}

/** Messages begin small, since a place stands before them elsewhere. */
function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
