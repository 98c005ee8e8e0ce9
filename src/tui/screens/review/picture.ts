import { cueOf } from '../../../app/review/cue.ts';
import type { ShownCard } from '../../../app/review/view.ts';
import { noticeLine, problemLines, promptLine } from '../../components/above-keys.ts';
import { bodyRows } from '../../components/frame.tsx';
import { gradeBar } from '../../components/grade-bar.ts';
import { keyLines } from '../../components/key-line.ts';
import { moreLine } from '../../components/scroll.ts';
import type { Action } from '../../keys.ts';
import { keymapWithout } from '../../keymap.ts';
import { besideLayout, layoutOf, type Layout } from '../../layout.ts';
import { hasMore, type Extent, type Picture } from '../../picture.ts';
import type { Line } from '../../text/piece.ts';
import { headerLines } from './header.ts';
import { bodyPane, overlayPane, sourcePane, type Pane } from './panes.ts';
import type { Scene } from './scene.ts';
import { modeOf, type Layer } from './state.ts';

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
      notice: moreLine(uppermost.window.below, layout.edgeWidth, noticeOf(scene, layout)),
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
    textWidth: layout.textWidth,
    // What `fieldLines` leaves for text: a field keeps a column free, a typed answer has its mark before it.
    fieldWidth: layout.textWidth - (state.layer.kind === 'edit' ? 1 : 3),
    tooSmall: false,
  };
}

/** The grades, or what the keys do now; above them why a text could not be saved. */
function footerLines(scene: Scene, layout: Layout, more: boolean): Line[] {
  const { view, state, buttons, reading, leaveLabel } = scene;
  const keymap = reading === null ? keymapWithout(scene.keymap, ['read']) : scene.keymap;
  const width = layout.edgeWidth;
  const { layer } = state;
  if (view.phase === 'answer' && (layer.kind === 'none' || layer.kind === 'source'))
    return gradeBar(view.choices, {
      buttons,
      keymap,
      width,
      more,
      hints: hintsOf(layer, view.card),
    });
  const labels = { finish: leaveLabel, read: 'read on' };
  const problems = layer.kind === 'edit' ? problemLines(layer.problems, width) : [];
  return [...problems, ...keyLines(modeOf(view, state), keymap, width, labels)];
}

/** Besides the grades: to the source, where there is one, and on to the next one, or back from it. */
function hintsOf(layer: Layer, { sources }: ShownCard): readonly Action[] {
  if (layer.kind !== 'source')
    return sources.length === 0 ? ['undo', 'help'] : ['source', 'undo', 'help'];
  return (layer.views?.length ?? 0) > 1 ? ['nextSource', 'close'] : ['close'];
}

/** What is being asked, or was just done. */
function noticeOf({ view, state }: Scene, { edgeWidth }: Layout): Line {
  const { layer } = state;
  return layer.kind === 'flag'
    ? promptLine('⚑ Flag, with a note: ', layer.buffer, edgeWidth)
    : noticeLine(state.notice, view.notice ?? cueOf(view));
}
