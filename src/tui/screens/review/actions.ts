import { TenetError } from '../../../model/problem.ts';
import type { Grade } from '../../../model/schedule.ts';
import { emptyBuffer } from '../../edit/text-buffer.ts';
import type { Action } from '../../keys.ts';
import { cardOf, type Desk } from './desk.ts';
import { hasMore, type EditLayer, type Layer } from './state.ts';

/** What every action of the review screen does; `key` is the one that was pressed. */
export type Actions = Partial<Record<Action, (key: string) => void>>;

/** The actions of the review screen, at work on one desk. */
export function reviewActions(desk: Desk): Actions {
  return {
    ...sessionActions(desk),
    ...layerActions(desk),
    ...textActions(desk),
    ...scrollActions(desk),
  };
}

function sessionActions(desk: Desk): Actions {
  const { reviewer } = desk;
  return {
    show: () => reviewer.show(),
    submit: () => reviewer.show(),
    early: () => reviewer.show(),
    again: () => reviewer.grade(1),
    hard: () => gradeOfFour(desk, 2),
    good: (key) => gradeGood(desk, key),
    easy: () => gradeOfFour(desk, 4),
    undo: () => (reviewer.view().canUndo ? reviewer.undo() : say(desk, 'Nothing to undo.')),
    bury: () => reviewer.bury(),
    suspend: () => reviewer.suspend(),
    leave: () => desk.onLeave('leave'),
    quit: () => desk.onLeave('quit'),
    finish: () => desk.onLeave('back'),
    back: () => desk.onLeave('back'),
  };
}

function gradeOfFour(desk: Desk, grade: Grade): void {
  if (desk.buttons === 4) desk.reviewer.grade(grade);
}

/** The key that also shows the answer grades nothing unseen: not before it is painted, not while it goes on below. */
function gradeGood(desk: Desk, key: string): void {
  const { reviewer, keymap } = desk;
  if (keymap.keysOf('show').includes(key)) {
    if (desk.seen() !== reviewer.view()) return;
    if (hasMore(desk.extent()) && desk.state().layer.kind === 'none') {
      scrollBy(desk, desk.extent().seen - 1);
      return;
    }
  }
  reviewer.grade(3);
}

function layerActions(desk: Desk): Actions {
  const { reviewer } = desk;
  return {
    help: () => desk.change({ layer: { kind: 'help' }, layerScroll: null }),
    info: () => desk.change({ layer: { kind: 'info' }, layerScroll: null }),
    close: () => desk.change({ layer: { kind: 'none' } }),
    source: () => openSource(desk),
    nextSource: () => nextSource(desk),
    readSection: () => readSection(desk),
    flag: () => flag(desk),
    edit: () => edit(desk),
    editor: () =>
      desk.background(async () => {
        const card = cardOf(reviewer.view());
        if (card === null) return;
        await desk.openEditor(card);
        await reviewer.reload();
      }),
  };
}

function openSource(desk: Desk): void {
  if (cardOf(desk.reviewer.view())?.sources.length === 0) {
    say(desk, 'This card names no source.');
    return;
  }
  const layer: Layer = { kind: 'source', views: null, shown: 0 };
  desk.change({ layer, layerScroll: null });
  desk.meanwhile(async () => {
    const views = await desk.reviewer.sources();
    // The card may be graded by now, or another source be open.
    if (desk.state().layer === layer) desk.change({ layer: { ...layer, views } });
  });
}

function nextSource(desk: Desk): void {
  const { layer } = desk.state();
  if (layer.kind !== 'source' || layer.views === null) return;
  const shown = layer.shown + 1;
  if (shown < layer.views.length) desk.change({ layer: { ...layer, shown }, layerScroll: null });
  else desk.change({ layer: { kind: 'none' } });
}

function readSection(desk: Desk): void {
  const card = cardOf(desk.reviewer.view());
  if (card === null) return;
  desk.background(async () => {
    if (!(await desk.onReadSection(card))) say(desk, 'This card is from no section of the reader.');
  });
}

function flag(desk: Desk): void {
  const card = cardOf(desk.reviewer.view());
  if (card === null) return;
  if (card.flag === 0) desk.change({ layer: { kind: 'flag', buffer: emptyBuffer } });
  else desk.reviewer.flag(0, '');
}

/** The cursor begins behind the first mark, `Q: `: most of what is mended is in the question. */
function edit(desk: Desk): void {
  const original = desk.reviewer.cardText();
  const buffer = { text: original, cursor: /^[A-Z]: */.exec(original)?.[0].length ?? 0 };
  const layer: EditLayer = { kind: 'edit', buffer, original, problems: [], busy: false };
  desk.change({ layer, layerScroll: null });
}

function textActions(desk: Desk): Actions {
  return {
    type: () => desk.change({ typing: true }),
    keepFlag: () => {
      const { layer } = desk.state();
      if (layer.kind !== 'flag') return;
      desk.reviewer.flag(1, layer.buffer.text.trim());
      desk.change({ layer: { kind: 'none' } });
    },
    save: () => save(desk),
    discard: () => desk.change({ layer: { kind: 'none' } }),
    keepEditing: () => {
      const { layer } = desk.state();
      if (layer.kind === 'discard') desk.change({ layer: layer.edit });
    },
  };
}

function save(desk: Desk): void {
  const { layer } = desk.state();
  if (layer.kind !== 'edit') return;
  if (layer.buffer.text === layer.original) {
    desk.change({ layer: { kind: 'none' } });
    return;
  }
  desk.change({ layer: { ...layer, busy: true } });
  desk.background(async () => {
    try {
      await desk.reviewer.edit(layer.buffer.text);
      desk.change({ layer: { kind: 'none' } });
    } catch (failure) {
      desk.change({ layer: { ...layer, problems: problemsOf(failure) } });
    }
  });
}

function problemsOf(failure: unknown): string[] {
  if (!(failure instanceof TenetError)) throw failure;
  const found = failure.problems.map(({ message, remedy }) => sentence(`${message}. ${remedy}`));
  return found.length > 0 ? found : [failureWords(failure)];
}

/** An expected failure as one line: what happened, and what to do. */
export function failureWords({ message, hint }: TenetError): string {
  return sentence(hint === undefined ? `${message}.` : `${message}. ${hint}`);
}

/** Messages begin small, since a place stands before them elsewhere. */
function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function scrollActions(desk: Desk): Actions {
  const page = (): number => Math.max(1, desk.extent().seen - 1);
  return {
    up: () => scrollBy(desk, -1),
    down: () => scrollBy(desk, 1),
    pageUp: () => scrollBy(desk, -page()),
    pageDown: () => scrollBy(desk, page()),
  };
}

/** Moves what is uppermost: the layer over the card, or the card. */
function scrollBy(desk: Desk, rows: number): void {
  const extent = desk.extent();
  const { layer, scroll, layerScroll } = desk.state();
  const onCard = layer.kind === 'none';
  const from = (onCard ? scroll : layerScroll) ?? extent.scroll;
  const target = Math.max(0, Math.min(extent.rows - extent.seen, from + rows));
  desk.change(onCard ? { scroll: target } : { layerScroll: target });
}

function say(desk: Desk, text: string): void {
  desk.change({ notice: { text, tone: 'dim' } });
}
