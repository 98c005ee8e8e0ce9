import { errorsOf, type MergedWords, usualReasons } from '../../../app/triage/view.ts';
import { TenetError } from '../../../model/problem.ts';
import { leavingActions, say, scrollActions, undoAction } from '../../control/common-actions.ts';
import type { Actions } from '../../control/desk.ts';
import { failureWords } from '../../control/notice.ts';
import { cardText, isChanged } from '../../edit/card-text.ts';
import { emptyBuffer } from '../../edit/text-buffer.ts';
import { draftOf, type TriageDesk } from './desk.ts';
import type { TriageLayer, WritingLayer } from './state.ts';

/** The actions of the triage screen, at work on one desk. */
export function triageActions(desk: TriageDesk): Actions {
  return {
    ...decisions(desk),
    ...undoAction(desk.triage, desk),
    ...layerActions(desk),
    ...writingActions(desk),
    ...scrollActions(desk),
    ...leavingActions(desk),
  };
}

/** Nothing is decided about a draft that has not been painted yet. */
function decisions(desk: TriageDesk): Actions {
  const { triage } = desk;
  const seen = (decide: () => void) => () => {
    if (desk.seen() === triage.view()) decide();
  };
  return {
    keep: seen(() => triage.keep()),
    later: seen(() => triage.later()),
    leaveDocument: seen(() => triage.leaveDocument()),
    mergeCard: () => merge(desk, 'card'),
    mergeDraft: () => merge(desk, 'draft'),
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

/** What cannot be merged is said beside the draft: the question whose words is over. */
function merge(desk: TriageDesk, words: MergedWords): void {
  show(desk, { kind: 'none' });
  desk.triage.merge(words);
}

function layerActions(desk: TriageDesk): Actions {
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

function writingActions(desk: TriageDesk): Actions {
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

function write(desk: TriageDesk, what: WritingLayer['what'], original: string): void {
  show(desk, { kind: 'writing', what, ...cardText(original) });
}

function save(desk: TriageDesk): void {
  const { layer } = desk.state();
  if (layer.kind !== 'writing') return;
  const { text } = layer.buffer;
  try {
    if (!isChanged(layer)) show(desk, { kind: 'none' });
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

function show(desk: TriageDesk, layer: TriageLayer): void {
  desk.change({ layer, layerScroll: null });
}
