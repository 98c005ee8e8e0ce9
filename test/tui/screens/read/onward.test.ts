import { afterEach, describe, expect, it } from 'vitest';
import { readingFarewell } from '../../../../src/tui/screens/read/onward.ts';
import { collectionWithReader, kinds } from '../../../app/reader-collection.ts';
import type { TemporaryCollection } from '../../../app/temporary-collection.ts';

let tenet: TemporaryCollection;

afterEach(() => tenet.dispose());

describe('what is said when the reader is left', () => {
  it('is where it goes on, and that cards wait for today', () => {
    const opened = collectionWithReader();
    ({ tenet } = opened);
    tenet.remove('decks/a-own.md');
    tenet.index();
    expect(readingFarewell(opened.reader)).toEqual([]);
    opened.reader.markRead(kinds);
    expect(opened.reader.due()).toBe(3);
    expect(readingFarewell(opened.reader)).toEqual([
      '“tenet read” goes on with “Faults”.',
      '3 cards for today: “tenet review” asks.',
    ]);
  });
});
