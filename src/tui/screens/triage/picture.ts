import { type TriageView, usualReasons } from '../../../app/triage/view.ts';
import { bodyRows, type FrameProps } from '../../components/frame.tsx';
import { helpLines } from '../../components/help-lines.ts';
import { keyLines } from '../../components/key-line.ts';
import { overlayHeight, overlayWidth } from '../../components/overlay.tsx';
import { moreLine, windowOn } from '../../components/scroll.ts';
import { fieldLines } from '../../edit/field-lines.ts';
import { keyGlyph, type Keymap } from '../../keymap.ts';
import { besideLayout, layoutOf, type Layout, type Size } from '../../layout.ts';
import { emptyLine, piece, type Line } from '../../text/piece.ts';
import { wrap } from '../../text/wrap.ts';
import { draftOf } from './actions.ts';
import { bodyOf } from './body.ts';
import { headerLines } from './header.ts';
import { farewellLines } from './farewell.ts';
import { type Extent, modeOf, type TriageState } from './state.ts';

/** What a picture of the triage screen depends on. */
export interface Scene {
  readonly view: TriageView;
  readonly state: TriageState;
  readonly size: Size;
  readonly keymap: Keymap;
  /** Code and maths keep their marks: the theme has no colour for them. */
  readonly marks: boolean;
}

/** The triage screen, drawn. */
export interface Picture {
  readonly frame: Omit<FrameProps, 'children'>;
  readonly overlay: readonly Line[] | null;
  readonly extent: Extent;
}

/** The triage screen for one state of things: the same scene gives the same picture. */
export function pictureOf(scene: Scene): Picture {
  const { view, state, size } = scene;
  const draft = draftOf(view);
  const wide = draft === null ? null : besideLayout(size);
  const layout = wide?.layout ?? layoutOf(size);
  const header = headerLines(view, layout);
  const footer = footerLines(scene, layout);
  const height = bodyRows(layout, header.length, footer.length);
  const overlay = overlayLines(scene, layout);
  const frame = { layout, header, footer };
  const fieldWidth = layout.textWidth - 1;
  if (draft === null) {
    const body = farewellLines(view).flatMap((text) => wrap([piece(text)], layout.textWidth));
    const extent = { rows: body.length, seen: body.length, scroll: 0, fieldWidth, tooSmall: false };
    return { frame: { ...frame, body, notice: noticeOf(scene, layout) }, overlay, extent };
  }
  const body = bodyOf(draft, state, { layout, height, marks: scene.marks, beside: wide !== null });
  const notice = moreLine(body.moving.below, layout.edgeWidth, noticeOf(scene, layout));
  const { rows, moving } = body;
  const seen = moving.visible.length;
  const help =
    state.layer.kind === 'help'
      ? windowOn(overlay ?? [], overlayHeight(layout), state.scroll)
      : null;
  return {
    frame: {
      ...frame,
      body: body.lines,
      notice,
      ...(wide !== null && { aside: { left: wide.secondLeft, lines: body.aside } }),
    },
    overlay: help?.visible ?? overlay,
    extent:
      help === null
        ? { rows, seen, scroll: moving.scroll, fieldWidth, tooSmall: false }
        : {
            rows: overlay?.length ?? 0,
            seen: help.visible.length,
            scroll: help.scroll,
            fieldWidth,
            tooSmall: false,
          },
  };
}

/** What the keys do now; above them why a text could not be saved. */
function footerLines({ view, state, keymap }: Scene, { edgeWidth }: Layout): Line[] {
  const keys = keyLines(modeOf(view, state), keymap, edgeWidth);
  if (state.layer.kind !== 'writing') return keys;
  const problems = state.layer.problems.flatMap((text) => wrap([piece(text, 'error')], edgeWidth));
  return [...problems.slice(0, 3), ...keys];
}

/** What is being asked, or was just done. */
function noticeOf({ view, state }: Scene, { edgeWidth }: Layout): Line {
  const { layer } = state;
  if (layer.kind === 'reason' || layer.kind === 'switching-off') {
    const [field] = fieldLines(layer.buffer, edgeWidth * 10).lines;
    const asked =
      layer.kind === 'reason' ? 'Rejected because: ' : `${layer.rule} does not hold here because: `;
    return [piece(asked, 'warning'), ...(field ?? emptyLine)];
  }
  if (layer.kind === 'merging')
    return [piece('One card of the two, with both sources. Whose words?', 'warning')];
  if (state.notice !== null) return [piece(state.notice.text, state.notice.tone)];
  if (view.notice === null) return emptyLine;
  return [piece(view.notice, 'dim')];
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
