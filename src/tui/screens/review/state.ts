import type { ReviewView, SourceView } from '../../../app/review/view.ts';
import type { Notice } from '../../control/notice.ts';
import type { CardText } from '../../edit/card-text.ts';
import { emptyBuffer, type TextBuffer } from '../../edit/text-buffer.ts';
import type { Mode } from '../../modes.ts';

/** A card's text while it is being edited. */
export interface EditLayer extends CardText {
  readonly kind: 'edit';
}

/** What stands over the card. */
export type Layer =
  | { readonly kind: 'none' }
  | { readonly kind: 'help' }
  | { readonly kind: 'info' }
  /** `views` is null while the documents are read. */
  | {
      readonly kind: 'source';
      readonly views: readonly SourceView[] | null;
      readonly shown: number;
    }
  | { readonly kind: 'flag'; readonly buffer: TextBuffer }
  | EditLayer
  | { readonly kind: 'discard'; readonly edit: EditLayer };

/** What the review screen knows besides the session: none of it outlives the screen. */
export interface ReviewState {
  readonly layer: Layer;
  /** Rows scrolled, of the card and of the layer over it; null leaves it to the layout. */
  readonly scroll: number | null;
  readonly layerScroll: number | null;
  /** The line in which an answer is typed, and whether keys go there. */
  readonly typed: TextBuffer;
  readonly typing: boolean;
  readonly notice: Notice | null;
}

/** The state in which a card is first shown. */
export function freshState(view: ReviewView): ReviewState {
  return {
    layer: { kind: 'none' },
    scroll: null,
    layerScroll: null,
    typed: emptyBuffer,
    typing: view.phase === 'question' && view.card.typed !== null,
    notice: null,
  };
}

/** Which part of the table of keys is in force. */
export function modeOf(view: ReviewView, { layer, typing }: ReviewState): Mode {
  switch (layer.kind) {
    case 'help':
    case 'info':
    case 'source':
      return layer.kind;
    case 'flag':
      return 'flagging';
    case 'edit':
      return 'editing';
    case 'discard':
      return 'discarding';
    case 'none':
      if (view.phase === 'done') return 'answered';
      if (view.phase !== 'question') return view.phase;
      if (view.card.typed === null) return 'question';
      return typing ? 'typing' : 'untyped';
  }
}
