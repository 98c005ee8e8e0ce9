import type { ShownDraft, Triage, TriageView } from '../../../app/triage/view.ts';
import type { Desk, Ports } from '../../control/desk.ts';
import type { TriageState } from './state.ts';

/** What the triage screen is given by the app around it. */
export interface TriagePorts extends Ports {
  readonly triage: Triage;
  /** Lends the terminal to the person's editor, with the file of drafts open; resolves when it is closed. */
  readonly openEditor: (draft: ShownDraft) => Promise<void>;
}

/** What the actions of the triage screen work with. */
export interface TriageDesk extends TriagePorts, Desk<TriageView, TriageState> {}

/** The draft of a view, where it has one. */
export function draftOf(view: TriageView): ShownDraft | null {
  return view.phase === 'draft' ? view.draft : null;
}
