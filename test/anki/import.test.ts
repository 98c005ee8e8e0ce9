import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { exportAnki } from '../../src/app/export/anki.ts';
import { importFile } from '../../src/app/import/file.ts';
import type { Standing } from '../../src/model/schedule.ts';
import { anki, collectionWith, folder } from './support.ts';
import type { Dump, DumpedCard, Imported } from './support.ts';

type Files = Readonly<
  Record<'bare' | 'latest' | 'legacy' | 'colpkg-latest' | 'colpkg-legacy', string>
>;

describe("Anki's own exports", () => {
  let files: Files;
  let dump: Dump;

  beforeAll(() => {
    files = anki<Files>('make', { folder: folder() });
    // The dump is of what the package makes of an empty profile: Anki empties filtered decks on the way.
    const profile = path.join(folder(), 'again.anki2');
    anki('import', { profile, package: files.latest, fsrs: true });
    dump = anki<Dump>('dump', { profile });
  });

  it('come in whole: notes, cards, states, suspension, flags, burial, log', async () => {
    const { open } = await collectionWith({});
    const report = await importFile(open, files.latest);
    expect(report).toMatchObject({
      notes: 17,
      added: 17,
      kept: 0,
      leftOut: [],
      mediaOnly: 1,
      media: 2,
    });
    const studied = dump.cards.filter(({ type }) => type !== 0);
    const standings = [...open.study.standings().values()].filter(
      ({ schedule }) => schedule.state !== 'new',
    );
    expect(standings.map(stateHere).sort()).toEqual(studied.map(stateThere).sort());
    const today = open.study.now().day;
    const dues = standings.flatMap(({ schedule }) =>
      schedule.state === 'review' && schedule.due.kind === 'day' ? [schedule.due.day - today] : [],
    );
    const theirDues = studied
      .filter(({ type }) => type === 2)
      .map(({ due, odue, odid }) => (odid === 0 ? due : odue) - dump.today);
    expect(dues.sort()).toEqual(theirDues.sort());
    const all = [...open.study.standings().values()];
    // One is suspended in Anki, one asks by a picture alone.
    expect(all.filter(({ suspended }) => suspended)).toHaveLength(2);
    expect(all.filter(({ flag }) => flag === 3)).toHaveLength(1);
    expect(all.filter(({ buriedDay }) => buriedDay === today)).toHaveLength(1);
  });

  it('read as a person would have written them', async () => {
    const { open, root } = await collectionWith({});
    await importFile(open, files.legacy);
    const german = readFileSync(path.join(root, 'decks/languages/german.md'), 'utf8');
    expect(german).toContain('title: "Languages::German"');
    expect(german).toContain(
      'Q: What is **x**? a_b \\* c\nA: one\\\ntwo < three\n\n- item\n#a #b::c\n',
    );
    expect(german).toContain('T: Hund\nD: dog\n');
    expect(german).toContain('Q: Katze\nA: cat\n');
    expect(german).toContain('T: Maus\nD: mouse\n');
    expect(german).toMatch(/Q: typed\nA: yes\n<!-- .*type -->/);
    expect(german).toContain('Q: laufen (Ich laufe)\nA: to run\n');
    expect(german).toContain('Q: Say: to run\nA: laufen\n');
    expect(german).toContain(
      'Q: ![](<../media/dot one.png>)\nA: ![](../media/beep.mp3) a sound\n#media-only\n',
    );
    const clozes = readFileSync(path.join(root, 'decks/clozes.md'), 'utf8');
    expect(clozes).toContain(
      'C: {{c1::one}} and {{c2::two::hint}}, {{c1::std&#58;:v}}, $x^{2}$\nN: *extra*\n',
    );
    expect(clozes).toContain('C: {{c1::outer {{c2::inner}} text}}\n');
  });

  it.each(['latest', 'legacy', 'colpkg-latest', 'colpkg-legacy', 'bare'] as const)(
    'say the same in every form: %s',
    async (form) => {
      const { open, root } = await collectionWith({});
      const report = await importFile(open, files[form]);
      expect(report).toMatchObject({ notes: 17, added: 17, leftOut: [] });
      const decks = ['languages/german.md', 'clozes.md'].map((file) =>
        readFileSync(path.join(root, 'decks', file), 'utf8'),
      );
      const other = await collectionWith({});
      await importFile(other.open, files.latest);
      expect(decks).toEqual(
        ['languages/german.md', 'clozes.md'].map((file) =>
          readFileSync(path.join(other.root, 'decks', file), 'utf8'),
        ),
      );
      const again = await importFile(open, files[form]);
      expect(again).toMatchObject({ added: 0, updated: 0, unchanged: 17, events: 0, files: [] });
    },
  );

  it('go back to Anki as its own notes', async () => {
    const { open } = await collectionWith({});
    await importFile(open, files.latest);
    const back = path.join(folder(), 'back.apkg');
    await exportAnki(open, { out: back, history: true });
    const profile = path.join(folder(), 'back.anki2');
    anki('import', { profile, package: files.latest, fsrs: true });
    const log = anki<Imported>('import', { profile, package: back, fsrs: true });
    expect(log).toMatchObject({ new: 0, updated: 0, duplicate: dump.notes.length, conflicting: 0 });
    const same = anki<Dump>('dump', { profile });
    expect([same.notes, same.log, same.media, same.integrity]).toEqual([
      dump.notes,
      dump.log,
      dump.media,
      dump.integrity,
    ]);
    expect(same.descriptions['Clozes']).toBe('');

    const fresh = path.join(folder(), 'fresh.anki2');
    anki('import', { profile: fresh, package: back, fsrs: true });
    const found = anki<Dump>('dump', { profile: fresh });
    expect(found.integrity).toEqual(dump.integrity);
    expect(found.notes).toEqual(dump.notes);
    expect(found.log.map(([id, cid, ease, ivl]) => [id, cid, ease, ivl])).toEqual(
      dump.log.map(([id, cid, ease, ivl]) => [id, cid, ease, ivl]),
    );
    expect(found.media).toEqual(dump.media);
  });

  it('take an edit made here back into the note that it came from', async () => {
    const { open, root } = await collectionWith({});
    await importFile(open, files.latest);
    const deck = path.join(root, 'decks/languages/german.md');
    writeFileSync(deck, readFileSync(deck, 'utf8').replace('A: cat\n', 'A: the **cat**\n'));
    const back = path.join(folder(), 'edited.apkg');
    await exportAnki(open, { out: back, history: false });
    const profile = path.join(folder(), 'edited.anki2');
    anki('import', { profile, package: files.latest });
    const log = anki<Imported>('import', { profile, package: back });
    expect(log).toMatchObject({ new: 0, updated: 1, conflicting: 0 });
    const fields = anki<Dump>('dump', { profile }).notes.map((note) => note.fields);
    expect(fields).toContainEqual(['Katze', 'the <strong>cat</strong>', '']);
  });

  it('bring what was edited in Anki since, unless it was edited here too', async () => {
    const { open, root } = await collectionWith({
      'a.md':
        'Q: One?\nA: 1\n<!-- id: one000000001 -->\n\nQ: Two?\nA: 2\n<!-- id: two000000001 -->\n',
    });
    const out = path.join(folder(), 'a.apkg');
    await exportAnki(open, { out, history: false });
    const profile = path.join(folder(), 'a.anki2');
    anki('import', { profile, package: out });
    anki('edit', { profile, guid: 'one000000001', field: 1, html: 'uno &amp; only' });
    const report = await importFile(open, profile);
    expect(report).toMatchObject({ added: 0, updated: 1, unchanged: 1 });
    const text = readFileSync(path.join(root, 'decks/a.md'), 'utf8');
    expect(text).toContain('A: uno & only\n');
    expect(text).toContain('A: 2\n');

    const deck = path.join(root, 'decks/a.md');
    writeFileSync(deck, text.replace('uno & only', 'mine'));
    anki('edit', { profile, guid: 'one000000001', field: 1, html: 'theirs' });
    expect(await importFile(open, profile)).toMatchObject({ updated: 0, kept: 1 });
    expect(readFileSync(deck, 'utf8')).toContain('A: mine\n');
  });
});

const states = ['new', 'learning', 'review', 'relearning'];

function stateHere({ schedule }: Standing): string {
  if (schedule.state === 'new') return 'new';
  const { memory, reps, lapses } = schedule;
  return JSON.stringify([
    schedule.state,
    memory.stability.toPrecision(3),
    memory.difficulty.toPrecision(3),
    reps,
    lapses,
  ]);
}

function stateThere({ type, data, reps, lapses }: DumpedCard): string {
  return JSON.stringify([
    states[type],
    data.s?.toPrecision(3),
    data.d?.toPrecision(3),
    reps,
    lapses,
  ]);
}
