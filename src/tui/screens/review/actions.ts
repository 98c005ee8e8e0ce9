import { TenetError } from '../../../model/problem.ts';
import type { Grade } from '../../../model/schedule.ts';
import {
  leavingActions,
  say,
  scrollActions,
  scrollOn,
  undoAction,
} from '../../control/common-actions.ts';
import type { Actions } from '../../control/desk.ts';
import { failureWords, sentence } from '../../control/notice.ts';
import { cardText, isChanged } from '../../edit/card-text.ts';
import { emptyBuffer } from '../../edit/text-buffer.ts';
import { hasMore } from '../../picture.ts';
import { cardOf, type ReviewDesk } from './desk.ts';
import type { EditLayer, Layer } from './state.ts';

/** The actions of the review screen, at work on one desk. */
export function reviewActions(desk: ReviewDesk): Actions {
  return {
    ...sessionActions(desk),
    ...undoAction(desk.reviewer, desk),
    ...layerActions(desk),
    ...textActions(desk),
    ...scrollActions(desk),
    ...leavingActions(desk),
  };
}

function sessionActions(desk: ReviewDesk): Actions {
  const { reviewer } = desk;
  return {
    show: () => reviewer.show(),
    submit: () => reviewer.show(),
    early: () => reviewer.show(),
    again: () => reviewer.grade(1),
    hard: () => gradeOfFour(desk, 2),
    good: (key) => gradeGood(desk, key),
    easy: () => gradeOfFour(desk, 4),
    bury: () => reviewer.bury(),
    suspend: () => reviewer.suspend(),
    read: () => (desk.reading() === null ? say(desk, 'Nothing is left to read.') : desk.onRead()),
  };
}

function gradeOfFour(desk: ReviewDesk, grade: Grade): void {
  if (desk.buttons === 4) desk.reviewer.grade(grade);
}

/** The key that also shows the answer grades nothing unseen: not before it is painted, not while it goes on below. */
function gradeGood(desk: ReviewDesk, key: string): void {
  const { reviewer, keymap } = desk;
  if (keymap.keysOf('show').includes(key)) {
    if (desk.seen() !== reviewer.view()) return;
    if (hasMore(desk.extent()) && desk.state().layer.kind === 'none') {
      scrollOn(desk);
      return;
    }
  }
  reviewer.grade(3);
}

function layerActions(desk: ReviewDesk): Actions {
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

function openSource(desk: ReviewDesk): void {
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

function nextSource(desk: ReviewDesk): void {
  const { layer } = desk.state();
  if (layer.kind !== 'source' || layer.views === null) return;
  const shown = layer.shown + 1;
  if (shown < layer.views.length) desk.change({ layer: { ...layer, shown }, layerScroll: null });
  else desk.change({ layer: { kind: 'none' } });
}

function readSection(desk: ReviewDesk): void {
  const card = cardOf(desk.reviewer.view());
  if (card === null) return;
  desk.background(async () => {
    if (!(await desk.onReadSection(card))) say(desk, 'This card is from no section of the reader.');
  });
}

function flag(desk: ReviewDesk): void {
  const card = cardOf(desk.reviewer.view());
  if (card === null) return;
  if (card.flag === 0) desk.change({ layer: { kind: 'flag', buffer: emptyBuffer } });
  else desk.reviewer.flag(0, '');
}

function edit(desk: ReviewDesk): void {
  const layer: EditLayer = { kind: 'edit', ...cardText(desk.reviewer.cardText()) };
  desk.change({ layer, layerScroll: null });
}

function textActions(desk: ReviewDesk): Actions {
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

function save(desk: ReviewDesk): void {
  const { layer } = desk.state();
  if (layer.kind !== 'edit') return;
  if (!isChanged(layer)) {
    desk.change({ layer: { kind: 'none' } });
    return;
  }
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
