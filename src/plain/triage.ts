import { farewellLines } from '../app/triage/farewell.ts';
import {
  documentName,
  type DraftField,
  type DraftFinding,
  errorsOf,
  type FieldMark,
  type ShownDraft,
  type Triage,
  type TriageView,
  usualReasons,
} from '../app/triage/view.ts';
import { TenetError } from '../model/problem.ts';
import type { Dialog } from './dialog.ts';
import { spokenLines } from './markdown.ts';
import { sayFailure } from './say-failure.ts';

/** The drafts one by one, line by line, until all are decided on or the person leaves. */
export async function triageInLines(triage: Triage, dialog: Dialog): Promise<void> {
  let shown: ShownDraft | null = null;
  for (;;) {
    const view = triage.view();
    if (view.phase === 'draft' && view.draft !== shown) sayDraft(view, view.draft, dialog);
    shown = view.phase === 'draft' ? view.draft : null;
    if (view.phase === 'done' && !view.canUndo) break;
    const line = (await dialog.ask(promptOf(view)))?.trim() ?? 'q';
    if (line === 'q' || (view.phase === 'done' && line === '')) break;
    // What cannot be done is said, with the linter's errors, and the draft stays.
    await act(triage, line, dialog).catch((failure: unknown) => sayFailure(failure, dialog));
  }
  for (const line of farewellLines(triage.view())) dialog.say(line);
}

function promptOf({ phase }: TriageView): string {
  return phase === 'draft'
    ? 'a keep, r reject, e edit, ? help:'
    : 'No draft is left. u undo, Enter leaves:';
}

const labels: Readonly<Record<FieldMark, string>> = {
  Q: 'Question',
  A: 'Answer',
  T: 'Term',
  D: 'Definition',
  C: 'Text',
};

function sayDraft({ progress, notice }: TriageView, draft: ShownDraft, dialog: Dialog): void {
  if (notice !== null) dialog.say(notice);
  dialog.say('');
  dialog.say(`Draft ${progress.done + 1} of ${progress.total}. ${documentName(draft)}.`);
  sayFields(draft.fields, dialog);
  for (const finding of draft.findings) dialog.say(findingWords(finding));
  if (draft.gone) dialog.say('Its passage is gone from the document.');
  if (draft.near !== null) {
    dialog.say(`A card in ${draft.near.file} says nearly the same:`);
    sayFields(draft.near.fields, dialog);
  }
  sayPassage(draft, dialog);
}

function sayFields(fields: readonly DraftField[], dialog: Dialog): void {
  for (const { mark, markdown, hidden } of fields) {
    const [first = '', ...rest] = spokenLines(markdown, 'tell');
    dialog.say(`${labels[mark]}: ${first}`);
    for (const line of rest) dialog.say(line);
    if (hidden.length > 0) dialog.say(`Blank: ${hidden.join('; ')}`);
  }
}

function findingWords({ rule, severity, message, remedy }: DraftFinding): string {
  return `${rule} ${severity === 'info' ? 'advice' : severity}: ${message}. ${remedy}`;
}

function sayPassage({ sources }: ShownDraft, dialog: Dialog): void {
  const [source] = sources;
  if (source === undefined) return;
  dialog.say(`Passage: ${[source.title, source.details].filter((text) => text !== '').join('. ')}`);
  if (source.problem !== null) dialog.say(source.problem);
  for (const line of spokenLines(source.passage, 'tell')) dialog.say(line);
}

/** What stands around the passage, and the other sources. */
function saySources({ sources }: ShownDraft, dialog: Dialog): void {
  for (const { title, details, before, passage, after, problem } of sources) {
    dialog.say(`Source: ${[title, details].filter((text) => text !== '').join('. ')}`);
    if (problem !== null) dialog.say(problem);
    for (const text of [before, passage, after])
      for (const line of spokenLines(text, 'tell')) dialog.say(line);
  }
}

const help: readonly string[] = [
  'a keeps the draft: it goes into its deck. n puts it off. d puts off what is left of its document.',
  'r rejects it, with a reason: a number from the list, or your own words, as in: r says too little',
  'e edits its parts. w writes a card of your own from the passage; the draft stays.',
  'm makes one card of the draft and the one that says nearly the same, in that one\'s words; "m draft" takes the words of the draft.',
  'o and a reason switches the first rule off that speaks against the draft, as in: o it is a motto',
  's reads the sources with what stands around them. p repeats the draft. u undoes the last step. q leaves.',
];

async function act(triage: Triage, line: string, dialog: Dialog): Promise<void> {
  const view = triage.view();
  const [key = ''] = line.split(/\s/, 1);
  const rest = line.slice(key.length).trim();
  if (key === '?') for (const text of help) dialog.say(text);
  else if (key === 'u') undo(triage, dialog);
  else if (view.phase === 'done') dialog.say(`"${line}" is no key here.`);
  else await actOnDraft(triage, view.draft, { line, key, rest }, dialog);
}

function undo(triage: Triage, dialog: Dialog): void {
  triage.undo();
  const { phase, notice } = triage.view();
  if (phase === 'done' && notice !== null) dialog.say(notice);
}

async function actOnDraft(
  triage: Triage,
  draft: ShownDraft,
  { line, key, rest }: { readonly line: string; readonly key: string; readonly rest: string },
  dialog: Dialog,
): Promise<void> {
  if (key === 'a') triage.keep();
  else if (key === 'r') await reject(triage, rest, dialog);
  else if (key === 'e') await reword(triage, draft, dialog);
  else if (key === 'w') await write(triage, dialog);
  else if (key === 'm') triage.merge(rest === 'draft' ? 'draft' : 'card');
  else if (key === 'o') switchOff(triage, draft, rest);
  else if (key === 'n') triage.later();
  else if (key === 'd') triage.leaveDocument();
  else if (key === 's') saySources(draft, dialog);
  else if (key === 'p') sayDraft(triage.view(), draft, dialog);
  else dialog.say(`"${line}" is no key here. ? lists them.`);
}

async function reject(triage: Triage, given: string, dialog: Dialog): Promise<void> {
  let reason = given;
  if (reason === '') {
    usualReasons.forEach((usual, index) => dialog.say(`${index + 1} ${usual}`));
    reason =
      (await dialog.ask('Why? A number, or your own words; Enter keeps the draft waiting:')) ?? '';
  }
  const words = usualReasons[Number(reason) - 1] ?? reason.trim();
  if (words === '') dialog.say('Not rejected.');
  else triage.reject(words);
}

/** A line that is left empty leaves its part as it is. */
async function reword(triage: Triage, { fields }: ShownDraft, dialog: Dialog): Promise<void> {
  const texts: Partial<Record<FieldMark, string>> = {};
  for (const { mark } of fields) {
    const hint =
      mark === 'C' ? 'with [brackets] around what is hidden; Enter leaves it' : 'Enter leaves it';
    const text = (await dialog.ask(`${labels[mark]} (${hint}):`))?.trim() ?? '';
    if (text !== '') texts[mark] = text;
  }
  if (Object.keys(texts).length === 0) dialog.say('Nothing was changed.');
  else triage.reword(texts);
}

async function write(triage: Triage, dialog: Dialog): Promise<void> {
  const question = (await dialog.ask('Question:'))?.trim() ?? '';
  const answer = question === '' ? '' : ((await dialog.ask('Answer:'))?.trim() ?? '');
  if (answer === '') dialog.say('No card was written.');
  else triage.addOwn(triage.ownText(question, answer));
}

function switchOff(triage: Triage, { findings }: ShownDraft, reason: string): void {
  const [first = findings[0]] = errorsOf(findings);
  if (first === undefined) throw new TenetError('no rule speaks against the draft');
  triage.switchOff(first.rule, reason);
}
