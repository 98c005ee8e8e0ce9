import { readFileSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chapter } from '../../../bench/made-documents.ts';
import type { GenerateProgress } from '../../../src/app/generate/report.ts';
import { parseDeck } from '../../../src/deck/parse.ts';
import { TenetError } from '../../../src/model/problem.ts';
import { GeneratedCollection } from '../generated-collection.ts';

const bees = readFileSync(
  path.join(import.meta.dirname, '../../fixtures/generate/bees.md'),
  'utf8',
);
const deck = 'decks/bees.md';

let home: GeneratedCollection;

beforeEach(() => {
  home = new GeneratedCollection({ 'docs/bees.md': bees });
});
afterEach(() => home.dispose());

describe('generateDecks, the first time', () => {
  it('writes a deck with title, tags, topics, roles, sources and ids', async () => {
    const report = await home.generate();
    expect(report).toMatchObject({
      documents: [{ path: 'docs/bees.md', kind: 'markdown', deck, made: 7, dropped: [] }],
      files: [deck],
      problems: [],
      drifted: true,
    });
    const text = home.read(deck);
    expect(text.replaceAll(/id: [0-9a-z]{13}/g, 'id: …')).toBe(
      readFileSync(path.join(import.meta.dirname, '../../fixtures/generate/bees-deck.md'), 'utf8'),
    );
    const parsed = parseDeck(text, { path: deck });
    expect(parsed.problems).toEqual([]);
    expect(parsed.cards.map(({ id }) => home.ledger().get(id)?.fate)).toEqual(
      Array.from({ length: 7 }, () => 'kept'),
    );
  });

  it('keeps a line for each card in the ledger, and tells git how to merge it', async () => {
    await home.generate();
    expect(home.ledger().get(home.idOf('To show the others'))).toMatchObject({
      source: 'docs/bees.md',
      kind: 'basic',
      rule: 'question-heading',
      made: '2026-11-20T09:00:00.000Z',
      fate: 'kept',
    });
    const { span } = home.ledger().get(home.idOf('To show the others')) ?? {};
    expect(bees.slice(span?.start, span?.end)).toBe('To show the others where flowers are.');
    expect(home.read('.gitattributes')).toBe(
      'decks/.tenet/*.jsonl merge=union\ndrafts/** merge=union\n',
    );
  });

  it('adds its line to the attributes that are there, once', async () => {
    home.write('.gitattributes', '*.png binary');
    await home.generate();
    home.write('docs/wasps.md', '# Wasps\n\n## Why are wasps thin?\n\nTo fit into tunnels.\n');
    await home.generate();
    expect(home.read('.gitattributes')).toBe(
      '*.png binary\ndecks/.tenet/*.jsonl merge=union\ndrafts/** merge=union\n',
    );
  });

  it('shows what it would do and writes nothing where that is asked for', async () => {
    const before = home.files();
    const report = await home.generate({ mode: 'plan' });
    expect(report).toMatchObject({ files: [deck], drifted: true, documents: [{ made: 7 }] });
    expect(report.documents[0]?.cards).toHaveLength(7);
    expect(report.documents[0]?.cards[1]).toMatchObject({
      text: expect.stringMatching(/^Q: Why do bees dance\?\nA: To show/),
      waits: '',
    });
    expect(home.files()).toEqual(before);
  });

  it('reports how far it is, document by document', async () => {
    home.write('docs/ants.md', '# Ants\n');
    const steps: GenerateProgress[] = [];
    await home.generate({ progress: (step) => steps.push(step) });
    expect(steps).toEqual([
      { done: 0, total: 2, path: 'docs/ants.md' },
      { done: 1, total: 2, path: 'docs/bees.md' },
      { done: 1, total: 2, path: 'docs/bees.md', drafts: { done: 0, total: 7 } },
      { done: 2, total: 2, path: '' },
    ]);
  });

  it('writes nothing when it is stopped', async () => {
    const before = home.files();
    const stop = new AbortController();
    const run = home.generate({ signal: stop.signal, progress: () => stop.abort() });
    await expect(run).rejects.toThrow(/abort/i);
    expect(home.files()).toEqual(before);
  });

  it('can be stopped in the middle of a document', async () => {
    const before = home.files();
    const stop = new AbortController();
    const run = home.generate({
      signal: stop.signal,
      progress: ({ drafts }) => (drafts === undefined ? undefined : stop.abort()),
    });
    await expect(run).rejects.toThrow(/abort/i);
    expect(home.files()).toEqual(before);
  });
});

describe('generateDecks, again', () => {
  beforeEach(async () => {
    await home.generate();
    utimesSync(home.at(deck), 1_700_000_000, 1_700_000_000);
    home.nowMs += 86_400_000;
  });

  it('makes the same of a document of one pattern again and again, however its cards resemble each other', async () => {
    const chapters = Array.from({ length: 28 }, (_, number) => chapter(number));
    home.write('docs/pattern.md', chapters.join(''));
    await home.generate();
    expect((await home.generate()).files).toEqual([]);
  });

  it('touches no file when nothing changed', async () => {
    const before = home.files();
    const report = await home.generate();
    expect(report).toMatchObject({ files: [], drifted: false, documents: [{ made: 0, same: 7 }] });
    expect(home.files()).toEqual(before);
  });

  it.each([
    ['a deck', deck],
    ['the ledger', 'decks/.tenet/ledger.jsonl'],
  ])(
    'writes nothing where %s was saved while it ran, and takes it in the next time',
    async (_, file) => {
      home.write('docs/wasps.md', '# Wasps\n\n## Why are wasps thin?\n\nTo fit into tunnels.\n');
      home.change(
        'docs/bees.md',
        'To show the others where flowers are.',
        'To show where food is.',
      );
      let saved: Readonly<Record<string, string>> = {};
      const run = home.generate({
        progress({ done }) {
          if (done !== 1) return;
          home.write(file, `${home.read(file)}\n`);
          saved = home.files();
        },
      });
      await expect(run).rejects.toThrow(
        `${home.at(file)} changed while cards were generated, so nothing was written`,
      );
      expect(home.files()).toEqual(saved);
      expect(await home.generate()).toMatchObject({ files: [deck, 'decks/wasps.md'] });
    },
  );

  it('leaves a deck alone that somebody made while it ran', async () => {
    home.write('docs/wasps.md', '# Wasps\n\n## Why are wasps thin?\n\nTo fit into tunnels.\n');
    const run = home.generate({ progress: () => home.write('decks/wasps.md', 'Q: a\nA: b\n') });
    await expect(run).rejects.toBeInstanceOf(TenetError);
    expect(home.read('decks/wasps.md')).toBe('Q: a\nA: b\n');
  });

  it('leaves a card alone that a person edited, and says so', async () => {
    home.change(
      deck,
      'A: To show the others where flowers are.',
      'A: So that others find flowers.',
    );
    const text = home.read(deck);
    const report = await home.generate();
    expect(report).toMatchObject({
      files: [],
      drifted: false,
      documents: [{ edited: 1, stale: [] }],
    });
    expect(home.read(deck)).toBe(text);
    expect(home.ledger().get(home.idOf('To show the others'))?.fate).toBe('edited');
    home.change('docs/bees.md', 'To show the others where flowers are.', 'To show where food is.');
    const stale = await home.generate();
    expect(stale.documents[0]?.stale).toEqual([home.idOf('To show where food is')]);
    expect(home.read(deck)).toContain('A: So that others find flowers.');
  });

  it('keeps what a person adds to a card and around it when the card follows its document', async () => {
    home.change(deck, '"the waggle dance"\n#reason\n', '"the waggle dance"\n#reason #mine\n');
    home.change(deck, '## Dancing\n', '## Dancing\n\nMy own words.\n');
    const id = home.idOf('To show the others');
    home.change(
      'docs/bees.md',
      'To show the others where flowers are.',
      'To show where flowers are.',
    );
    const report = await home.generate();
    expect(report.documents).toMatchObject([{ updated: 1, made: 0, same: 6 }]);
    const text = home.read(deck);
    expect(text).toContain('My own words.');
    expect(text).toContain(
      `A: To show where flowers are.\nS: [How bees live, Dancing](../docs/bees.md#dancing) "To show where flowers are"\nS: `,
    );
    expect(text).toContain(`#reason #mine\n<!-- id: ${id} -->`);
    expect(home.idOf('To show where')).toBe(id);
  });

  it('marks a card with nothing but secondary sources, until a better one is named', async () => {
    home.change('docs/bees.md', '[Frisch](', '[Frisch (secondary source, not checked)](');
    await home.generate();
    expect(home.read(deck)).toContain('#reason #secondhand\n');
    home.change(deck, '#reason #secondhand', '#reason #dance #secondhand');
    home.change('docs/bees.md', '[Frisch (secondary source, not checked)](', '[Frisch](');
    await home.generate();
    expect(home.read(deck)).toContain('#reason #dance\n');
    expect(home.read(deck)).not.toContain('secondhand');
  });

  it('does not bring back a card that a person deleted', async () => {
    const card = /Q: Why do bees dance\?[\s\S]*?-->\n\n/.exec(home.read(deck))?.[0] ?? '';
    home.change(deck, card, '');
    for (let run = 0; run < 2; run += 1) {
      const report = await home.generate();
      expect(report).toMatchObject({ files: [], documents: [{ made: 0, turnedDown: 1 }] });
    }
    expect(home.read(deck)).not.toContain('Why do bees dance?');
    expect(home.ledger().get(home.idOf('To show the others'))?.fate).toBe('deleted');
  });

  it('follows a card that a person moved to another deck', async () => {
    const card = /Q: Why do bees dance\?[\s\S]*?-->\n\n/.exec(home.read(deck))?.[0] ?? '';
    home.change(deck, card, '');
    home.write('decks/mine.md', `# Mine\n\n${card}`);
    expect(await home.generate()).toMatchObject({ files: [], documents: [{ same: 7, made: 0 }] });
  });

  it('takes no card for deleted while a deck cannot be read', async () => {
    home.write(deck, new Uint8Array([0, 255, 1]));
    const report = await home.generate();
    expect(report).toMatchObject({
      files: [],
      documents: [{ unknown: 7, made: 0 }],
      problems: [{ file: deck, severity: 'error' }],
    });
    expect([...home.ledger().values()].every(({ fate }) => fate === 'kept')).toBe(true);
  });

  it('lives through a document that was rewritten, and renamed', async () => {
    const ids = {
      dance: home.idOf('To show the others'),
      distance: home.idOf('By how long'),
      drone: home.idOf('A male bee'),
    };
    const dancing = /## Dancing[\s\S]*?(?=## Words)/.exec(bees)?.[0] ?? '';
    const rewritten = bees
      .replace(dancing, '')
      .replace('[^1]: [F', `${dancing}### What do bees eat?\n\nNectar and pollen.\n\n[^1]: [F`)
      .replace(
        'By how long each run of the dance lasts.',
        'By the time that each run of the dance lasts.',
      )
      .replace(/- \*\*drone.*\n/, '');
    home.write('docs/life-of-bees.md', rewritten);
    home.write('docs/bees.md', '');
    const { rmSync } = await import('node:fs');
    rmSync(home.at('docs/bees.md'));
    const report = await home.generate();
    expect(home.idOf('To show the others')).toBe(ids.dance);
    expect(home.idOf('By the time')).toBe(ids.distance);
    expect(report.gone).toEqual([{ id: ids.drone, source: 'docs/bees.md', asks: 'drone' }]);
    expect(home.read(deck)).toContain(`id: ${ids.drone}`);
    expect(report.documents).toMatchObject([{ path: 'docs/life-of-bees.md', made: 1 }]);
    expect(home.read(deck)).toContain('Q: What do bees eat?');
    expect(home.read(deck)).toContain('(../docs/life-of-bees.md#dancing)');
    expect((await home.generate()).files).toEqual([]);
  });

  it('puts the cards of a section that is new where their document has it', async () => {
    const eating = '## Eating\n\n### What do bees eat?\n\nNectar and pollen.\n\n## Words';
    home.write('docs/bees.md', bees.replace('## Words', eating));
    await home.generate();
    const { cards } = parseDeck(home.read(deck), { path: deck });
    const topics = [...new Set(cards.map((card) => card.topics[0]))];
    expect(topics.slice(topics.indexOf('Dancing'))).toEqual([
      'Dancing',
      'Eating',
      'Words',
      'Reasons',
    ]);
  });

  it('says whether decks and documents have drifted apart, and changes nothing', async () => {
    home.change(
      'docs/bees.md',
      'To show the others where flowers are.',
      'To show where flowers are.',
    );
    const before = home.files();
    expect((await home.generate({ mode: 'plan' })).drifted).toBe(true);
    expect(home.files()).toEqual(before);
    await home.generate();
    expect((await home.generate({ mode: 'plan' })).drifted).toBe(false);
  });

  it('doubles nothing after two branches with a ledger each were merged', async () => {
    const ledger = home.read('decks/.tenet/ledger.jsonl');
    home.write('decks/.tenet/ledger.jsonl', ledger + ledger);
    expect(await home.generate()).toMatchObject({ files: [], documents: [{ same: 7 }] });
  });

  it('doubles nothing after the ledger was lost', async () => {
    home.write('decks/.tenet/ledger.jsonl', '');
    expect(await home.generate()).toMatchObject({ files: [], documents: [{ same: 7, made: 0 }] });
    expect(home.ledger().size).toBe(7);
  });

  it('refuses to work on a ledger that it cannot read', async () => {
    home.write('decks/.tenet/ledger.jsonl', '<<<<<<< ours\n');
    const before = home.files();
    await expect(home.generate()).rejects.toThrow(TenetError);
    expect(home.files()).toEqual(before);
  });
});

describe('generateDecks with several documents', () => {
  it('makes one card of a term that two documents define, the better one', async () => {
    home.write('docs/a.md', '# Animals\n\nA *drone* is any bee that has no sting.\n');
    const report = await home.generate();
    expect(report.documents[0]).toMatchObject({
      path: 'docs/a.md',
      made: 0,
      dropped: [
        {
          rule: 'defining-sentence',
          asks: 'drone',
          line: 3,
          reason: expect.stringContaining('docs/bees.md'),
        },
      ],
    });
    home.write('docs/a.md', '# Animals\n\nA *swarm* is a queen that leaves with many workers.\n');
    await home.generate();
    home.write('docs/z.md', '# Zoo\n\nA *swarm* is a cloud of bees in flight.\n');
    const later = await home.generate({ names: [home.at('docs/z.md')] });
    expect(later.documents[0]?.dropped[0]?.reason).toMatch(/has a card already/);
  });

  it('makes one card of what two documents say in the same words, and keeps the one that stands', async () => {
    const passage =
      '### Why do wasps build of paper?\n\nThey chew wood to a pulp that dries hard.\n';
    home.write('docs/wasps.md', `# Wasps\n\n${passage}`);
    await home.generate();
    const standing = home.read('decks/wasps.md');
    expect(standing).toContain('Why do wasps build of paper?');
    home.write('docs/an-album.md', `# An album\n\n${passage}`);
    const report = await home.generate();
    expect(report.files).toEqual([]);
    expect(report.documents[0]?.dropped).toMatchObject([
      { reason: 'Q12 it says nearly the same as “Why do wasps build of paper?” (docs/wasps.md)' },
    ]);
    expect(home.read('decks/wasps.md')).toBe(standing);
  });

  it('reports a document that cannot be read and makes cards of the others', async () => {
    home.write('docs/data.txt', new Uint8Array([1, 0, 2]));
    const report = await home.generate();
    expect(report.problems).toMatchObject([{ file: 'docs/data.txt', rule: 'document-unread' }]);
    expect(report.documents).toMatchObject([{ path: 'docs/bees.md', made: 7 }]);
  });

  it('gives two documents of one name decks of their own', async () => {
    home.write('docs/bees.txt', '- "Be." — Ada\n- "Do." — Bob\n- "Go." — Cy\n');
    const { documents } = await home.generate();
    expect(documents.map((each) => each.deck)).toEqual([deck, 'decks/bees-txt.md']);
  });

  it('reads folders in folders, and leaves decks, drafts and lists of originals out', async () => {
    home.write('docs/sub/ants.md', '# Ants\n\n## Why do ants march?\n\nTo follow a scent.\n');
    home.write('docs/ORIGINALS.md', '# Originals\n');
    home.write('docs/GLOSSARY.md', '# Glossary\n\n- **ant** — A small animal.\n');
    home.write('docs/.hidden.md', '# Hidden\n');
    home.write('docs/picture.png', 'x');
    home.write('decks/own.md', '# Own\n');
    const { documents } = await home.generate({ names: [home.folder] });
    expect(documents.map((each) => [each.path, each.deck])).toEqual([
      ['docs/bees.md', 'decks/docs/bees.md'],
      ['docs/sub/ants.md', 'decks/docs/sub/ants.md'],
    ]);
  });

  it.each([
    ['a name that is not there', 'docs/none.md', /no such file/],
    ['a folder without documents', 'empty', /no documents/],
  ])('says so of %s', async (_name, name, message) => {
    home.write('empty/.keep', '');
    await expect(home.generate({ names: [home.at(name)] })).rejects.toThrow(message);
  });
});

describe('generateDecks and drafts', () => {
  it('puts what a person should look at among the drafts, at most so many, the best first', async () => {
    const long = `Because ${'of very many things '.repeat(8)}at once.`;
    home.write(
      'docs/bees.md',
      `# B\n\n## Why do bees hum?\n\n${long}\n\n## Why do bees sleep?\n\n${long.replace('Because', 'As')}\n`,
    );
    const report = await home.generate({ draftsPerDocument: 1 });
    expect(report).toMatchObject({
      files: ['drafts/bees.md'],
      documents: [{ made: 0, drafts: 1, dropped: [{ reason: 'more than 1 drafts' }] }],
    });
    expect(home.read('drafts/bees.md')).toContain('Q: Why do bees hum?');
    expect((await home.generate({ draftsPerDocument: 1 })).files).toEqual([]);
  });

  it('asks whoever admits cards, and says what they say', async () => {
    const report = await home.generate({
      admit: ({ content }) =>
        content.kind === 'term' ? { to: 'refused', reason: 'no terms today' } : { to: 'deck' },
    });
    expect(report.documents[0]).toMatchObject({ made: 5 });
    expect(report.documents[0]?.dropped.map(({ reason }) => reason)).toEqual([
      'no terms today',
      'no terms today',
    ]);
  });
});
