import { bodyRows, type FrameProps } from '../../components/frame.tsx';
import { gradeBar } from '../../components/grade-bar.ts';
import { keyLines } from '../../components/key-line.ts';
import { moreLine } from '../../components/scroll.ts';
import { fieldLines } from '../../edit/field-lines.ts';
import type { Action } from '../../keys.ts';
import { besideLayout, layoutOf, type Layout } from '../../layout.ts';
import { emptyLine, piece, type Line } from '../../text/piece.ts';
import { wrap } from '../../text/wrap.ts';
import { headerLines } from './header.ts';
import { bodyPane, overlayPane, sourcePane, type Pane } from './panes.ts';
import type { Scene } from './scene.ts';
import { hasMore, modeOf, type Extent, type Layer } from './state.ts';

/** The review screen, drawn: the frame, what floats over it, and what the keys need to know of it. */
export interface Picture {
  readonly frame: Omit<FrameProps, 'children'>;
  readonly overlay: readonly Line[] | null;
  readonly extent: Extent;
}

/** The review screen for one state of things: the same scene gives the same picture. */
export function pictureOf(scene: Scene): Picture {
  const wide = scene.state.layer.kind === 'source' ? besideLayout(scene.size) : null;
  const layout = wide?.layout ?? layoutOf(scene.size);
  const header = headerLines(scene.view, layout);
  const height = bodyRows(layout, header.length, footerLines(scene, layout, false).length);

  const source = sourcePane(scene, layout.textWidth, height);
  const card = bodyPane(scene, layout, height);
  const body = wide === null ? (source ?? card) : card;
  const overlay = overlayPane(scene, layout);
  const uppermost = overlay ?? source ?? card;
  const extent = extentOf(scene, uppermost, layout);
  const more = scene.state.layer.kind === 'none' && hasMore(extent);
  return {
    frame: {
      layout,
      header,
      body: body.window.visible,
      notice: moreLine(uppermost.window.below, layout.edgeWidth, noticeWords(scene, layout)),
      footer: footerLines(scene, layout, more),
      ...(wide !== null &&
        source !== null && { aside: { left: wide.secondLeft, lines: source.window.visible } }),
    },
    overlay: overlay?.window.visible ?? null,
    extent,
  };
}

function extentOf({ state }: Scene, { window, rows, end }: Pane, layout: Layout): Extent {
  return {
    rows,
    end,
    seen: window.visible.length,
    scroll: window.scroll,
    // What `fieldLines` leaves for text: a field keeps a column free, a typed answer has its mark before it.
    fieldWidth: layout.textWidth - (state.layer.kind === 'edit' ? 1 : 3),
    tooSmall: false,
  };
}

/** The grades, or what the keys do now; above them why a text could not be saved. */
function footerLines(scene: Scene, layout: Layout, more: boolean): Line[] {
  const { view, state, keymap, buttons, leaveLabel } = scene;
  const width = layout.edgeWidth;
  const { layer } = state;
  if (view.phase === 'answer' && (layer.kind === 'none' || layer.kind === 'source'))
    return gradeBar(view.choices, { buttons, keymap, width, more, hints: hintsOf(layer) });
  const keys = keyLines(modeOf(view, state), keymap, width, { finish: leaveLabel });
  if (layer.kind !== 'edit') return keys;
  const problems = layer.problems.flatMap((problem) => wrap([piece(problem, 'error')], width));
  return [...problems.slice(0, 3), ...keys];
}

/** Besides the grades: to the source and on to the next one, or back from it. */
function hintsOf(layer: Layer): readonly Action[] {
  if (layer.kind !== 'source') return ['source', 'undo', 'help'];
  return (layer.views?.length ?? 0) > 1 ? ['nextSource', 'close'] : ['close'];
}

/** What is being asked, or was just done. */
function noticeWords({ view, state }: Scene, layout: Layout): Line {
  if (state.layer.kind === 'flag') {
    const [field] = fieldLines(state.layer.buffer, layout.edgeWidth * 10).lines;
    return [piece('⚑ Flag, with a note: ', 'warning'), ...(field ?? emptyLine)];
  }
  const { notice } = state;
  if (notice !== null) return [piece(notice.text, notice.tone)];
  return view.notice === null ? emptyLine : [piece(view.notice, 'dim')];
}
