import { count } from '../../../app/count.ts';
import { bodyRows } from '../../components/frame.tsx';
import { helpLines } from '../../components/help-lines.ts';
import { keyLines } from '../../components/key-line.ts';
import { overlayHeight, overlayWidth } from '../../components/overlay.tsx';
import type { PictureScene } from '../../components/pictured-screen.tsx';
import { moreLine, windowOn, type Window } from '../../components/scroll.ts';
import { actions, type Action } from '../../keys.ts';
import { keymapWithout, type Keymap } from '../../keymap.ts';
import { layoutOf, type Layout } from '../../layout.ts';
import { noExtent, type Picture } from '../../picture.ts';
import { markdownLines } from '../../text/markdown.ts';
import { spread, truncate } from '../../text/lines.ts';
import { rowOfSameWord } from '../../text/same-place.ts';
import { lineWidth, piece, type Line } from '../../text/piece.ts';
import { chapterLines, progressLine } from './chapter-lines.ts';
import { footnoteLines, laterLine, placeLine, sectionLines } from './section-lines.ts';
import { modeOf, type ReadState, type TopRow } from './state.ts';

/** What a picture of the read screen depends on. */
export interface ReadScene extends PictureScene<null, ReadState> {
  readonly keymap: Keymap;
  readonly fromCard: boolean;
}

/** The read screen for one state of things: the same scene gives the same picture. */
export function pictureOf(scene: ReadScene): Picture {
  const { state, size, fromCard } = scene;
  const keymap = keysHere(scene);
  const layout = layoutOf(size);
  const width = layout.edgeWidth;
  const header = headerLines(state, layout);
  const mode = modeOf(state, fromCard);
  const keys = (more: boolean): Line[] => keyLines(mode, keymap, width, labels(state, more, width));
  const height = bodyRows(layout, header.length, keys(false).length);
  const { lines, top, mustSee } = bodyOf(scene, layout);
  const body = windowOn(lines, height, top, mustSee);
  const over = overlayOf(scene, layout);
  const upper = over ?? { window: body, rows: lines.length };
  return {
    frame: {
      layout,
      header,
      body: body.visible,
      notice: moreLine(upper.window.below, width, noticeOf(state, fromCard)),
      footer: keys(body.below),
    },
    overlay: over?.window.visible ?? null,
    extent: {
      ...noExtent,
      textWidth: layout.textWidth,
      rows: upper.rows,
      seen: upper.window.visible.length,
      scroll: upper.window.scroll,
      end: upper.rows,
    },
  };
}

/** Where one is: the chapter and the section's place in it; on a narrow screen in two rows. */
function headerLines({ place }: ReadState, { edgeWidth: width }: Layout): Line[] {
  if (place.kind === 'chapters') {
    const title = [piece(place.view.title, 'plain', { bold: true })];
    return [spread(title, progressLine(place.view, width - lineWidth(title) - 2), width)];
  }
  const { chapter } = place.page;
  const name = [piece(`${chapter.number} ${chapter.title}`, 'dim')];
  const where = placeLine(place.page);
  const together = lineWidth(name) + lineWidth(where) + 2 <= width;
  return together ? [spread(name, where, width)] : [truncate(name, width), truncate(where, width)];
}

interface Body {
  readonly lines: readonly Line[];
  /** The row to begin with; null leaves it to what must be seen. */
  readonly top: number | null;
  readonly mustSee: number;
}

function bodyOf({ state, marks }: ReadScene, { textWidth }: Layout): Body {
  const { place } = state;
  if (place.kind === 'chapters') {
    const { lines, chosenRow } = chapterLines(place.view, place.chosen, textWidth);
    return { lines, top: null, mustSee: chosenRow };
  }
  const linesIn = (width: number): readonly Line[] => sectionLines(place.page, width, marks);
  const lines = linesIn(textWidth);
  return { lines, top: topRow(state.top, lines, textWidth, linesIn), mustSee: 0 };
}

/** In another width than before, the row that has the word with which the top row began. */
function topRow(
  top: TopRow | null,
  lines: readonly Line[],
  width: number,
  linesIn: (width: number) => readonly Line[],
): number {
  if (top === null || top.row === 0) return 0;
  return top.width === width ? top.row : rowOfSameWord(linesIn(top.width), top.row, lines);
}

/** A section without footnotes offers none. */
function keysHere({ keymap, state: { place } }: ReadScene): Keymap {
  const bare = place.kind === 'section' && place.page.footnotes.length === 0;
  return bare ? keymapWithout(keymap, ['footnotes']) : keymap;
}

function overlayOf(
  scene: ReadScene,
  layout: Layout,
): { readonly window: Window; readonly rows: number } | null {
  const { state, fromCard, marks } = scene;
  const keymap = keysHere(scene);
  const { layer, place, layerScroll } = state;
  const width = overlayWidth(layout, layer.kind === 'help' ? 62 : 68);
  const lines = ((): readonly Line[] | null => {
    if (layer.kind === 'none') return null;
    if (layer.kind === 'help')
      return helpLines(modeOf({ ...state, layer: { kind: 'none' } }, fromCard), keymap, width);
    if (layer.kind === 'glossary')
      return markdownLines(layer.markdown, { width, marks, gaps: 'tell' });
    return place.kind === 'section' ? footnoteLines(place.page.footnotes, width) : null;
  })();
  if (lines === null) return null;
  return { window: windowOn(lines, overlayHeight(layout), layerScroll), rows: lines.length };
}

/** From this width on the row of keys has room for all of its words. */
const roomForWords = 72;

/** What the keys lead to from here. */
function labels(
  { place }: ReadState,
  more: boolean,
  width: number,
): Partial<Record<Action, string>> {
  if (place.kind === 'chapters') {
    const sections = place.view.chapters.flatMap((chapter) => chapter.sections);
    const next = sections.find(({ key }) => key === place.view.next);
    const begun = place.view.sectionsRead > 0;
    return { readNext: next === undefined ? 'open' : begun ? 'go on' : 'start reading' };
  }
  const { cards, next } = place.page;
  const onward = next === null ? 'end of the chapter' : 'next section';
  const toCards = cards.now > 0 ? `go on to ${count(cards.now, 'card')}` : onward;
  const skipCards = width < roomForWords ? 'skip' : actions.skipCards.label;
  return { goOn: more ? 'read on' : toCards, skipCards };
}

function noticeOf({ notice, place }: ReadState, fromCard: boolean): Line {
  if (notice !== null) return [piece(notice.text, notice.tone)];
  return place.kind === 'section' && !fromCard ? laterLine(place.page) : [];
}
