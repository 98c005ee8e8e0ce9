import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepDraft, mergeDraft, rejectDraft } from '../../../src/app/triage/decide.ts';
import { TriageDesk } from '../../../src/app/triage/desk.ts';
import { type FileChange, makeChanges, takeBack } from '../../../src/app/triage/files.ts';
import type { DraftPlace } from '../../../src/app/triage/queue.ts';
import { editDraft } from '../../../src/app/triage/write.ts';
import type { CardId } from '../../../src/model/card.ts';
import { onScreen, placeOf, TriageHome } from '../triage-collection.ts';

const ants = `# Ants

### Why do ants march in lines?

To follow the scent that earlier ants laid down.

### What do leafcutter ants grow in their nests?

A fungus that feeds their larvae.
`;

let home: TriageHome;

beforeEach(async () => {
  home = new TriageHome({
    'docs/ants.md': ants,
    'decks/insects.md': '# Insects\n\nQ: Why do ants march?\nA: A scent.\n<!-- id: march -->\n',
  });
  await home.draftAll();
});
afterEach(() => home.dispose());

/** Where a card is: in how many decks and files of drafts, and what the ledger calls it. */
interface Whereabouts {
  readonly decks: number;
  readonly drafts: number;
  readonly fate: string | undefined;
}

function whereabouts(id: CardId): Whereabouts {
  const count = (file: string) => home.read(file).split(`id: ${id} `).length - 1;
  return {
    decks: count('decks/ants.md') + count('decks/insects.md'),
    drafts: count('drafts/ants.md'),
    fate: home.ledger().get(id)?.fate,
  };
}

const waiting = { decks: 0, drafts: 1, fate: 'draft' };
const kept = { decks: 1, drafts: 0, fate: 'kept' };
const rejected = { decks: 0, drafts: 0, fate: 'rejected' };

const acts: Readonly<
  Record<
    string,
    {
      readonly plan: (desk: TriageDesk, place: DraftPlace) => readonly FileChange[];
      readonly after: Whereabouts;
    }
  >
> = {
  keep: { plan: (desk, place) => keepDraft(desk, place, home.nowMs), after: kept },
  reject: { plan: (desk, place) => rejectDraft(desk, place, 'dull', home.nowMs), after: rejected },
  merge: {
    plan: (desk, place) =>
      mergeDraft(desk, place, { near: 'march' as CardId, words: 'card' }, home.nowMs),
    after: rejected,
  },
};

describe.each(Object.entries(acts))(
  'a process killed in the middle of %s',
  (_, { plan, after }) => {
    it('left it undone or done, wherever it stopped, and the next sitting sees which', () => {
      const before = onScreen(home.open());
      const place = { id: before.id, file: before.file };
      const files = { drafts: home.read('drafts/ants.md'), decks: home.read('decks/insects.md') };
      const ledger = home.read('decks/.tenet/ledger.jsonl');
      const whole = plan(new TriageDesk(home.parts().collection), place).length;
      for (let written = 0; written <= whole; written += 1) {
        home.write('drafts/ants.md', files.drafts);
        home.write('decks/insects.md', files.decks);
        home.write('decks/ants.md', '# Ants\n');
        home.write('decks/.tenet/ledger.jsonl', ledger);
        const desk = new TriageDesk(home.parts().collection);
        makeChanges(plan(desk, place).slice(0, written));
        home.open();
        const now = whereabouts(place.id);
        const possible = written === 0 ? [waiting] : written === whole ? [after] : [waiting, after];
        expect(possible).toContainEqual(now);
      }
    });

    it('or of taking it back, the same', () => {
      const place = placeOf(home.open());
      const start = {
        drafts: home.read('drafts/ants.md'),
        insects: home.read('decks/insects.md'),
        ledger: home.read('decks/.tenet/ledger.jsonl'),
      };
      const steps = plan(new TriageDesk(home.parts().collection), place).length;
      for (let taken = 0; taken <= steps; taken += 1) {
        home.write('drafts/ants.md', start.drafts);
        home.write('decks/insects.md', start.insects);
        home.write('decks/ants.md', '# Ants\n');
        home.write('decks/.tenet/ledger.jsonl', start.ledger);
        const back = makeChanges(plan(new TriageDesk(home.parts().collection), place));
        takeBack(back.slice(0, taken));
        home.open();
        const now = whereabouts(place.id);
        const possible = taken === steps ? [waiting] : taken === 0 ? [after] : [waiting, after];
        expect(possible).toContainEqual(now);
      }
    });
  },
);

describe('drafts that are over', () => {
  it('are not made drafts again by the next run of the generator', async () => {
    const place = placeOf(home.open());
    const desk = new TriageDesk(home.parts().collection);
    makeChanges(rejectDraft(desk, place, 'dull', home.nowMs).slice(0, 1));
    await home.draftAll();
    expect(home.ledger().get(place.id)).toMatchObject({ fate: 'rejected', reason: 'dull' });
    expect(home.open().view().progress.total).toBe(1);
    expect(home.read('drafts/ants.md')).not.toContain(place.id);
  });

  it('stay where a person made them differ from the card that stands in the deck', () => {
    const place = placeOf(home.open());
    const desk = new TriageDesk(home.parts().collection);
    makeChanges(keepDraft(desk, place, home.nowMs).slice(0, 1));
    const again = new TriageDesk(home.parts().collection);
    const text = 'Q: Which trail do marching ants follow?\nA: One of scent.';
    makeChanges(editDraft(again, place, text).changes);
    home.open();
    expect(whereabouts(place.id)).toMatchObject({ decks: 1, drafts: 1 });
  });
});
