import { errorsOf, type TriageView } from '../../../app/triage/view.ts';
import type { Notice } from '../../control/notice.ts';
import type { CardText } from '../../edit/card-text.ts';
import type { TextBuffer } from '../../edit/text-buffer.ts';
import type { Mode } from '../../modes.ts';

/** The text of a draft, or of a card of one's own, while it is being written. */
export interface WritingLayer extends CardText {
  readonly kind: 'writing';
  readonly what: 'draft' | 'own';
}

/** What stands over the draft. */
export type TriageLayer =
  | { readonly kind: 'none' }
  | { readonly kind: 'help' }
  | { readonly kind: 'rejecting' }
  | { readonly kind: 'reason'; readonly buffer: TextBuffer }
  | { readonly kind: 'switching-off'; readonly rule: string; readonly buffer: TextBuffer }
  | { readonly kind: 'merging' }
  | WritingLayer
  | { readonly kind: 'discard'; readonly writing: WritingLayer };

/** What the triage screen knows besides the sitting. */
export interface TriageState {
  readonly layer: TriageLayer;
  /** Which of the draft's sources is shown. */
  readonly source: number;
  /** Rows scrolled, of the passage and of the layer over it; null leaves it to the layout. */
  readonly scroll: number | null;
  readonly layerScroll: number | null;
  readonly notice: Notice | null;
}

/** The state in which a draft comes up. */
export const freshState: TriageState = {
  layer: { kind: 'none' },
  source: 0,
  scroll: null,
  layerScroll: null,
  notice: null,
};

const layerModes = {
  help: 'help',
  rejecting: 'rejecting',
  reason: 'reasoning',
  'switching-off': 'switchingOff',
  merging: 'merging',
  writing: 'editing',
  discard: 'discarding',
} as const satisfies Record<Exclude<TriageLayer['kind'], 'none'>, Mode>;

/** Which part of the table of keys is in force. */
export function modeOf(view: TriageView, { layer }: Pick<TriageState, 'layer'>): Mode {
  if (layer.kind !== 'none') return layerModes[layer.kind];
  if (view.phase === 'done') return 'done';
  if (view.draft.near !== null) return 'draftNear';
  return errorsOf(view.draft.findings).length > 0 ? 'draftRefused' : 'draft';
}
