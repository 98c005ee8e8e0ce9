import type { ReaderView, SectionPage } from '../../../app/reading/view.ts';
import type { Notice } from '../../control/notice.ts';
import type { Mode } from '../../modes.ts';

/** What is being looked at: the list of chapters with one of them chosen, or a section. */
export type Place =
  | { readonly kind: 'chapters'; readonly view: ReaderView; readonly chosen: number }
  | { readonly kind: 'section'; readonly page: SectionPage };

/** What stands over it. */
type Layer =
  | { readonly kind: 'none' }
  | { readonly kind: 'help' }
  | { readonly kind: 'footnotes' }
  | { readonly kind: 'glossary'; readonly markdown: string };

/** A row at the top, of a text laid out in so many columns: in others the same word is in another row. */
export interface TopRow {
  readonly row: number;
  readonly width: number;
}

/** What the read screen knows besides the reader: none of it outlives the screen. */
export interface ReadState {
  readonly place: Place;
  readonly layer: Layer;
  /** Where the section is scrolled to; null for its beginning. */
  readonly top: TopRow | null;
  /** Rows scrolled of the layer over it; null leaves it to the layout. */
  readonly layerScroll: number | null;
  readonly notice: Notice | null;
}

/** The state in which a place is first shown. */
export function at(place: Place, notice: string | null = null): ReadState {
  return {
    place,
    layer: { kind: 'none' },
    top: null,
    layerScroll: null,
    notice: notice === null ? null : { text: notice, tone: 'dim' },
  };
}

/** Which part of the table of keys is in force; `fromCard`: the section was opened from one of its cards. */
export function modeOf({ place, layer }: ReadState, fromCard: boolean): Mode {
  if (layer.kind === 'help') return 'help';
  if (layer.kind !== 'none') return 'note';
  if (place.kind === 'chapters') return 'chapters';
  if (fromCard) return 'cardSection';
  return place.page.cards.now > 0 ? 'section' : 'bareSection';
}
