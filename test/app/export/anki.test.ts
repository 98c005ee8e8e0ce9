import { readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportAnki } from '../../../src/app/export/anki.ts';
import type { AnkiCollection } from '../../../src/exchange/anki/collection.ts';
import { readPackage } from '../../../src/exchange/anki/read-package.ts';
import { openZip } from '../../../src/exchange/zip/read.ts';
import { eventsInOrder } from '../../../src/store/events.ts';
import { collectionWith, noon, temporaryFolder } from '../exchange-support.ts';
import type { TestCollection } from '../exchange-support.ts';

const deck = `---
title: Deck
---
## Topic

Q: One?
A: 1
S: [Interview](../source-docs/ORIGINALS.md#interview) "some words"
<!-- id: one000000001 -->

C: The [first] and the [second].
<!-- id: two000000001 -->
`;

const originals = `# Originals

## Interview

- title: A long talk
- author: A. Writer
- year: 2023
- address: https://example.org/talk
- trust: high
- held: yes
`;

async function exported(
  { open }: TestCollection,
  options: Partial<Parameters<typeof exportAnki>[1]> = {},
): Promise<{ collection: AnkiCollection; bytes: Buffer; media: readonly string[] }> {
  const out = path.join(temporaryFolder(), 'out.apkg');
  await exportAnki(open, { out, history: false, ...options });
  const zip = await openZip(out, out);
  const { collection, mediaNames } = await readPackage(zip, out);
  return { collection, bytes: readFileSync(out), media: [...mediaNames] };
}

function ledgerLine(fields: Readonly<Record<string, string>>): string {
  const time = '2026-01-05T10:00:00.000Z';
  const draft = { source: 'x.md', span: [0, 1], kind: 'basic', rule: 'r', slot: 's' };
  const texts = { sentence: 'x', asks: '', content: '', sources: '' };
  return `${JSON.stringify({ ...draft, ...texts, ...fields, made: time, changed: time })}\n`;
}

const noteOf = ({ notes }: AnkiCollection, guid: string) =>
  notes.find((note) => note.guid === guid);

describe('exportAnki', () => {
  it('gives the same bytes from two copies at different times, and again', async () => {
    const one = await collectionWith({ 'decks/a.md': deck });
    const two = await collectionWith({ 'decks/a.md': deck });
    two.clock.ms = noon + 5 * 86_400_000;
    const first = await exported(one);
    expect((await exported(two)).bytes.equals(first.bytes)).toBe(true);
    expect((await exported(one)).bytes.equals(first.bytes)).toBe(true);
  });

  it('moves only the time of a note whose text changed', async () => {
    const made = await collectionWith({ 'decks/a.md': deck });
    const before = (await exported(made)).collection;
    made.clock.ms = noon + 86_400_000;
    made.write('decks/a.md', deck.replace('A: 1', 'A: one'));
    const after = (await exported(made)).collection;
    expect(noteOf(after, 'one000000001')?.modifiedSeconds).toBe(made.clock.ms / 1000);
    expect(noteOf(after, 'two000000001')).toEqual(noteOf(before, 'two000000001'));
    made.clock.ms += 86_400_000;
    expect((await exported(made)).collection).toEqual(after);
  });

  it('keeps a note’s GUID when its card is retagged or moves to another file and deck', async () => {
    const made = await collectionWith({ 'decks/a.md': deck });
    await exported(made);
    rmSync(path.join(made.root, 'decks/a.md'));
    made.write('decks/sub/b.md', deck.replace('title: Deck', 'title: Other\ntags: [new]'));
    const { notes, decks } = (await exported(made)).collection;
    expect(notes.map(({ guid }) => guid).sort()).toEqual(['one000000001', 'two000000001']);
    expect(notes.map(({ tags }) => tags)).toEqual([
      ['Other::Topic', 'new'],
      ['Other::Topic', 'new'],
    ]);
    expect(decks.map(({ name }) => name)).toEqual(['Default', 'Other']);
  });

  it('gives a card that became another kind a new GUID, once, and keeps it', async () => {
    const made = await collectionWith({ 'decks/a.md': deck });
    await exported(made);
    made.write('decks/a.md', deck.replace('Q: One?\nA: 1', 'C: It is [one].'));
    const guids = async () => (await exported(made)).collection.notes.map(({ guid }) => guid);
    const first = await guids();
    expect(first).not.toContain('one000000001');
    expect(made.deck('a.md')).toMatch(/id: one000000001; guid: [\w-]{16} -->/);
    expect(await guids()).toEqual(first);
  });

  it('lets a withdrawn card go out once more, with the reason, set aside', async () => {
    const made = await collectionWith({ 'decks/a.md': deck });
    await exported(made);
    made.write('decks/a.md', deck.replace(/Q: One[\s\S]*?-->\n/, ''));
    const gone = { id: 'one000000001', fate: 'withdrawn', reason: 'it was wrong' };
    made.write('decks/.tenet/ledger.jsonl', ledgerLine(gone));
    const { collection } = await exported(made);
    const note = noteOf(collection, 'one000000001');
    expect(note?.tags).toEqual(['tenet::withdrawn']);
    expect(note?.fields[0]).toContain('Withdrawn: it was wrong.');
    const card = collection.cards.find(({ noteId }) => noteId === note?.id);
    expect(card?.queue).toBe(-1);
    expect(noteOf(collection, 'two000000001')?.tags).not.toContain('tenet::withdrawn');
  });

  it('gives the same bytes from two copies that have the same log', async () => {
    const one = await collectionWith({ 'decks/a.md': deck });
    one.answer('one000000001', 3);
    one.answer('two000000001/h000000', 1);
    const two = await collectionWith({ 'decks/a.md': deck });
    two.open.study.takeIn(eventsInOrder(one.open.store));
    two.clock.ms = noon + 3 * 86_400_000;
    const first = await exported(one, { history: true });
    expect(first.collection.log).toHaveLength(1);
    expect((await exported(two, { history: true })).bytes.equals(first.bytes)).toBe(true);
  });

  it('keeps the number of a gap that was reworded, and gives a new one the next free', async () => {
    const made = await collectionWith({ 'decks/a.md': deck });
    const textAfter = async (gaps: string) => {
      made.write('decks/a.md', deck.replace('[first] and the [second]', gaps));
      return noteOf((await exported(made)).collection, 'two000000001')?.fields[0];
    };
    await exported(made);
    expect(await textAfter('[1st] and the [second]')).toBe(
      'The {{c1::1st}} and the {{c2::second}}.',
    );
    expect(await textAfter('[new], the [1st] and the [second]')).toBe(
      'The {{c3::new}}, the {{c1::1st}} and the {{c2::second}}.',
    );
    expect(await textAfter('[second] and the [other]')).toBe(
      'The {{c2::second}} and the {{c4::other}}.',
    );
  });

  it('names the original with author, year and address', async () => {
    const made = await collectionWith({
      'decks/a.md': deck,
      'source-docs/ORIGINALS.md': originals,
    });
    const { collection } = await exported(made);
    expect(noteOf(collection, 'one000000001')?.fields[3]).toContain(
      '<a href="https://example.org/talk">Interview: A long talk, A. Writer, 2023</a> · <q>some words</q>',
    );
  });

  it('packs media of the collection and nothing else of the disk', async () => {
    const made = await collectionWith({
      'decks/a.md':
        'Q: ![](pic.png) ![](../../outside.png) ![](link.png) ![](../tenet.toml) ![](https://a.b/c.png)\nA: x\n<!-- id: pic000000001 -->\n',
      'decks/pic.png': 'picture',
    });
    const outside = path.join(temporaryFolder(), 'secret.png');
    writeFileSync(outside, 'secret');
    symlinkSync(outside, path.join(made.root, 'decks/link.png'));
    const out = path.join(temporaryFolder(), 'out.apkg');
    const report = await exportAnki(made.open, { out });
    expect(report.media).toBe(1);
    expect(report.problems.map(({ rule }) => rule)).toEqual(Array(4).fill('media-missing'));
  });

  it('leaves the learner’s numbers at home unless they are asked for', async () => {
    const made = await collectionWith({ 'decks/a.md': deck });
    made.answer('one000000001', 4);
    const without = (await exported(made)).collection;
    expect([without.log, without.presets.length]).toEqual([[], 1]);
    expect(without.cards.every(({ type }) => type === 0)).toBe(true);
    const { collection } = await exported(made, { history: true });
    expect(collection.log).toMatchObject([{ ease: 4, type: 0, takenMs: 3000 }]);
    expect(collection.cards.find(({ type }) => type === 2)?.data.stability).toBeGreaterThan(1);
  });

  it('says what to tick in Anki, and what to do where it was not, only with a schedule', async () => {
    const made = await collectionWith({ 'decks/a.md': deck });
    const out = path.join(temporaryFolder(), 'o.apkg');
    const advice = async (history: boolean) =>
      (await exportAnki(made.open, { out, history })).advice.join('\n');
    const withHistory = await advice(true);
    for (const words of [
      'tick "Import any learning progress" and "Import any deck presets"',
      'Switch FSRS on',
      'delete the deck in Anki and import again',
      'Anki keeps its own schedule of cards that it already has',
    ])
      expect(withHistory).toContain(words);
    expect(await advice(false)).not.toMatch(/tick|FSRS|delete/);
    const described = (await exported(made, { history: true })).collection.decks.at(-1);
    expect(described?.description).toContain('Import any learning progress');
  });

  it('takes some decks, says which are unknown, and makes decks of topics when asked', async () => {
    const made = await collectionWith({ 'decks/a.md': deck, 'decks/b.md': 'Q: x\nA: y\n' });
    const { collection } = await exported(made, { decks: ['Deck'], subdecks: true });
    expect(collection.decks.map(({ name }) => name)).toEqual(['Default', 'Deck::Topic']);
    await expect(exported(made, { decks: ['Dekc'] })).rejects.toThrow(/no deck "Dekc"/);
  });

  it('counts cards whose ids would not survive an edit', async () => {
    const made = await collectionWith({ 'decks/b.md': 'Q: x\nA: y\n' });
    const report = await exportAnki(made.open, { out: path.join(temporaryFolder(), 'o.apkg') });
    expect(report.withoutId).toBe(1);
  });

  it('says so when there is nothing to export', async () => {
    const made = await collectionWith({});
    await expect(exported(made)).rejects.toThrow(/no cards to export/);
  });
});
