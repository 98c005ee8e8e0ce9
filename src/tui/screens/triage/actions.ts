import {
  errorsOf,
  type ShownDraft,
  type TriageView,
  usualReasons,
} from '../../../app/triage/view.ts';
import { TenetError } from '../../../model/problem.ts';
import { emptyBuffer } from '../../edit/text-buffer.ts';
import type { Action } from '../../keys.ts';
import { failureWords } from '../review/actions.ts';
import type { TriageDesk } from './desk.ts';
import type { TriageLayer, WritingLayer } from './state.ts';

/** What every action of the triage screen does; `key` is the one that was pressed. */
export type TriageActions = Partial<Record<Action, (key: string) => void>>;

/** The actions of the triage screen, at work on one desk. */
export function triageActions(desk: TriageDesk): TriageActions {
  return {
    ...decisions(desk),
    ...layerActions(desk),
    ...writingActions(desk),
    ...scrollActions(desk),
  };
}

/** Nothing is decided about a draft that has not been painted yet. */
function decisions(desk: TriageDesk): TriageActions {
  const { triage } = desk;
  const seen = (decide: () => void) => () => {
    if (desk.seen() === triage.view()) decide();
  };
  return {
    keep: seen(() => triage.keep()),
    later: seen(() => triage.later()),
    leaveDocument: seen(() => triage.leaveDocument()),
    mergeCard: () => triage.merge('card'),
    mergeDraft: () => triage.merge('draft'),
    usualReason: (key) => reject(desk, usualReasons[reasonKeys(desk).indexOf(key)] ?? ''),
    giveReason: () => {
      const { layer } = desk.state();
      if (layer.kind === 'reason') reject(desk, layer.buffer.text.trim());
    },
    giveSwitch: () => {
      const { layer } = desk.state();
      if (layer.kind !== 'switching-off') return;
      triage.switchOff(layer.rule, layer.buffer.text);
      show(desk, { kind: 'none' });
    },
    undo: () => (triage.view().canUndo ? triage.undo() : say(desk, 'Nothing to undo.')),
    finish: () => desk.onLeave('back'),
    back: () => desk.onLeave('back'),
    leave: () => desk.onLeave('leave'),
    quit: () => desk.onLeave('quit'),
  };
}

function reasonKeys({ keymap }: TriageDesk): readonly string[] {
  return keymap.keysOf('usualReason');
}

function reject(desk: TriageDesk, reason: string): void {
  if (reason === '') {
    say(desk, 'Say why, or Esc keeps the draft waiting.');
    return;
  }
  desk.triage.reject(reason);
}

function layerActions(desk: TriageDesk): TriageActions {
  return {
    help: () => show(desk, { kind: 'help' }),
    close: () => show(desk, { kind: 'none' }),
    reject: () => show(desk, { kind: 'rejecting' }),
    ownReason: () => show(desk, { kind: 'reason', buffer: emptyBuffer }),
    merge: () => {
      if (draftOf(desk.triage.view())?.near === null) say(desk, 'No card says nearly the same.');
      else show(desk, { kind: 'merging' });
    },
    switchOff: () => switchOff(desk),
    nextSource: () => {
      const count = draftOf(desk.triage.view())?.sources.length ?? 0;
      if (count > 1) desk.change({ source: (desk.state().source + 1) % count, scroll: null });
      else say(desk, 'This is its only source.');
    },
  };
}

/** The rule that speaks loudest against the draft. */
function switchOff(desk: TriageDesk): void {
  const findings = draftOf(desk.triage.view())?.findings ?? [];
  const [first = findings[0]] = errorsOf(findings);
  if (first === undefined) say(desk, 'No rule speaks against the draft.');
  else show(desk, { kind: 'switching-off', rule: first.rule, buffer: emptyBuffer });
}

function writingActions(desk: TriageDesk): TriageActions {
  const { triage } = desk;
  return {
    edit: () => write(desk, 'draft', triage.draftText()),
    write: () => write(desk, 'own', triage.ownText()),
    save: () => save(desk),
    discard: () => show(desk, { kind: 'none' }),
    keepEditing: () => {
      const { layer } = desk.state();
      if (layer.kind === 'discard') show(desk, layer.writing);
    },
    editor: () => {
      const draft = draftOf(triage.view());
      if (draft === null) return;
      desk.background(async () => {
        await desk.openEditor(draft);
        triage.reload();
      });
    },
  };
}

/** The cursor begins behind the first mark, `Q: `. */
function write(desk: TriageDesk, what: WritingLayer['what'], original: string): void {
  const cursor = /^[A-Z]: */.exec(original)?.[0].length ?? 0;
  const buffer = { text: original, cursor };
  show(desk, { kind: 'writing', what, buffer, original, problems: [] });
}

function save(desk: TriageDesk): void {
  const { layer } = desk.state();
  if (layer.kind !== 'writing') return;
  const { text } = layer.buffer;
  try {
    if (text === layer.original) show(desk, { kind: 'none' });
    else if (layer.what === 'draft') desk.triage.edit(text);
    else desk.triage.addOwn(text);
    show(desk, { kind: 'none' });
  } catch (failure) {
    if (!(failure instanceof TenetError)) throw failure;
    show(desk, { ...layer, problems: problemsOf(failure) });
  }
}

function problemsOf(failure: TenetError): string[] {
  const found = failure.problems.map(({ rule, message }) =>
    /^Q\d/.test(rule) ? `${rule} ${message}` : message,
  );
  return found.length > 0 ? found : [failureWords(failure)];
}

function scrollActions(desk: TriageDesk): TriageActions {
  const page = (): number => Math.max(1, desk.extent().seen - 1);
  const scrollBy = (rows: number): void => {
    const { rows: all, seen, scroll } = desk.extent();
    const from = desk.state().scroll ?? scroll;
    desk.change({ scroll: Math.max(0, Math.min(all - seen, from + rows)) });
  };
  return {
    up: () => scrollBy(-1),
    down: () => scrollBy(1),
    pageUp: () => scrollBy(-page()),
    pageDown: () => scrollBy(page()),
  };
}

/** The draft of a view, where it has one. */
export function draftOf(view: TriageView): ShownDraft | null {
  return view.phase === 'draft' ? view.draft : null;
}

function show(desk: TriageDesk, layer: TriageLayer): void {
  desk.change({ layer, scroll: null });
}

function say(desk: TriageDesk, text: string): void {
  desk.change({ notice: { text, tone: 'dim' } });
}
