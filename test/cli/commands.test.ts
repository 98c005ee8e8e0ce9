import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { Home } from '../e2e/support/run-tenet.ts';

const root = path.resolve(import.meta.dirname, '../..');
const deck = `# Rocks

Q: What is a fault?
A: A break in rock along which the sides have moved.

C: Granite is [intrusive], basalt [extrusive].
`;

let home: Home;

beforeEach(() => {
  home = new Home({ 'decks/rocks.md': deck });
});
afterEach(() => home.close());

/** A status of 0 and nothing on stderr; gives back what was printed. */
function done(...args: readonly string[]): string {
  const { status, stdout, stderr } = home.tenet(...args).run();
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout;
}

function answerOne(): void {
  home.tenet('review', '--plain', '--limit', '1').typing('\n3\n').run();
}

describe('every command', { timeout: 20_000 }, () => {
  it.each(commands.map((spec) => [spec.name, spec] as const))(
    '%s has help that says what it and its flags do',
    (name, spec) => {
      const help = done(name, '--help');
      expect(help).toContain(`Usage: tenet ${name}`);
      expect(spec.summary).toMatch(/^\S.{5,}[^.]$/);
      expect(help.toLowerCase().replaceAll(/\s+/g, ' ')).toContain(spec.summary.toLowerCase());
      for (const { flag, summary } of spec.options) {
        expect(help).toContain(`--${flag}`);
        expect(help.replaceAll(/\s+/g, ' ')).toContain(summary);
      }
      expect(help).toContain('--decks <dir>');
    },
  );

  it('is in the help of all and in the README, with its flags', () => {
    const help = done('--help');
    const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
    const missing = commands.filter(({ name }) => !readme.includes(`\`tenet ${name}`));
    expect(missing.map(({ name }) => name)).toEqual([]);
    for (const { name } of commands) expect(help).toMatch(new RegExp(`^  ${name}\\b`, 'm'));
  });

  it('prints its version and its help with status 0', () => {
    const manifest = readFileSync(path.join(root, 'package.json'), 'utf8');
    const { version } = JSON.parse(manifest) as { version: string };
    expect(done('--version')).toBe(`${version}\n`);
    expect(done('-h')).toBe(done('--help'));
  });
});

describe('the flags that all commands take', { timeout: 20_000 }, () => {
  it('count before the command and after it', () => {
    const elsewhere = ['--decks', home.collection, '--db', home.path('other.db')];
    const standing = (...args: readonly string[]): string => {
      const { status, stdout } = home
        .tenet(...args)
        .standingIn(home.folder)
        .run();
      expect(status).toBe(0);
      return stdout;
    };
    const before = standing(...elsewhere, '--json', 'due');
    expect(JSON.parse(before)).toMatchObject({ new: 2 });
    expect(standing('due', ...elsewhere, '--json')).toBe(before);
    expect(standing('--json', 'due', ...elsewhere)).toBe(before);
    expect(readdirSync(home.folder)).toContain('other.db');
    expect(readdirSync(home.folder)).not.toContain('.local');
  });

  it('name the collection, else the environment does, else the folder', () => {
    const other = new Home({ 'decks/a.md': 'Q: One?\nA: Yes.\n' });
    try {
      expect(done('cards')).toContain('decks/rocks.md');
      const where = ['--decks', other.collection, '--db', home.path('named.db')];
      expect(done('cards', ...where)).toContain('decks/a.md');
      const env = { TENET_DECKS: other.collection, TENET_DB: home.path('other.db') };
      expect(home.tenet('cards').with(env).run().stdout).toContain('decks/a.md');
    } finally {
      other.close();
    }
  });
});

describe('--json', { timeout: 20_000 }, () => {
  it.each([
    [['due'], { new: 2, due: 0 }],
    [['check'], { problems: [] }],
    [[], { collection: 'Notes', new: 2 }],
    [['doctor'], { damage: [], differences: [], mended: false }],
    [['config', 'new_per_day'], { new_per_day: 10 }],
    [['id', 'decks/rocks.md'], [{ file: 'decks/rocks.md', written: 2 }]],
    [['backup', 'copy.db'], { file: expect.stringContaining('copy.db') as string }],
    [['add', '--question', 'Now?', '--answer', 'Yes.'], { ids: [expect.any(String) as string] }],
  ])('%j prints one value', (args, value) => {
    expect(JSON.parse(done(...args, '--json'))).toMatchObject(value);
  });

  it('of cards has what a script wants of each side', () => {
    const [fault, ...holes] = JSON.parse(done('cards', '--json')) as Record<string, unknown>[];
    expect(fault).toMatchObject({
      deck: 'rocks',
      file: 'decks/rocks.md',
      line: 3,
      kind: 'basic',
      question: 'What is a fault?',
      answer: 'A break in rock along which the sides have moved.',
      tags: [],
      state: 'new',
      suspended: false,
      reps: 0,
    });
    expect(holes).toHaveLength(2);
    expect(new Set(holes.map(({ card }) => card)).size).toBe(1);
  });
});

describe('the exit status', { timeout: 20_000 }, () => {
  it('is 0 when done, 1 for problems found, 2 for wrong use', () => {
    done('check');
    home.write('notes/decks/broken.md', 'Q: A question without an answer\n');
    expect(home.tenet('check').run().status).toBe(1);
    expect(home.tenet('due').run().status).toBe(0);
    expect(home.tenet('check', '--never').run().status).toBe(2);
  });

  it('is 1 for a warning only with --strict', () => {
    home.write('notes/decks/twice.md', deck);
    expect(home.tenet('check').run().status).toBe(0);
    expect(home.tenet('check', '--strict').run().status).toBe(1);
  });
});

describe('tenet due', { timeout: 20_000 }, () => {
  it('puts numbers below each other however wide a terminal draws the titles', () => {
    home.write('notes/decks/wide.md', '---\ntitle: 岩石の分類\n---\nQ: Wide?\nA: Ten columns.\n');
    home.write('notes/decks/family.md', '---\ntitle: 👩‍👩‍👧 at home\n---\nQ: Two?\nA: Columns.\n');
    expect(done('due').split('\n').slice(1, 4).sort()).toEqual([
      '  rocks          0 due    2 new',
      '  岩石の分類     0 due    1 new',
      '  👩‍👩‍👧 at home     0 due    1 new',
    ]);
  });
});

function tenetIn(zone: string, now: string, ...args: readonly string[]) {
  return home.tenet(...args).with({ TZ: zone, TENET_NOW: now });
}

const stateIn = (zone: string, now: string): unknown =>
  tenetIn(zone, now, 'due', '--json').run().json();

describe('a traveller', { timeout: 20_000 }, () => {
  it('to the west has the same day again: nothing is asked twice, and no interval goes wrong', () => {
    home.write('notes/decks/rocks.md', 'Q: A?\nA: a\n\nQ: B?\nA: b\n\nQ: C?\nA: c\n');
    const answered = tenetIn('Asia/Tokyo', '2026-11-20T23:00:00Z', 'review', '--plain')
      .typing('\n4\n'.repeat(3))
      .run();
    expect(answered.stdout).toContain('3 cards');
    const [tokyo, california] = ['2026-11-20T23:30:00Z', '2026-11-21T01:00:00Z'];
    expect(stateIn('Asia/Tokyo', tokyo)).toMatchObject({ day: 20_778, due: 0, new: 0 });
    expect(stateIn('America/Los_Angeles', california)).toMatchObject({
      day: 20_777,
      due: 0,
      new: 0,
    });
    // Asked ahead of its day, a card has its last answer tomorrow.
    tenetIn('America/Los_Angeles', california, 'review', '--plain', '--ahead', '30')
      .typing('\n3\n\n1\n\n4\nq\n')
      .run();
    const cards = tenetIn('America/Los_Angeles', california, 'cards', '--json').run();
    for (const { stability } of cards.json<{ stability: number }[]>())
      expect(stability).toBeGreaterThan(0);
    const doctor = tenetIn('Asia/Tokyo', '2026-11-22T01:00:00Z', 'doctor').run();
    expect(doctor).toMatchObject({ status: 0, stderr: '' });
  });
});

describe('tenet add', { timeout: 20_000 }, () => {
  it('adds a card from flags to the deck that is named, made where there is none', () => {
    const text = ['--term', 'gneiss', '--definition', 'A banded rock.', '--tag', 'rock'];
    const cited = [
      ...text,
      '--note',
      'Say "nice".',
      '--source',
      '[Book](../source-docs/b.md#g) "a banded rock"',
    ];
    expect(done('add', 'New words', ...cited)).toMatch(/^Added 1 card to decks\/new-words\.md\.$/m);
    const written = home.read('notes/decks/new-words.md');
    expect(written).toMatch(
      /T: gneiss\nD: A banded rock\.\nS: \[Book\]\(\.\.\/source-docs\/b\.md#g\) "a banded rock"\nN: Say "nice"\.\n#rock\n<!-- id: \w{13} -->\n/,
    );
    expect(done('cards', 'gneiss')).toContain('2 sides of 1 card.');
  });

  it('adds cards from JSON on standard input, all of them or none', () => {
    const cards = [
      { question: 'Which is banded?', answer: 'Gneiss.' },
      { cloze: 'Marble was [limestone].', tags: ['rock'] },
    ];
    const add = (value: unknown): number | null =>
      home.tenet('add', 'rocks').typing(JSON.stringify(value)).run().status;
    expect(add(cards)).toBe(0);
    const written = home.read('notes/decks/rocks.md');
    expect(written.startsWith(deck)).toBe(true);
    expect(done('cards')).toContain('5 sides of 4 cards.');
    expect(add([cards[0], { question: 'Alone?' }])).toBe(2);
    expect(home.read('notes/decks/rocks.md')).toBe(written);
  });
});

describe('tenet log', { timeout: 20_000 }, () => {
  it('exports every event, and imports them anywhere once', () => {
    answerOne();
    const exported = home.tenet('log', 'export', 'log.jsonl').run();
    expect(exported).toMatchObject({ status: 0, stdout: '' });
    const log = home.read('notes/log.jsonl');
    const [line = ''] = log.split('\n');
    expect(JSON.parse(line)).toMatchObject({ kind: 'answer', grade: 3, after: null });
    const db = ['--db', home.path('elsewhere.db')];
    expect(done('log', 'import', 'log.jsonl', ...db)).toContain('1 of them new');
    expect(done('log', 'import', 'log.jsonl', ...db)).toContain('0 of them new');
    expect(done('log', 'export', ...db)).toBe(log);
    expect(done('due', ...db)).toBe(done('due'));
    expect(home.tenet('log', 'export', 'log.jsonl').run().status).toBe(1);
    expect(home.read('notes/log.jsonl')).toBe(log);
  });
});

describe('tenet id', { timeout: 20_000 }, () => {
  it('writes the ids that cards have, once, and their history stays', () => {
    answerOne();
    const before = JSON.parse(done('cards', '--json')) as readonly { key: string; state: string }[];
    expect(done('id', 'decks/rocks.md')).toContain('wrote 2 ids');
    const written = home.read('notes/decks/rocks.md');
    expect(written.match(/<!-- id: \S+ -->/g)).toHaveLength(2);
    const after = JSON.parse(done('cards', '--json')) as typeof before;
    expect(after.map(({ key, state }) => [key, state])).toEqual(
      before.map(({ key, state }) => [key, state]),
    );
    expect(done('id', 'decks/rocks.md')).toContain('wrote 0 ids, 2 had one');
    expect(home.read('notes/decks/rocks.md')).toBe(written);
  });
});

describe('tenet help', { timeout: 20_000 }, () => {
  it('is the flag by another name, alone and before a command', () => {
    expect(done('help')).toBe(done('--help'));
    expect(done('help', 'review')).toBe(done('review', '--help'));
  });
});

describe('tenet config', { timeout: 20_000 }, () => {
  it('prints every setting as the file would have it', () => {
    const printed = done('config');
    expect(printed).toContain('learning_steps = ["1m", "10m"]');
    expect(printed).toContain('easy_days = {}');
  });
});

describe('key bindings that cannot be', { timeout: 20_000 }, () => {
  it('are said in one line on stderr by what needs no keys, and stop nothing', () => {
    home.write('.config/tenet/config.toml', '[keys]\nshwo = "x"\n');
    const said = 'settings: keys.shwo is no action that can be rebound. Did you mean "show"?\n';
    for (const args of [['due'], ['cards'], ['check'], ['review', '--plain']]) {
      const { status, stderr } = home.tenet(...args).run();
      expect([args, status, stderr]).toEqual([args, 0, said]);
    }
  });
});

describe('a full disk behind the output', { timeout: 20_000 }, () => {
  it.skipIf(!existsSync('/dev/full'))('is said in a line, on a system that has /dev/full', () => {
    const full = openSync('/dev/full', 'w');
    const { status, stderr } = home.tenet('due').writingTo(full).run();
    closeSync(full);
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: 'tenet: the output could not be written to its end (ENOSPC)\n',
    });
  });
});

describe('tenet init', { timeout: 20_000 }, () => {
  it('makes a collection of the folder that it is typed in, and says what to type next', () => {
    mkdirSync(home.path('empty'));
    const { status, stdout } = home.tenet('init').standingIn('../empty').run();
    expect(status).toBe(0);
    expect(stdout).toContain('type: tenet add, tenet generate FILE');
    expect(done('init', '../other')).toContain('type: tenet --decks ../other add');
  });

  it('says which file that was there it added lines to', () => {
    home.write('old/.gitattributes', '*.md text\n');
    expect(done('init', '../old')).toContain('Added lines to .gitattributes: git merges');
    expect(done('init', '../other')).not.toContain('Added lines');
  });

  it('makes a collection where there is none', () => {
    expect(done('init', '../fresh')).toContain('Made a collection in');
    expect(home.read('fresh/tenet.toml')).toMatch(/^id = "[\w-]{4,}"$/m);
    expect(done('due', '--decks', '../fresh')).toContain('Nothing is due today.');
    const again = home.tenet('init', '../fresh').run();
    expect(again.status).not.toBe(0);
    expect(again.stderr).toContain('this folder is a collection already');
  });
});

describe('tenet backup and restore', { timeout: 20_000 }, () => {
  it('bring back what a database lacks, and take nothing away', () => {
    answerOne();
    expect(done('backup', 'copy.db')).toContain('read it back');
    expect(home.tenet('backup', 'copy.db').run().status).toBe(1);
    answerOne();
    const log = done('log', 'export');
    expect(done('restore', 'copy.db')).toContain('Brought back 0 events');
    expect(done('log', 'export')).toBe(log);
    const fresh = ['--db', home.path('fresh.db')];
    done('restore', 'copy.db', ...fresh);
    expect(log.startsWith(done('log', 'export', ...fresh))).toBe(true);
  });

  it('put the backup in place of a database that is damaged, and keep that', () => {
    answerOne();
    const log = done('log', 'export');
    done('backup', 'copy.db');
    answerOne();
    writeFileSync(home.database, 'damaged');
    const said = done('restore', 'copy.db');
    expect(said).toMatch(
      /^Put .+copy\.db in place of .+\.\nThe damaged database is kept as .+\.\n$/,
    );
    const kept = /kept as (.+)\.$/m.exec(said)?.[1] ?? '';
    expect(readFileSync(kept, 'utf8')).toBe('damaged');
    expect(done('log', 'export')).toBe(log);
  });
});

describe('tenet doctor', { timeout: 20_000 }, () => {
  it('finds a sound database sound', () => {
    answerOne();
    expect(done('doctor')).toContain('The file is sound');
  });
});

describe('tenet completion', { timeout: 20_000 }, () => {
  it.each(['bash', 'zsh', 'fish'])('for %s knows every command', (shell) => {
    const script = done('completion', shell);
    for (const { name, options } of commands) {
      expect(script).toContain(name);
      for (const { flag } of options) expect(script).toContain(flag);
    }
  });

  it.each([
    [['re'], ['review', 'read', 'restore']],
    [['--ver'], ['--version']],
    [
      ['generate', '--d'],
      ['--dry-run', '--decks', '--db'],
    ],
    [['--decks', 'notes', 'log', 'e'], ['export']],
    [['export', ''], expect.arrayContaining(['anki', 'csv', 'json', '--out', '--json'])],
    [['cards', 'review', '--t'], ['--tag']],
  ])('in bash completes %j to %j', (words, completed) => {
    const script = `${done('completion', 'bash')}
COMP_WORDS=(tenet "$@") COMP_CWORD=$#
_tenet
printf '%s\\n' "\${COMPREPLY[@]}"`;
    const { stdout, stderr } = spawnSync('bash', ['-c', script, 'bash', ...words], {
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(stdout.trimEnd().split('\n')).toEqual(completed);
  });
});

describe('Ctrl-C', { timeout: 20_000 }, () => {
  it('ends at once what never looks at it, and leaves the index for the next time', async () => {
    const cards = Array.from({ length: 250 }, (_, n) => `Q: Question ${n}?\nA: Answer ${n}.\n`);
    for (let file = 0; file < 60; file += 1)
      home.write(`notes/decks/many/${file}.md`, cards.join('\n').replaceAll('?', ` of ${file}?`));
    const started = home.tenet('due').start();
    await until(() => existsSync(home.database));
    started.kill('SIGINT');
    const [status, signal] = await once(started, 'exit');
    expect([status, signal]).toEqual([null, 'SIGINT']);
    expect(done('cards')).toContain('15,003 sides of 15,002 cards.');
  });
});

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await sleep(2);
}
