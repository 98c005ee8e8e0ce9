import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { exportAnki } from '../../src/app/export/anki.ts';
import { importFile } from '../../src/app/import/file.ts';
import type { OpenCollection } from '../../src/app/collection/open-collection.ts';
import type { CardKey } from '../../src/model/card.ts';
import type { Grade, Standing } from '../../src/model/schedule.ts';
import { defaultParameters } from '../../src/schedule/memory.ts';
import { anki, answer, collectionWith, folder, near } from './support.ts';
import type { Dump, DumpedCard, Imported } from './support.ts';

const dayMs = 86_400_000;

const firstVersion = `---
title: First deck
tags: [checked]
---
# First deck

## Words

Q: What is **bold** & less than, $a<b$?
A: An *inequality*:

- one
- two

S: [Label](https://example.org/?a=1&b=2) "anchor words"
N: A note with \`code\`.
#reason
<!-- id: basic00000001 -->

T: scalable oversight
D: helping people evaluate
<!-- id: term000000001 -->

C: The [std::vector] and [$\\frac{a}{b}$] in {braces}.
<!-- id: cloze00000001 -->

C: Numbered {{c2::two::hint}} and {{c1::one {{c3::nested}}}}.
<!-- id: cloze00000002 -->

Q: Name them
A:
1. first
2. second
3. third
<!-- id: list000000001; list -->

Q: Typed?
A: yes
<!-- id: typed00000001; type -->

Q: A picture ![dot](dot.png)
A: ![](beep.mp3)
<!-- id: media00000001 -->
`;

const keys = [
  'basic00000001',
  'term000000001/def',
  'term000000001/term',
  'cloze00000002/c1',
  'cloze00000002/c2',
  'cloze00000002/c3',
  'typed00000001',
];

/** Two months of answers, ending some days ago, of different success for each side. */
function study(open: OpenCollection, clock: { ms: number }): void {
  const now = Date.now();
  const grades: readonly Grade[] = [3, 3, 1, 4, 2, 3, 3];
  for (let day = -60; day <= -3; day += 1)
    for (const [index, key] of keys.entries()) {
      clock.ms = now + day * dayMs + index * 60_000;
      const { schedule } = open.study.standing(key as CardKey);
      const due = schedule.state === 'new' ? null : schedule.due;
      const today = open.study.now().day;
      const isDue =
        due === undefined ||
        due === null ||
        (due.kind === 'day' ? due.day <= today : due.atMs <= clock.ms + dayMs);
      if (isDue) answer(open, key, grades[(index + day + 60) % grades.length] ?? 3);
    }
  clock.ms = now;
}

describe('a package in the real Anki', () => {
  let open: OpenCollection;
  let root: string;
  let profile: string;
  let dump: Dump;
  let first: string;

  beforeAll(async () => {
    const made = await collectionWith({ 'first.md': firstVersion });
    ({ open, root } = made);
    writeFileSync(path.join(root, 'decks/dot.png'), 'a picture');
    writeFileSync(path.join(root, 'decks/beep.mp3'), 'a sound');
    study(open, made.clock);
    const record = (key: string, body: Parameters<typeof open.study.record>[0][0]['body']) =>
      open.study.record([{ card: key as CardKey, body }]);
    record('typed00000001', { kind: 'suspend' });
    record('term000000001/term', { kind: 'bury' });
    record('basic00000001', { kind: 'flag', flag: 4, note: '' });
    first = path.join(folder(), 'first.apkg');
    await exportAnki(open, { out: first, history: true });
    profile = path.join(folder(), 'empty.anki2');
    anki('import', { profile, package: first, fsrs: true });
    dump = anki<Dump>('dump', { profile });
  });

  it('arrives whole: every note and card, in one deck, with a sound collection', () => {
    expect(dump.integrity).toEqual({ ok: true, message: 'Database rebuilt and optimized.' });
    expect(dump.notes).toHaveLength(7);
    expect(dump.cards).toHaveLength(13);
    expect(new Set(dump.cards.map(({ deck }) => deck))).toEqual(new Set(['First deck']));
    expect(dump.descriptions['First deck']).toContain('Import any learning progress');
    expect(dump.notes.find(({ guid }) => guid === 'basic00000001')?.tags).toEqual([
      'First_deck::Words',
      'checked',
      'reason',
    ]);
  });

  it('shows what it should: maths, lists, sources, gaps, typed answers', () => {
    const shown = (guid: string, ord: number) => cardAt(dump, guid, ord);
    expect(shown('basic00000001', 0).question).toContain(
      '<strong>bold</strong> &amp; less than, \\(a&lt;b\\)',
    );
    expect(shown('basic00000001', 0).answer).toContain('<li>one</li>');
    expect(shown('basic00000001', 0).answer).toContain('<q>anchor words</q>');
    expect(shown('term000000001', 1).question).toContain('helping people evaluate');
    expect(shown('cloze00000001', 0).answer).toContain('>std&#58;:vector</span>');
    expect(shown('cloze00000001', 1).answer).toContain('>\\(\\frac{a}{b}\\)</span>');
    expect(shown('cloze00000002', 1).question).toContain('[hint]');
    expect(shown('list000000001', 1).question).toContain(
      '<li><span class="cloze-inactive" data-ordinal="1">first</span></li>',
    );
    expect(shown('typed00000001', 0).question).toContain('[[type:Back]]');
    expect(
      dump.media.filter((name) => /^(dot|beep)-[0-9a-f]{16}\.(png|mp3)$/.test(name)),
    ).toHaveLength(2);
  });

  it('carries the states: due days, memory to 1 %, counts, parameters, suspension, burial, flags', () => {
    const today = open.study.now().day;
    const ours = [...open.study.standings()];
    expect(ours).toHaveLength(keys.length);
    expect(ours.map(([key]) => stateThere(cardOf(dump, key), dump.today))).toEqual(
      ours.map(([, standing]) => stateHere(standing, today)),
    );
    const { parameters = defaultParameters, desiredRetention } = open.study.scheduler.settings;
    const preset = dump.presets.find(({ name }) => name === 'tenet');
    expect(preset?.params).toEqual(parameters.map(near));
    expect(preset?.retention).toEqual(near(desiredRetention));
    expect(cardOf(dump, 'typed00000001').queue).toBe(-1);
    expect(cardOf(dump, 'term000000001/term').queue).toBe(-3);
    expect(cardOf(dump, 'basic00000001').flags).toBe(4);
  });

  it('carries every answer, the first of each card as learning', () => {
    const answers = [...open.study.standings().values()].reduce(
      (sum, { schedule }) => sum + (schedule.state === 'new' ? 0 : schedule.reps),
      0,
    );
    expect(dump.log).toHaveLength(answers);
    const firsts = new Map(dump.log.toReversed().map((row) => [row[1], row[7]]));
    expect([...firsts.values()]).toEqual(Array<number>(keys.length).fill(0));
  });

  it('goes on as tenet would: the same interval and memory for each grade', () => {
    const next = anki<Record<string, Record<string, NextState>>>('next', { profile });
    const due = [...open.study.standings()].filter(
      ([key]) => next[String(cardOf(dump, key).id)] !== undefined,
    );
    expect(due.length).toBeGreaterThanOrEqual(3);
    const ours = due.map(([, standing]) =>
      open.study.scheduler.preview(standing, open.study.now()).map((schedule) => ({
        kind: schedule.state,
        days: schedule.state === 'review' ? schedule.intervalDays : 0,
        stability: near(schedule.memory.stability),
      })),
    );
    const theirs = due.map(([key]) =>
      ['1', '2', '3', '4'].map((grade) => {
        const state = next[String(cardOf(dump, key).id)]?.[grade];
        return {
          kind: state?.kind,
          days: state?.kind === 'review' ? state.days : 0,
          stability: state?.stability,
        };
      }),
    );
    expect(theirs).toEqual(ours);
  });

  it('changes nothing when it is imported again', () => {
    const again = anki<Imported>('import', { profile, package: first, fsrs: true });
    expect(again).toMatchObject({ new: 0, updated: 0, duplicate: 7, conflicting: 0 });
    expect(anki<Dump>('dump', { profile })).toEqual(dump);
  });

  it('is the same, byte for byte, from another copy of the collection', async () => {
    const second = path.join(folder(), 'second.apkg');
    await exportAnki(open, { out: second, history: false });
    const copy = await collectionWith({ 'first.md': firstVersion });
    writeFileSync(path.join(copy.root, 'decks/dot.png'), 'a picture');
    writeFileSync(path.join(copy.root, 'decks/beep.mp3'), 'a sound');
    const third = path.join(folder(), 'third.apkg');
    await exportAnki(copy.open, { out: third, history: false });
    expect(readFileSync(third).equals(readFileSync(second))).toBe(true);
  });

  it('comes back from Anki as it went: cards, standings, log', async () => {
    const empty = await collectionWith({});
    const report = await importFile(empty.open, first);
    expect(report).toMatchObject({ notes: 7, added: 7, leftOut: [], media: 2 });
    const theirs = empty.open.study.standings();
    expect([...theirs].map(comparable).sort()).toEqual(
      [...open.study.standings()].map(comparable).sort(),
    );
    const again = await importFile(empty.open, first);
    expect(again).toMatchObject({ added: 0, updated: 0, unchanged: 7, events: 0, files: [] });
  });

  it('in the newest container says the same', async () => {
    const latest = path.join(folder(), 'latest.apkg');
    await exportAnki(open, { out: latest, history: true, format: 'latest' });
    const other = path.join(folder(), 'latest.anki2');
    anki('import', { profile: other, package: latest, fsrs: true });
    const found = anki<Dump>('dump', { profile: other });
    expect(found.notes).toEqual(dump.notes);
    expect(found.log).toEqual(dump.log);
    expect(found.cards.map(({ data, due }) => [data, due])).toEqual(
      dump.cards.map(({ data, due }) => [data, due]),
    );
  });
});

describe('the next version of a deck in the real Anki', () => {
  it('updates edited notes, adds new ones, marks withdrawn ones, and keeps the schedules', async () => {
    const { open, root, clock } = await collectionWith({ 'first.md': firstVersion });
    const profile = path.join(folder(), 'group.anki2');
    const v1 = path.join(folder(), 'v1.apkg');
    await exportAnki(open, { out: v1, history: false });
    anki('import', { profile, package: v1, scheduling: false, presets: false });
    const before = anki<Dump>('dump', { profile });

    clock.ms = Date.now() + dayMs;
    const secondVersion = firstVersion
      .replace('An *inequality*', 'A *strict* inequality')
      .replace(/Q: Typed\?[\s\S]*?type -->\n/, '')
      .replace('Q: Name them', 'Q: New?\nA: new\n<!-- id: new0000000001 -->\n\nQ: Name them');
    writeFileSync(path.join(root, 'decks/first.md'), secondVersion);
    writeFileSync(path.join(root, 'decks/.tenet/ledger.jsonl'), withdrawnLine('typed00000001'));
    const v2 = path.join(folder(), 'v2.apkg');
    const report = await exportAnki(open, { out: v2, history: false });
    expect(report.withdrawn).toBe(1);
    const log = anki<Imported>('import', {
      profile,
      package: v2,
      scheduling: false,
      presets: false,
    });
    expect(log).toMatchObject({ new: 1, updated: 2, duplicate: 5, conflicting: 0 });

    const after = anki<Dump>('dump', { profile });
    expect(after.integrity.ok).toBe(true);
    const note = (guid: string) => after.notes.find((each) => each.guid === guid);
    expect(note('basic00000001')?.fields[1]).toContain('strict');
    expect(note('typed00000001')?.tags).toContain('tenet::withdrawn');
    expect(note('typed00000001')?.fields[0]).toContain('Withdrawn: it was wrong');
    expect(untouched(after)).toEqual(untouched(before));
    for (const card of before.cards)
      expect(after.cards.find(({ id }) => id === card.id)?.due).toBe(card.due);
  });

  it('gets a new note for a card that became another kind', async () => {
    const { open, root } = await collectionWith({
      'a.md': 'Q: What?\nA: That\n<!-- id: kind00000001 -->\n',
    });
    const profile = path.join(folder(), 'kind.anki2');
    const v1 = path.join(folder(), 'v1.apkg');
    await exportAnki(open, { out: v1, history: false });
    anki('import', { profile, package: v1 });
    writeFileSync(path.join(root, 'decks/a.md'), 'C: What is [that]?\n<!-- id: kind00000001 -->\n');
    const v2 = path.join(folder(), 'v2.apkg');
    await exportAnki(open, { out: v2, history: false });
    expect(anki<Imported>('import', { profile, package: v2 })).toMatchObject({
      new: 1,
      conflicting: 0,
    });
    expect(readFileSync(path.join(root, 'decks/a.md'), 'utf8')).toMatch(/id: kind00000001; guid: /);
    const v3 = path.join(folder(), 'v3.apkg');
    await exportAnki(open, { out: v3, history: false });
    expect(anki<Imported>('import', { profile, package: v3 })).toMatchObject({
      new: 0,
      duplicate: 1,
      conflicting: 0,
    });
  });
});

function untouched(dump: Dump): Dump['notes'] {
  return dump.notes.filter(({ guid }) => !/basic|typed|new/.test(guid));
}

function withdrawnLine(id: string): string {
  const time = '2026-01-05T10:00:00.000Z';
  const fields = {
    source: 'x.md',
    span: [0, 1],
    kind: 'basic',
    rule: 'r',
    slot: 's',
    sentence: 'x',
  };
  const texts = { asks: '', content: '', sources: '', fate: 'withdrawn', reason: 'it was wrong' };
  return `${JSON.stringify({ id, ...fields, ...texts, made: time, changed: time })}\n`;
}

interface NextState {
  readonly kind: 'review' | 'relearning';
  readonly days: number;
  readonly stability: number;
}

function cardAt(dump: Dump, guid: string, ord: number): DumpedCard {
  const note = dump.notes.find((each) => each.guid === guid);
  const card = dump.cards.find(({ nid, ord: own }) => nid === note?.id && own === ord);
  if (card === undefined) throw new Error(`no card ${ord} of ${guid}`);
  return card;
}

function cardOf(dump: Dump, key: string): DumpedCard {
  const [id = '', side = ''] = key.split('/');
  const ord = side === 'term' ? 1 : /^c\d+$/.test(side) ? Number(side.slice(1)) - 1 : 0;
  return cardAt(dump, id, ord);
}

const types = { new: 0, learning: 1, review: 2, relearning: 3 } as const;

/** What must be equal, the memory to three digits. */
function stateHere({ schedule }: Standing, today: number): unknown {
  if (schedule.state === 'new') return { type: 0 };
  const { due, memory, reps, lapses, lastAtMs } = schedule;
  return {
    type: types[schedule.state],
    due: due.kind === 'day' ? due.day - today : Math.round(due.atMs / 1000),
    stability: near(memory.stability),
    difficulty: near(memory.difficulty),
    reps,
    lapses,
    last: Math.floor(lastAtMs / 1000),
  };
}

function stateThere({ type, due, data, reps, lapses }: DumpedCard, today: number): unknown {
  if (type === 0) return { type };
  return {
    type,
    due: due > 1_000_000_000 ? due : due - today,
    stability: data.s,
    difficulty: data.d,
    reps,
    lapses,
    last: data.lrt,
  };
}

/** A standing with its memory to three digits. */
function comparable([key, standing]: readonly [string, Standing]): string {
  const { schedule, suspended, flag } = standing;
  if (schedule.state === 'new') return JSON.stringify([key, suspended, flag]);
  const { memory, due, reps, lapses, lastDay, state } = schedule;
  const digits = [memory.stability, memory.difficulty].map((value) =>
    Math.round(Math.log(value) * 50),
  );
  return JSON.stringify([key, suspended, flag, state, digits, due, reps, lapses, lastDay]);
}
