import { randomBytes } from 'node:crypto';
import { openTriage, type TriageParts } from '../../src/app/triage/triage.ts';
import type { Triage } from '../../src/app/triage/view.ts';
import type { DraftPlace } from '../../src/app/triage/queue.ts';
import type { CardDraft } from '../../src/model/draft.ts';
import type { Source } from '../../src/model/source.ts';
import type { Drafter } from '../../src/generate/drafter.ts';
import { GeneratedCollection } from './generated-collection.ts';

/** Proposes a question for every paragraph that has one before it, and is sure of none. */
const unsureDrafter: Drafter = {
  name: 'unsure',
  draft: (source: Source) => Promise.resolve(draftsOf(source)),
};

function draftsOf({ passages }: Source): CardDraft[] {
  return passages.flatMap((passage, index) => {
    const asked = passages[index - 1];
    if (passage.kind !== 'paragraph' || asked?.kind !== 'heading' || asked.depth !== 3) return [];
    const { text, span } = passage;
    return [
      {
        content: { kind: 'basic', question: asked.text, answer: text },
        role: 'question',
        tags: [],
        note: '',
        topics: passage.headings.slice(1, -1),
        sources: [],
        rule: 'unsure',
        slot: 'lead',
        sentence: text,
        span,
        score: 0.5,
        sure: false,
      },
    ];
  });
}

/** A collection whose documents become drafts, and sittings over them. */
export class TriageHome extends GeneratedCollection {
  parts(documents: readonly string[] = []): TriageParts {
    return {
      collection: {
        root: this.folder,
        decks: this.at('decks'),
        drafts: this.at('drafts'),
        sourceDocs: this.at('source-docs'),
        allows: () => false,
        notationOf: () => undefined,
      },
      documents,
      now: () => this.nowMs,
      random: randomBytes,
    };
  }

  draftAll(): Promise<unknown> {
    return this.generate({ drafters: [unsureDrafter], admit: () => ({ to: 'deck' }) });
  }

  open(...documents: readonly string[]): Triage {
    return openTriage(this.parts(documents));
  }
}

/** The draft on the screen. */
export function onScreen(triage: Triage) {
  const view = triage.view();
  if (view.phase !== 'draft') throw new Error('no draft is on the screen');
  return view.draft;
}

/** Where the draft on the screen stands. */
export function placeOf(triage: Triage): DraftPlace {
  const { id, file } = onScreen(triage);
  return { id, file };
}
