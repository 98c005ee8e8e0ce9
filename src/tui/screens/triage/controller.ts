import type { TriageView } from '../../../app/triage/view.ts';
import { Controller, type Field } from '../../control/controller.ts';
import { isChanged } from '../../edit/card-text.ts';
import { triageActions } from './actions.ts';
import { draftOf, type TriagePorts } from './desk.ts';
import { freshState, modeOf, type TriageState } from './state.ts';

/** What moves a triage with keys, and says what to draw of it. */
export type TriageController = Controller<TriageView, TriageState>;

/** The triage screen without its picture. */
export function createTriageController(ports: TriagePorts): TriageController {
  const { triage } = ports;
  return new Controller<TriageView, TriageState>(ports, {
    view: () => triage.view(),
    subscribe: (listener) => triage.subscribe(listener),
    first: freshState,
    actions: (desk) => triageActions({ ...ports, ...desk }),
    mode: modeOf,
    stepBack,
    follow: (before, now) => (draftOf(now)?.id === draftOf(before)?.id ? null : freshState),
    field,
  });
}

function stepBack({ layer }: TriageState): Partial<TriageState> | null {
  if (layer.kind === 'none') return null;
  if (layer.kind === 'writing' && isChanged(layer))
    return { layer: { kind: 'discard', writing: layer } };
  if (layer.kind === 'reason') return { layer: { kind: 'rejecting' } };
  return { layer: { kind: 'none' } };
}

function field({ layer }: TriageState): Field<TriageState> | null {
  if (layer.kind === 'writing')
    return {
      buffer: layer.buffer,
      multiline: true,
      with: (buffer) => ({ layer: { ...layer, buffer, problems: [] } }),
    };
  if (layer.kind !== 'reason' && layer.kind !== 'switching-off') return null;
  return {
    buffer: layer.buffer,
    multiline: false,
    with: (buffer) => ({ layer: { ...layer, buffer } }),
  };
}
