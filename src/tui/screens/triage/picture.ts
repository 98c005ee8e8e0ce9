import { type TriageView, usualReasons } from '../../../app/triage/view.ts';
import { noticeLine, problemLines, promptLine } from '../../components/above-keys.ts';
import { bodyRows } from '../../components/frame.tsx';
import { helpLines } from '../../components/help-lines.ts';
import { keyLines } from '../../components/key-line.ts';
import { overlayHeight, overlayWidth } from '../../components/overlay.tsx';
import type { PictureScene } from '../../components/pictured-screen.tsx';
import { moreLine, windowOn, type Window } from '../../components/scroll.ts';
import { keyGlyph, type Keymap } from '../../keymap.ts';
import { besideLayout, layoutOf, type Layout } from '../../layout.ts';
import type { Picture } from '../../picture.ts';
import { emptyLine, piece, type Line } from '../../text/piece.ts';
import { wrap } from '../../text/wrap.ts';
import { bodyOf, type Body } from './body.ts';
import { draftOf } from './desk.ts';
import { headerLines } from './header.ts';
import { farewellLines } from '../../../app/triage/farewell.ts';
import { modeOf, type TriageState } from './state.ts';

/** What a picture of the triage screen depends on. */
export interface Scene extends PictureScene<TriageView, TriageState> {
  readonly keymap: Keymap;
}

/** The triage screen for one state of things: the same scene gives the same picture. */
export function pictureOf(scene: Scene): Picture {
  const { view, state, size, marks } = scene;
  const draft = draftOf(view);
  const wide = draft === null ? null : besideLayout(size);
  const layout = wide?.layout ?? layoutOf(size);
  const header = headerLines(view, layout);
  const footer = footerLines(scene, layout);
  const height = bodyRows(layout, header.length, footer.length);
  const body =
    draft === null
      ? farewellBody(view, layout, height)
      : bodyOf(draft, state, { layout, height, marks, beside: wide !== null });
  const overlay = overlayPane(scene, layout);
  const { window, rows } = overlay ?? { window: body.moving, rows: body.rows };
  return {
    frame: {
      layout,
      header,
      body: body.lines,
      notice: moreLine(body.moving.below, layout.edgeWidth, noticeOf(scene, layout)),
      footer,
      ...(wide !== null && { aside: { left: wide.secondLeft, lines: body.aside } }),
    },
    overlay: overlay?.window.visible ?? null,
    extent: {
      rows,
      seen: window.visible.length,
      scroll: window.scroll,
      end: rows,
      fieldWidth: layout.textWidth - 1,
      textWidth: layout.textWidth,
      tooSmall: false,
    },
  };
}

function farewellBody(view: TriageView, { textWidth }: Layout, height: number): Body {
  const lines = farewellLines(view).flatMap((text) => wrap([piece(text)], textWidth));
  const moving = windowOn(lines, height, null);
  return { lines: moving.visible, aside: [], moving, rows: lines.length };
}

/** What the keys do now; above them why a text could not be saved. */
function footerLines({ view, state, keymap }: Scene, { edgeWidth }: Layout): Line[] {
  const { layer } = state;
  const problems = layer.kind === 'writing' ? problemLines(layer.problems, edgeWidth) : [];
  return [...problems, ...keyLines(modeOf(view, state), keymap, edgeWidth)];
}

/** What is being asked, or was just done. */
function noticeOf({ view, state }: Scene, { edgeWidth }: Layout): Line {
  const { layer } = state;
  if (layer.kind === 'reason') return promptLine('Rejected because: ', layer.buffer, edgeWidth);
  if (layer.kind === 'switching-off')
    return promptLine(`${layer.rule} does not hold here because: `, layer.buffer, edgeWidth);
  if (layer.kind === 'merging')
    return [piece('One card of the two, with both sources. Whose words?', 'warning')];
  return noticeLine(state.notice, view.notice);
}

/** What floats above the screen; null where nothing does. */
function overlayPane(
  scene: Scene,
  layout: Layout,
): { readonly window: Window; readonly rows: number } | null {
  const lines = overlayLines(scene, layout);
  if (lines === null) return null;
  const window = windowOn(lines, overlayHeight(layout), scene.state.layerScroll);
  return { window, rows: lines.length };
}

function overlayLines({ view, state, keymap }: Scene, layout: Layout): readonly Line[] | null {
  const width = overlayWidth(layout, 62);
  switch (state.layer.kind) {
    case 'help':
      return helpLines(modeOf(view, { layer: { kind: 'none' } }), keymap, width);
    case 'rejecting':
      return reasonLines(keymap);
    case 'discard':
      return wrap([piece('The text was changed. Close it without saving?')], width);
    default:
      return null;
  }
}

function reasonLines(keymap: Keymap): Line[] {
  const keys = keymap.keysOf('usualReason');
  return [
    [piece('Why not?', 'plain', { bold: true })],
    emptyLine,
    ...usualReasons.map((reason, index) => [
      piece(keyGlyph(keys[index] ?? ' ').padEnd(3), 'accent', { bold: true }),
      piece(reason),
    ]),
  ];
}
