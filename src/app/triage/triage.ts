import type { CardId } from '../../model/card.ts';
import { type Problem, TenetError } from '../../model/problem.ts';
import { keepDraft, mergeDraft, rejectDraft } from './decide.ts';
import { draftView, refuseErrors } from './draft.ts';
import { draftNow, rawText, TriageDesk, type TriageCollection } from './desk.ts';
import { type FileChange, makeChanges, type TakeBack, takeBack } from './files.ts';
import { DraftEye } from './lint.ts';
import {
  decided,
  type Pile,
  pileOf,
  progressOf,
  renamed,
  stillWaiting,
  withoutDocument,
  withOwnCard,
} from './pile.ts';
import { type WaitingDraft, waitingDrafts } from './queue.ts';
import { settleDrafts } from './settle.ts';
import { editDraft, ownCardText, rewordedText, switchOffRule, writeOwnCard } from './write.ts';
import { Watched } from '../watched.ts';
import {
  documentName,
  errorsOf,
  type FieldTexts,
  type MergedWords,
  type ShownDraft,
  type Triage,
  type TriageView,
} from './view.ts';

/** What a sitting over drafts works with. */
export interface TriageParts {
  readonly collection: TriageCollection;
  /** Documents as a person names them; empty for all. */
  readonly documents: readonly string[];
  now(): number;
  random(count: number): Uint8Array;
}

/**
 * Opens a sitting, after ending what one that was cut short had begun. Throws `TenetError` for a name of a
 * document that no draft comes from, and for a ledger that cannot be read.
 */
export function openTriage(parts: TriageParts): Triage {
  return new Sitting(parts);
}

/** The drafts of a collection as they are, with findings and passages; nothing is changed. */
export function listDrafts(
  collection: TriageCollection,
  documents: readonly string[],
): readonly ShownDraft[] {
  const desk = new TriageDesk(collection);
  const eye = new DraftEye(collection, desk.cards);
  return waitingDrafts(desk, documents).map((waiting) => draftView(desk, eye, waiting));
}

/** An act that can be undone: what the sitting was before, and the files that it changed. */
interface Step {
  readonly before: Pile;
  readonly files: TakeBack;
}

/** What a card of one's own must be, beside well formed: supported, faithful, attributed, worth it. */
const rulesForOwn = new Set(['Q01', 'Q02', 'Q03', 'Q13']);

class Sitting implements Triage {
  readonly problems: readonly Problem[];
  readonly #parts: TriageParts;
  readonly #past: Step[] = [];
  #desk: TriageDesk;
  #eye: DraftEye;
  #pile: Pile;
  readonly #view: Watched<TriageView>;

  constructor(parts: TriageParts) {
    this.#parts = parts;
    this.#desk = new TriageDesk(parts.collection);
    this.problems = this.#desk.problems;
    settleDrafts(this.#desk, parts.now());
    this.#eye = new DraftEye(parts.collection, this.#desk.cards);
    this.#pile = pileOf(waitingDrafts(this.#desk, parts.documents));
    this.#view = new Watched(this.#draw(null));
  }

  view(): TriageView {
    return this.#view.get();
  }

  subscribe(listener: () => void): () => void {
    return this.#view.subscribe(listener);
  }

  keep(): void {
    const draft = this.#shown();
    refuseErrors(draft, errorsOf(draft.findings), 'the draft was not kept');
    this.#act(
      keepDraft(this.#desk, this.#first(), this.#parts.now()),
      decided(this.#pile, 'kept'),
      'Kept. u takes it back.',
    );
    this.#takeIn(draft.id);
  }

  reject(reason: string): void {
    const why = reason.replaceAll(/\s+/g, ' ').trim();
    this.#act(
      rejectDraft(this.#desk, this.#first(), why, this.#parts.now()),
      decided(this.#pile, 'rejected'),
      why === '' ? 'Rejected. u takes it back.' : `Rejected: ${why}. u takes it back.`,
    );
  }

  merge(words: MergedWords): void {
    const { near, findings } = this.#shown();
    if (near === null)
      throw new TenetError('no card says nearly the same', {
        hint: 'Keep the draft, or reject it.',
      });
    const draft = this.#shown();
    const others = errorsOf(findings).filter(({ rule }) => rule !== 'Q12');
    if (words === 'draft') refuseErrors(draft, others, 'the cards were not merged');
    this.#act(
      mergeDraft(this.#desk, this.#first(), { near: near.id, words }, this.#parts.now()),
      decided(this.#pile, 'merged'),
      `Merged into the card in ${near.file}. u takes it back.`,
    );
    this.#takeIn(near.id);
  }

  switchOff(rule: string, reason: string): void {
    const why = reason.replaceAll(/\s+/g, ' ').trim();
    if (why === '')
      throw new TenetError(`${rule} stays on: a reason is needed`, {
        hint: 'Say why the rule does not hold for this card.',
      });
    this.#act(
      switchOffRule(this.#desk, this.#first(), { rule, reason: why }),
      this.#pile,
      `${rule} is off for this card.`,
    );
  }

  later(): void {
    this.#act([], decided(this.#pile, 'later'), 'Put off.');
  }

  leaveDocument(): void {
    const first = this.#first();
    const [pile, left] = withoutDocument(this.#pile, first.document);
    this.#act([], pile, `Left ${left} for later: ${documentName(first)}.`);
  }

  undo(): void {
    const step = this.#past.at(-1);
    if (step === undefined) throw new TenetError('There is nothing to undo.');
    takeBack(step.files);
    this.#past.pop();
    this.#look(step.files);
    this.#turn(step.before, 'Undone.');
  }

  draftText(): string {
    const { file, id } = this.#first();
    return rawText(draftNow(this.#desk, file, id)).replaceAll('\r\n', '\n');
  }

  edit(text: string): void {
    const place = this.#first();
    const { changes, id } = editDraft(this.#desk, place, text);
    this.#act(changes, renamed(this.#pile, id), 'Saved.');
  }

  reword(fields: FieldTexts): void {
    const { file, id } = this.#first();
    this.edit(rewordedText(draftNow(this.#desk, file, id), fields));
  }

  ownText(question = '', answer = ''): string {
    const { file, id } = this.#first();
    return ownCardText(this.#desk, draftNow(this.#desk, file, id), { question, answer });
  }

  addOwn(text: string): void {
    const { changes, own } = writeOwnCard(this.#desk, this.#first(), text, this.#parts.random(9));
    const { findings } = this.#eye.look(own.card, own.deck.path);
    const wrong = errorsOf(findings).filter(({ rule }) => rulesForOwn.has(rule));
    refuseErrors(
      { file: own.deck.path, line: own.card.place.line },
      wrong,
      'the card was not added',
    );
    const said = `Your card is in ${own.deck.path}. The draft still waits.`;
    this.#act(changes, withOwnCard(this.#pile), said);
    this.#takeIn(own.card.id);
  }

  reload(): void {
    this.#desk = new TriageDesk(this.#parts.collection);
    this.#eye = new DraftEye(this.#parts.collection, this.#desk.cards);
    this.#turn(stillWaiting(this.#pile, waitingDrafts(this.#desk, [])), null);
  }

  #first(): WaitingDraft {
    const first = this.#pile.queue[0];
    if (first === undefined) throw new TenetError('There is no draft left.');
    return first;
  }

  #shown(): ShownDraft {
    const view = this.#view.get();
    if (view.phase === 'draft') return view.draft;
    throw new TenetError('There is no draft left.');
  }

  /** Writes first: where a disk fails, nothing has happened. */
  #act(changes: readonly FileChange[], after: Pile, said: string): void {
    const files = makeChanges(changes);
    this.#past.push({ before: this.#pile, files });
    this.#look(files);
    this.#turn(after, said);
  }

  /** Reads again what an act changed. */
  #look(files: TakeBack): void {
    for (const { file } of files) this.#desk.lookAgain(file);
  }

  /** Later drafts are compared with this card too. */
  #takeIn(id: CardId): void {
    const found = this.#desk.cards.get(id);
    if (found !== undefined) this.#eye.take(found.card);
  }

  #turn(pile: Pile, notice: string | null): void {
    this.#pile = pile;
    this.#view.set(this.#draw(notice));
  }

  #draw(notice: string | null): TriageView {
    const progress = progressOf(this.#pile);
    const common = { progress, canUndo: this.#past.length > 0, notice };
    const [first] = this.#pile.queue;
    if (first === undefined) return { ...common, phase: 'done' };
    return { ...common, phase: 'draft', draft: draftView(this.#desk, this.#eye, first) };
  }
}
