import type { HomeReading } from '../../../app/review/home-view.ts';
import type { ReviewView, SessionSummary } from '../../../app/review/view.ts';
import { helpLines } from '../../components/help-lines.ts';
import { overlayHeight, overlayWidth } from '../../components/overlay.tsx';
import { windowOn, type Window } from '../../components/scroll.ts';
import { fieldLines } from '../../edit/field-lines.ts';
import type { Action } from '../../keys.ts';
import type { Layout } from '../../layout.ts';
import { sectionDoneLines, shortTime, summaryLines } from '../../phrases.ts';
import { emptyLine, piece, type Line } from '../../text/piece.ts';
import { wrap } from '../../text/wrap.ts';
import { cardLines } from './card-lines.ts';
import { cardOf } from './desk.ts';
import { infoLines } from './info-lines.ts';
import type { Scene, SessionKind } from './scene.ts';
import { sourceLines } from '../../components/source-lines.ts';
import { modeOf } from './state.ts';

/** Rows of which a part is seen. */
export interface Pane {
  readonly window: Window;
  readonly rows: number;
  /** The row up to which it must have been seen. */
  readonly end: number;
}

interface Content {
  readonly lines: readonly Line[];
  readonly mustSee: number;
  readonly end?: number;
}

function paneOf({ lines, mustSee, end }: Content, height: number, scroll: number | null): Pane {
  const window = windowOn(lines, height, scroll, mustSee);
  return { window, rows: lines.length, end: end ?? lines.length };
}

/** What stands in the reading column: the card, its text being edited, its source, or the end of the session. */
export function bodyPane(scene: Scene, layout: Layout, height: number): Pane {
  const { view, state } = scene;
  const { layer } = state;
  const edit = layer.kind === 'edit' ? layer : layer.kind === 'discard' ? layer.edit : null;
  if (edit !== null) {
    const { lines, cursorRow } = fieldLines(edit.buffer, layout.textWidth, true);
    return paneOf({ lines, mustSee: cursorRow }, height, null);
  }
  if (view.phase === 'waiting' || view.phase === 'done')
    return paneOf({ lines: messageLines(scene, view, layout), mustSee: 0 }, height, state.scroll);
  const look = { width: layout.textWidth, compact: layout.compact, marks: scene.marks };
  return paneOf(cardLines(view, state, look), height, state.scroll);
}

/** The source of the card on the screen; null where it is not asked for. */
export function sourcePane({ state }: Scene, width: number, height: number): Pane | null {
  const { layer, layerScroll } = state;
  if (layer.kind !== 'source') return null;
  return paneOf(sourceLines(layer.views, layer.shown, width), height, layerScroll);
}

/** What floats above the screen; null where nothing does. */
export function overlayPane(scene: Scene, layout: Layout): Pane | null {
  const lines = overlayLines(scene, layout);
  if (lines === null) return null;
  return paneOf({ lines, mustSee: 0 }, overlayHeight(layout), scene.state.layerScroll);
}

function overlayLines(scene: Scene, layout: Layout): readonly Line[] | null {
  const { view, state, keymap } = scene;
  const width = overlayWidth(layout, 62);
  switch (state.layer.kind) {
    case 'help':
      return helpLines(
        modeOf(view, { ...state, layer: { kind: 'none' } }),
        keymap,
        width,
        notHere(scene),
      );
    case 'info':
      return view.phase === 'question' || view.phase === 'answer' ? infoLines(view, width) : null;
    case 'discard':
      return wrap([piece('The card was changed. Close it without saving?')], width);
    default:
      return null;
  }
}

/** What the mode has and this card or these settings have not. */
function notHere({ view, buttons, reading }: Scene): readonly Action[] {
  const noSource = cardOf(view)?.sources.length === 0;
  return [
    ...(buttons === 2 ? (['hard', 'easy'] as const) : []),
    ...(noSource ? (['source'] as const) : []),
    ...(reading === null ? (['read'] as const) : []),
  ];
}

type DoneWords = (summary: SessionSummary, reading: HomeReading | null) => readonly string[];

const doneWords: Readonly<Record<SessionKind, DoneWords>> = {
  day: (summary, reading) => summaryLines(summary, 'done', 0, reading),
  section: sectionDoneLines,
  practice: () => ['That is all there is to it.'],
};

function messageLines(
  { nowMs, what, reading }: Scene,
  view: Extract<ReviewView, { phase: 'waiting' | 'done' }>,
  { textWidth }: Layout,
): Line[] {
  if (view.phase === 'done') {
    const { summary } = view;
    const words = doneWords[what](summary, reading);
    return words.flatMap((text) => wrap([piece(text)], textWidth));
  }
  const seconds = Math.max(0, (view.untilMs - nowMs) / 1000);
  return [
    ...wrap(
      [
        piece('The next card comes back in '),
        piece(shortTime(seconds), 'due', { bold: true }),
        piece('.'),
      ],
      textWidth,
    ),
    emptyLine,
    ...wrap([piece('It appears by itself. What you answered is saved.', 'dim')], textWidth),
  ];
}
