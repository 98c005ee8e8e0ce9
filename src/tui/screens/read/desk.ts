import type { Reader, SectionKey } from '../../../app/reading/view.ts';
import type { Desk, Ports } from '../../control/desk.ts';
import type { ReadState } from './state.ts';

/** What the read screen is given by the app around it. */
export interface ReadPorts extends Ports {
  readonly reader: Reader;
  /** Where it begins; null for the list of chapters. */
  readonly at: SectionKey | null;
  /** The section was opened from one of its cards, and leads back to it. */
  readonly fromCard: boolean;
  /** Goes on to the cards of a section that was read. */
  readonly onCards: (section: SectionKey) => void;
}

/** What the actions of the read screen work with. */
export interface ReadDesk extends ReadPorts, Desk<null, ReadState> {}
