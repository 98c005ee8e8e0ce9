import { afterEach, describe, expect, it } from 'vitest';
import { draftsInWords, waitingDraftCount } from '../../../src/app/decks/draft-count.ts';
import { TriageHome } from '../triage-collection.ts';
import { TemporaryCollection } from '../temporary-collection.ts';

let tenet: TemporaryCollection;

afterEach(() => tenet.dispose());

describe('drafts that wait', () => {
  it('are counted over all files of drafts, leaving out a file that cannot be read', () => {
    tenet = new TemporaryCollection({
      'drafts/a.md': 'Q: One?\nA: 1\n\nC: [Two].\n',
      'drafts/more/b.md': 'Q: Three?\nA: 3\n',
      'drafts/c.md': new Uint8Array([0, 1, 2]),
      'decks/d.md': 'Q: No draft?\nA: None.\n',
    });
    expect(waitingDraftCount(tenet.collection)).toBe(3);
    tenet.remove('drafts');
    expect(waitingDraftCount(tenet.collection)).toBe(0);
  });

  it('are not those that the ledger calls decided', async () => {
    const home = new TriageHome({
      'docs/ants.md':
        '# Ants\n\n### Why do ants march in lines?\n\nTo follow a scent that others laid.\n',
    });
    try {
      await home.draftAll();
      expect(waitingDraftCount(home.parts().collection)).toBe(1);
      const ledger = home.read('decks/.tenet/ledger.jsonl');
      home.write('decks/.tenet/ledger.jsonl', ledger.replaceAll('"draft"', '"rejected"'));
      expect(waitingDraftCount(home.parts().collection)).toBe(0);
    } finally {
      home.dispose();
    }
  });

  it('are said with what to type', () => {
    tenet = new TemporaryCollection();
    expect([0, 1, 12].map(draftsInWords)).toEqual([
      '',
      '1 draft waits: "tenet triage" shows it.',
      '12 drafts wait: "tenet triage" shows them.',
    ]);
  });
});
