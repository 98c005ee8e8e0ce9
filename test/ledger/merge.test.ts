import { describe, expect, it } from 'vitest';
import { generatedId } from '../../src/ledger/card-id.ts';
import type { LedgerEntry } from '../../src/ledger/ledger.ts';
import {
  type Merge,
  mergeDrafts,
  type PresentCard,
  type ProposedCard,
} from '../../src/ledger/merge.ts';
import { before, draft, entry, now } from './entries.ts';

interface Scene {
  readonly drafts?: readonly ProposedCard[];
  readonly ledger?: readonly LedgerEntry[];
  readonly present?: Readonly<Record<string, Partial<PresentCard>>>;
  readonly settled?: readonly string[];
  readonly covered?: readonly string[];
  readonly complete?: boolean;
}

const standing: PresentCard = { where: 'deck', content: 'c1', sources: 's1' };

function merge(scene: Scene): Merge<ProposedCard> {
  const settled = new Set(scene.settled ?? ['docs/bees.md']);
  return mergeDrafts({
    drafts: scene.drafts ?? [draft()],
    ledger: new Map((scene.ledger ?? []).map((each) => [each.id, each])),
    present: new Map(
      Object.entries(scene.present ?? {}).map(([id, more]) => [id, { ...standing, ...more }]),
    ),
    settled,
    covered: new Set(scene.covered ?? settled),
    complete: scene.complete ?? true,
    now,
  });
}

describe('mergeDrafts', () => {
  it('makes what is new, with an id from its sentence', () => {
    const { decisions, ledger } = merge({});
    const id = generatedId(draft(), 0);
    expect(decisions).toEqual([{ act: 'new', draft: draft(), id }]);
    expect(ledger.get(id)).toEqual(entry(id, { made: now, changed: now }));
  });

  it('gives equal drafts ids of their own', () => {
    const { decisions, ledger } = merge({ drafts: [draft(), draft({ source: 'docs/b.md' })] });
    expect(decisions.map(({ act }) => act)).toEqual(['new', 'new']);
    expect([...ledger.keys()]).toEqual([generatedId(draft(), 0), generatedId(draft(), 1)]);
  });

  it('leaves what stands as it was made, and its line as it was', () => {
    const known = entry('aaaa');
    const { decisions, ledger } = merge({ ledger: [known], present: { aaaa: {} } });
    expect(decisions).toMatchObject([{ act: 'same', id: 'aaaa' }]);
    expect(ledger.get('aaaa')).toBe(known);
  });

  it('renews a card that nobody edited when its document says something else', () => {
    const { decisions, ledger } = merge({
      drafts: [draft({ content: 'c2', sentence: 'Bees dance to show the way home.' })],
      ledger: [entry('aaaa')],
      present: { aaaa: {} },
    });
    expect(decisions).toMatchObject([{ act: 'update', id: 'aaaa', content: true, sources: false }]);
    expect(ledger.get('aaaa')).toMatchObject({
      content: 'c2',
      fate: 'kept',
      made: before,
      changed: now,
    });
  });

  it('never overwrites an edited card, and says when it has gone stale', () => {
    const scene = { ledger: [entry('aaaa')], present: { aaaa: { content: 'mine' } } };
    expect(merge(scene).decisions).toMatchObject([{ act: 'edited', stale: false }]);
    expect(merge(scene).ledger.get('aaaa')).toMatchObject({ fate: 'edited', content: 'c1' });
    const changed = merge({ ...scene, drafts: [draft({ content: 'c2' })] });
    expect(changed.decisions).toMatchObject([{ act: 'edited', stale: true }]);
    expect(changed.ledger.get('aaaa')).toMatchObject({ fate: 'edited', content: 'c1' });
  });

  it('takes an edited card that was set back for kept again', () => {
    const { ledger } = merge({
      ledger: [entry('aaaa', { fate: 'edited' })],
      present: { aaaa: {} },
    });
    expect(ledger.get('aaaa')).toMatchObject({ fate: 'kept', changed: now });
  });

  it('renews the text of a card of which only the source lines were edited, and leaves those', () => {
    const { decisions } = merge({
      drafts: [draft({ content: 'c2', sources: 's2' })],
      ledger: [entry('aaaa')],
      present: { aaaa: { sources: 'mine' } },
    });
    expect(decisions).toMatchObject([{ act: 'update', content: true, sources: false }]);
  });

  it('leads the links of an edited card to where its sentence stands now, not to other words', () => {
    const present = { aaaa: { content: 'mine' } };
    const elsewhere = { drafts: [draft({ sources: 's2' })], ledger: [entry('aaaa')], present };
    const moved = merge(elsewhere);
    expect(moved.decisions).toMatchObject([{ act: 'update', content: false, sources: true }]);
    expect(moved.ledger.get('aaaa')).toMatchObject({ fate: 'edited', sources: 's2' });
    const reworded = merge({ ...elsewhere, drafts: [draft({ content: 'c2', sources: 's2' })] });
    expect(reworded.decisions).toMatchObject([{ act: 'edited', stale: true }]);
    const own = merge({ ...elsewhere, present: { aaaa: { content: 'mine', sources: 'mine' } } });
    expect(own.decisions).toMatchObject([{ act: 'edited' }]);
  });

  it('lets a rejection stand though the draft is still among the drafts', () => {
    const { decisions, ledger } = merge({
      ledger: [entry('aaaa', { fate: 'rejected', reason: 'dull' })],
      present: { aaaa: { where: 'draft' } },
    });
    expect(decisions).toMatchObject([{ act: 'same', id: 'aaaa' }]);
    expect(ledger.get('aaaa')).toMatchObject({ fate: 'rejected', reason: 'dull' });
  });

  it('does not bring back what was deleted, now or later', () => {
    const first = merge({ ledger: [entry('aaaa')] });
    expect(first.decisions).toMatchObject([{ act: 'deleted', id: 'aaaa' }]);
    expect(first.ledger.get('aaaa')).toMatchObject({ fate: 'deleted', changed: now });
    const second = merge({ ledger: [...first.ledger.values()] });
    expect(second.decisions).toMatchObject([{ act: 'deleted' }]);
    expect(second.ledger).toEqual(first.ledger);
  });

  it('takes nothing for deleted while a deck could not be read', () => {
    const { decisions, ledger } = merge({ ledger: [entry('aaaa')], complete: false });
    expect(decisions).toMatchObject([{ act: 'unknown', id: 'aaaa' }]);
    expect(ledger.get('aaaa')).toMatchObject({ fate: 'kept' });
  });

  it('takes a card that was brought back for kept', () => {
    const { decisions, ledger } = merge({
      ledger: [entry('aaaa', { fate: 'deleted' })],
      present: { aaaa: {} },
    });
    expect(decisions).toMatchObject([{ act: 'same' }]);
    expect(ledger.get('aaaa')).toMatchObject({ fate: 'kept' });
  });

  it('does not make again what was rejected or withdrawn, though it was reworded', () => {
    const reworded = draft({ sentence: 'Bees dance to show others the way.' });
    for (const fate of ['rejected', 'withdrawn'] as const)
      expect(
        merge({ drafts: [reworded], ledger: [entry('aaaa', { fate, reason: 'dull' })] }).decisions,
      ).toMatchObject([{ act: fate, id: 'aaaa' }]);
  });

  it('makes no text again that was turned down, whatever document and rule it comes from', () => {
    for (const fate of ['rejected', 'deleted', 'withdrawn'] as const) {
      const ledger = [entry('aaaa', { fate, sentence: 'Something else.', asks: 'What?' })];
      const elsewhere = draft({ source: 'docs/ants.md', rule: 'bold-question' });
      const scene = { ledger, drafts: [elsewhere], settled: ['docs/ants.md'] };
      const { decisions, ledger: after } = merge(scene);
      expect(decisions).toEqual([{ act: fate, draft: elsewhere, id: 'aaaa' }]);
      expect([...after.values()]).toEqual(ledger);
    }
  });

  it('follows a card to the rule that makes it now', () => {
    const bold = draft({ rule: 'bold-question', slot: 'answer' });
    const { decisions, ledger } = merge({
      drafts: [bold],
      ledger: [entry('aaaa')],
      present: { aaaa: {} },
    });
    expect(decisions).toMatchObject([{ act: 'same', id: 'aaaa' }]);
    expect(ledger.get('aaaa')).toMatchObject({ rule: 'bold-question', slot: 'answer' });
  });

  it('marks a card whose passage is gone, keeps it, and takes the mark away when it is back', () => {
    const gone = merge({ drafts: [], ledger: [entry('aaaa')], present: { aaaa: {} } });
    expect(gone.gone).toEqual(['aaaa']);
    expect(gone.ledger.get('aaaa')).toMatchObject({ gone: true, fate: 'kept' });
    const back = merge({ ledger: [...gone.ledger.values()], present: { aaaa: {} } });
    expect(back.gone).toEqual([]);
    expect(back.ledger.get('aaaa')).not.toHaveProperty('gone');
  });

  it('says nothing of documents that were not read', () => {
    const known = entry('aaaa', { source: 'docs/other.md' });
    const { gone, ledger } = merge({ drafts: [], ledger: [known], present: { aaaa: {} } });
    expect(gone).toEqual([]);
    expect(ledger.get('aaaa')).toBe(known);
  });

  it('carries a card over to a renamed document, and does not mark what is only out of reach', () => {
    const scene = {
      drafts: [draft({ source: 'docs/new.md' })],
      ledger: [
        entry('aaaa', { source: 'docs/old.md' }),
        entry('bbbb', { source: 'docs/old.md', sentence: 'Other words.', asks: 'What else?' }),
      ],
      present: { aaaa: {}, bbbb: {} },
      settled: ['docs/new.md', 'docs/old.md'],
    };
    const far = merge({ ...scene, covered: ['docs/new.md'] });
    expect(far.decisions).toMatchObject([{ act: 'same', id: 'aaaa' }]);
    expect(far.ledger.get('aaaa')).toMatchObject({ source: 'docs/new.md' });
    expect(far.gone).toEqual([]);
    expect(merge(scene).gone).toEqual(['bbbb']);
  });

  it('keeps a draft a draft until a person moves it into a deck', () => {
    const waiting = draft({ admitted: 'draft' });
    const made = merge({ drafts: [waiting] });
    const id = generatedId(waiting, 0);
    expect(made.ledger.get(id)).toMatchObject({ fate: 'draft' });
    const ledger = [...made.ledger.values()];
    const there = merge({ drafts: [waiting], ledger, present: { [id]: { where: 'draft' } } });
    expect(there.decisions).toMatchObject([{ act: 'same' }]);
    expect(there.ledger.get(id)).toBe(made.ledger.get(id));
    const accepted = merge({ drafts: [waiting], ledger, present: { [id]: {} } });
    expect(accepted.ledger.get(id)).toMatchObject({ fate: 'kept' });
    expect(merge({ drafts: [waiting], ledger }).decisions).toMatchObject([{ act: 'new', id }]);
  });

  it('makes no card of a refused draft, and leaves one that stands', () => {
    const refused = draft({ admitted: 'refused' });
    expect(merge({ drafts: [refused] })).toMatchObject({ decisions: [{ act: 'refused' }] });
    expect(merge({ drafts: [refused] }).ledger.size).toBe(0);
    const stands = merge({ drafts: [refused], ledger: [entry('aaaa')], present: { aaaa: {} } });
    expect(stands.decisions).toMatchObject([{ act: 'same', id: 'aaaa' }]);
    expect(stands.gone).toEqual([]);
  });

  it('doubles nothing when the ledger was lost', () => {
    const id = generatedId(draft(), 0);
    expect(merge({ present: { [id]: {} } }).decisions).toMatchObject([{ act: 'same', id }]);
    const edited = merge({ present: { [id]: { content: 'mine' } } });
    expect(edited.decisions).toMatchObject([{ act: 'edited', id }]);
    expect(edited.ledger.get(id)).toMatchObject({ fate: 'edited' });
  });

  it('changes nothing when it runs again', () => {
    const drafts = [draft(), draft({ slot: 'why', admitted: 'draft' })];
    const first = merge({ drafts });
    const [card, waiting] = [...first.ledger.keys()];
    const present = { [card ?? '']: {}, [waiting ?? '']: { where: 'draft' as const } };
    const second = merge({ drafts, ledger: [...first.ledger.values()], present });
    expect(second.decisions.map(({ act }) => act)).toEqual(['same', 'same']);
    expect(second.ledger).toEqual(first.ledger);
  });
});
