import { describe, expect, it } from 'vitest';
import { mergeShipped, type Merged } from '../../../src/app/shipped/merge-shipped.ts';

const card = (id: string, answer = `answer of ${id}`): string =>
  `Q: What is ${id}?\nA: ${answer}\n<!-- id: ${id} -->\n`;

/** A deck file of sections, each a heading with its cards. */
const deck = (title: string, sections: Readonly<Record<string, readonly string[]>>): string =>
  [
    `---\ntitle: ${title}\n---\n`,
    ...Object.entries(sections).map(([topic, cards]) => `## ${topic}\n\n${cards.join('\n')}`),
  ].join('\n');

type Files = Readonly<Record<string, string>>;

function merge(base: Files, fresh: Files, mine: Files): Merged {
  const texts = (files: Files) => new Map(Object.entries(files));
  return mergeShipped({ base: texts(base), fresh: texts(fresh), mine: texts(mine) });
}

/** The user's files after the merge. */
function after(base: Files, fresh: Files, mine: Files): Files {
  const files = new Map<string, string | null>(Object.entries(mine));
  for (const [path, text] of merge(base, fresh, mine).files) files.set(path, text);
  return Object.fromEntries(
    [...files].filter((entry): entry is [string, string] => entry[1] !== null),
  );
}

const a = 'decks/a.md';
const b = 'decks/b.md';
const base = { [a]: deck('A', { One: [card('aa-1'), card('aa-2')], Two: [card('aa-3')] }) };

describe('decks of a newer package', () => {
  it('change nothing when nothing changed', () => {
    const mine = { [a]: base[a].replace('answer of aa-1', 'my own words') };
    expect(merge(base, base, mine).files).toEqual(new Map());
    expect(merge(base, base, base).files).toEqual(new Map());
  });

  it('replace a deck that the user left alone, whatever its line ends', () => {
    const fresh = {
      [a]: deck('A', { Renamed: [card('aa-3'), card('aa-1', 'better'), card('aa-4')] }),
    };
    const mine = { [a]: base[a].replaceAll('\n', '\r\n') };
    expect(after(base, fresh, mine)).toEqual(fresh);
    expect(merge(base, fresh, mine).cards).toEqual({ added: 1, changed: 1, withdrawn: 1, kept: 0 });
  });

  it('leave a card as the user wrote it, and bring the others of its deck up to date', () => {
    const mine = { [a]: base[a].replace('answer of aa-1', 'my own words') };
    const fresh = {
      [a]: deck('A', {
        One: [card('aa-1', 'better'), card('aa-2', 'better')],
        Two: [card('aa-3'), card('aa-4')],
      }),
    };
    expect(after(base, fresh, mine)).toEqual({
      [a]: deck('A', {
        One: [card('aa-1', 'my own words'), card('aa-2', 'better')],
        Two: [card('aa-3'), card('aa-4')],
      }),
    });
    expect(merge(base, fresh, mine).cards).toEqual({ added: 1, changed: 1, withdrawn: 0, kept: 1 });
  });

  it('do not bring back what the user deleted: a card, or a whole deck with what is new in it', () => {
    const fresh = {
      [a]: deck('A', {
        One: [card('aa-1'), card('aa-2', 'better'), card('aa-4')],
        Two: [card('aa-3')],
      }),
    };
    const mine = { [a]: deck('A', { One: [card('aa-1')], Two: [card('aa-3')] }) };
    expect(after(base, fresh, mine)[a]).toBe(
      deck('A', { One: [card('aa-1'), card('aa-4')], Two: [card('aa-3')] }),
    );
    expect(merge(base, fresh, {}).files).toEqual(new Map());
  });

  it('follow a card into the file that the user moved it to', () => {
    const mine = {
      [a]: deck('A', { One: [card('aa-1')], Two: [card('aa-3')] }),
      'decks/my/own.md': `My notes.\n\n${card('aa-2')}`,
    };
    const fresh = {
      [a]: deck('A', { One: [card('aa-1'), card('aa-2', 'better')], Two: [card('aa-3')] }),
    };
    expect(after(base, fresh, mine)).toEqual({
      ...mine,
      'decks/my/own.md': `My notes.\n\n${card('aa-2', 'better')}`,
    });
  });

  it('follow a deck that the user renamed', () => {
    const mine = { 'decks/renamed.md': base[a] };
    const fresh = {
      [a]: deck('A', { One: [card('aa-1'), card('aa-2'), card('aa-4')], Two: [card('aa-3')] }),
    };
    expect(after(base, fresh, mine)).toEqual({ 'decks/renamed.md': fresh[a] });
  });

  it('take a card away that was withdrawn, unless the user wrote into it', () => {
    const fresh = { [a]: deck('A', { Two: [card('aa-3')] }) };
    const mine = { [a]: base[a].replace('answer of aa-1', 'my own words') };
    expect(after(base, fresh, mine)[a]).toBe(
      deck('A', { One: [card('aa-1', 'my own words')], Two: [card('aa-3')] }),
    );
    expect(merge(base, fresh, mine).cards).toEqual({ added: 0, changed: 0, withdrawn: 1, kept: 1 });
    expect(after(base, {}, base)).toEqual({});
  });

  it('move a card between decks without doubling it, with an edit of the user where there is one', () => {
    const fresh = {
      [a]: deck('A', { One: [card('aa-1')], Two: [card('aa-3')] }),
      [b]: deck('B', { Here: [card('aa-2'), card('bb-1')] }),
    };
    expect(after(base, fresh, base)).toEqual(fresh);
    const mine = { [a]: base[a].replace('answer of aa-2', 'my own words') };
    expect(after(base, fresh, mine)).toEqual({
      ...mine,
      [b]: deck('B', { Here: [card('bb-1')] }),
    });
  });

  it('leave decks of the user alone, and put new cards beside them where a name is taken', () => {
    const own = `${card('mine-1')}`;
    const fresh = { ...base, [b]: deck('B', { Here: [card('bb-1')] }) };
    const merged = after(base, fresh, { ...base, [b]: own, 'decks/c.md': own });
    expect(merged['decks/c.md']).toBe(own);
    expect(merged[b]).toContain(card('mine-1'));
  });
});

describe('documents of a newer package', () => {
  const one = 'source-docs/01.md';
  const two = 'source-docs/02.md';

  it('replace what the user left alone and leave what the user edited or deleted', () => {
    const before = { [one]: 'one\n', [two]: 'two\n', 'source-docs/03.md': 'three\n' };
    const fresh = {
      [one]: 'one, better\n',
      [two]: 'two, better\n',
      'source-docs/03.md': 'x\n',
      'source-docs/04.md': 'new\n',
    };
    const mine = { [one]: 'one\r\n', [two]: 'my own words\n' };
    const merged = merge(before, fresh, mine);
    expect(Object.fromEntries(merged.files)).toEqual({
      [one]: 'one, better\n',
      'source-docs/04.md': 'new\n',
    });
    expect(merged.documents).toEqual({ added: 1, changed: 1, withdrawn: 0, kept: 1 });
  });

  it('go when they were withdrawn and the user left them alone', () => {
    const merged = merge({ [one]: 'one', [two]: 'two' }, {}, { [one]: 'one', [two]: 'mine' });
    expect(merged.files).toEqual(new Map([[one, null]]));
    expect(merged.documents).toEqual({ added: 0, changed: 0, withdrawn: 1, kept: 1 });
  });
});

describe('the ledger of a newer package', () => {
  const ledger = 'decks/.tenet/ledger.jsonl';

  it("is joined with what the user's own one says", () => {
    const files = after(
      { [ledger]: '{"id":"a"}\n' },
      { [ledger]: '{"id":"a"}\n{"id":"c"}\n' },
      { [ledger]: '{"id":"a"}\n{"id":"b"}\n' },
    );
    expect(files[ledger]).toBe('{"id":"a"}\n{"id":"b"}\n{"id":"c"}\n');
  });
});
