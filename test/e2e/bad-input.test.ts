import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, it } from 'vitest';
import { canBeOrdinary, type Ended, Home, tenetProgram } from './support/run-tenet.ts';

const good = '# Good\n\nQ: A question?\nA: An answer.\n';
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
const zip = (inside: string): Buffer => Buffer.from(`PK\u0003\u0004\0\0${inside}\0\0`, 'latin1');
const megabyte = 1024 * 1024;

let home: Home;

afterEach(() => home.close());

function open(files: Readonly<Record<string, string | Uint8Array>> = {}): Home {
  home = new Home({ 'decks/good.md': good, ...files });
  return home;
}

/** A home whose one card has been answered; gives back its log. */
function openStudied(): string {
  open();
  expect(home.tenet('review', '--plain').typing('\n3\nq\n').run().status).toBe(0);
  return logOf();
}

function logOf(): string {
  const { status, stdout } = home.tenet('log', 'export').run();
  expect(status).toBe(0);
  expect(stdout).toContain('"kind":"answer"');
  return stdout;
}

/** Says it in a line or two, without a stack: what happened, and what to do. */
function expectPlainWords(ended: Ended): void {
  const said = ended.stderr.trimEnd().split('\n');
  expect(said.length).toBeLessThanOrEqual(2);
  expect(said[0]).toMatch(/^tenet: /);
  expect(ended.stderr).not.toMatch(/\n\s+at |this is a bug/);
}

describe('a deck that cannot be read', () => {
  it.each([
    ['is binary', png, 'decks/odd.md:1:1 error binary-file: the file is binary.'],
    [
      'is not UTF-8',
      Buffer.from('# A\n\nQ: Caf\u00e9?\nA: b\n', 'latin1'),
      'decks/odd.md:3:1 error not-utf-8: this line is not UTF-8, so no card of the file was read.',
    ],
    [
      'is UTF-16',
      Buffer.from('\ufeffQ: a\nA: b\n', 'utf16le'),
      'decks/odd.md:1:1 error not-utf-8: the file is UTF-16, not UTF-8. Save it as UTF-8.',
    ],
  ])('because it %s is named with its place, and hides no other', (_, bytes, line) => {
    open({ 'decks/odd.md': bytes });
    const checked = home.tenet('check').run();
    expect(checked).toMatchObject({ status: 1, stderr: '' });
    expect(checked.stdout).toContain(line);
    const due = home.tenet('due').run();
    expect(due).toMatchObject({
      status: 0,
      stderr: 'Not read: decks/odd.md; the cards in it wait. "tenet check" says why.\n',
    });
    expect(due.stdout).toContain('1 new');
    expect(readFileSync(home.path('notes/decks/odd.md'))).toEqual(Buffer.from(bytes));
  });

  it('because it has 200 MB is refused by its size alone', () => {
    open({ 'decks/odd.md': 'Q: a?\nA: b.\n' });
    truncateSync(home.path('notes/decks/odd.md'), 200 * megabyte);
    const checked = home.tenet('check').run();
    expect(checked.status).toBe(1);
    expect(checked.stdout).toContain(
      'decks/odd.md:1:1 error file-too-large: 200 MB are too much for a deck.',
    );
  });

  it('because links lead in circles ends all the same', () => {
    open();
    symlinkSync('..', home.path('notes/decks/again'));
    symlinkSync('self.md', home.path('notes/decks/self.md'));
    const checked = home.tenet('check').run();
    expect(checked).toMatchObject({ status: 1, stderr: '' });
    expect(checked.stdout).toContain('decks/again/decks/again:1:1 warning folder-twice');
    expect(checked.stdout).toContain(
      'decks/self.md:1:1 error file-unreadable: its links lead in a circle.',
    );
    expect(home.tenet('due').run().stdout).toContain('1 new');
  });

  it('keeps the history of its cards until it can be read again', () => {
    const log = openStudied();
    home.write('notes/decks/good.md', png);
    expect(home.tenet('due').run().status).toBe(0);
    home.write('notes/decks/good.md', good);
    expect(home.tenet('due').run().stdout).toMatch(/^1 due, about/);
    expect(logOf()).toBe(log);
  });
});

describe.skipIf(!canBeOrdinary())(
  'without the right to (not as root on a checkout of its own)',
  () => {
    it.each([
      ['a deck', 'notes/decks/odd.md', 'decks/odd.md:1:1 error file-unreadable'],
      ['a folder of decks', 'notes/decks/closed', 'decks/closed:1:1 error folder-unreadable'],
    ])('read %s, says so and asks the others', (_, closed, line) => {
      open({ 'decks/odd.md': good, 'decks/closed/a.md': good });
      home.giveAway();
      chmodSync(home.path(closed), 0);
      const checked = home.tenet('check').asOrdinaryUser().run();
      expect(checked.status).toBe(1);
      expect(checked.stdout).toContain(`${line}: you may not read or change this.`);
      expect(home.tenet('due').asOrdinaryUser().run()).toMatchObject({
        status: 0,
        stderr: expect.stringMatching(/^Not read: decks\//) as string,
      });
    });

    it('write the database, says so and loses nothing', () => {
      const log = openStudied();
      home.giveAway();
      chmodSync(home.database, 0o444);
      chmodSync(home.path('.local/share/tenet'), 0o555);
      const due = home.tenet('due').asOrdinaryUser().run();
      expect(due).toMatchObject({ status: 1, stdout: '' });
      expectPlainWords(due);
      expect(due.stderr).toContain('the database cannot be written to');
      chmodSync(home.path('.local/share/tenet'), 0o755);
      expect(logOf()).toBe(log);
    });

    it('write a backup or where it lies, still brings it back', () => {
      const log = openStudied();
      expect(home.tenet('backup', '../kept/copy.db').run().status).toBe(0);
      writeFileSync(home.database, '');
      home.giveAway();
      chmodSync(home.path('kept/copy.db'), 0o444);
      chmodSync(home.path('kept'), 0o555);
      const restore = () => home.tenet('restore', '../kept/copy.db').asOrdinaryUser().run();
      for (const again of [restore(), restore()]) expect(again).toMatchObject({ status: 0 });
      expect(logOf()).toBe(log);
      chmodSync(home.path('kept/copy.db'), 0);
      expect(restore()).toMatchObject({
        status: 1,
        stderr: expect.stringContaining('copy.db: you may not read or change this') as string,
      });
      chmodSync(home.path('kept'), 0o755);
    });
  },
);

describe('a document of no known kind', () => {
  it.each([
    ['a.pdf', '%PDF-1.7\n%\u00e2\u00e3\n1 0 obj\n', 'is a PDF, which tenet does not read'],
    ['a.epub', zip('mimetypeapplication/epub+zip'), 'is an EPUB, which tenet does not read'],
    ['a.docx', zip('[Content_Types].xml'), 'is a Word document, which tenet does not read'],
    ['a.png', png, 'is not text that tenet can read'],
    ['a.md', '', 'is empty'],
  ])('%s is named with what to do', (name, content, what) => {
    open({ [name]: content });
    const { status, stdout, stderr } = home.tenet('generate', name).run();
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain(`${name}:1:1 error document-unread: ${name} ${what}`);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(home.read('notes/decks/good.md')).toBe(good);
  });

  it('is passed over in a folder, with a line that says how many there are and why', () => {
    open({
      'papers/a.pdf': '%PDF-1.7\n',
      'papers/old/b.epub': zip('mimetypeapplication/epub+zip'),
      'papers/bees.md': '# Bees\n\n## Why do bees dance?\n\nTo show where flowers are.\n',
    });
    const { status, stderr } = home.tenet('generate', 'papers').run();
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr:
        'papers:1:1 info documents-passed-over: 2 files were passed over, in formats that tenet does not read: a.pdf (a PDF), old/b.epub (an EPUB). Turn them into text first: pdftotext -layout FILE.pdf FILE.txt; pandoc FILE.epub -t gfm -o FILE.md\n',
    });
    const again = home.tenet('generate', 'papers', 'papers/a.pdf').run();
    expect(again).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('Nothing to change, as far as could be read.') as string,
    });
  });

  it('is refused by its size where that is 200 MB', () => {
    open({ 'a.md': 'x' });
    truncateSync(home.path('notes/a.md'), 200 * megabyte);
    const { status, stderr } = home.tenet('generate', 'a.md').run();
    expect(status).toBe(1);
    expect(stderr).toMatch(/^a\.md:1:1 error document-unread: a\.md is \d+ MB; /);
  });
});

describe('a database', () => {
  it('that another process writes to is waited for, and then not touched', () => {
    const log = openStudied();
    const other = new Database(home.database);
    other.exec('BEGIN IMMEDIATE');
    const add = home.tenet('add', '--question', 'Now?', '--answer', 'No.').run();
    other.exec('ROLLBACK');
    other.close();
    expect(add).toMatchObject({ status: 1, stdout: '' });
    expectPlainWords(add);
    expect(add.stderr).toContain('another tenet is writing to this database');
    expect(logOf()).toBe(log);
    expect(existsSync(home.path('notes/decks/inbox.md'))).toBe(false);
  });

  it.each([
    ['is cut short', () => truncateSync(home.database, 8192), 'the database is damaged'],
    ['has 100 bytes left', () => truncateSync(home.database, 100), 'the database is damaged'],
    [
      'is something else',
      () => writeFileSync(home.database, 'no database, but long enough to be one. '.repeat(500)),
      'this is not a database of tenet',
    ],
  ])('that %s is refused, kept, and replaced by a backup', (_, spoil, what) => {
    const log = openStudied();
    expect(home.tenet('backup', 'copy.db').run().status).toBe(0);
    spoil();
    const spoilt = readFileSync(home.database);
    const due = home.tenet('due').run();
    expect(due).toMatchObject({ status: 1, stdout: '' });
    expectPlainWords(due);
    expect(due.stderr).toContain(`${home.database}: ${what}`);
    expect(readFileSync(home.database)).toEqual(spoilt);
    expect(home.tenet('restore', 'copy.db').run().status).toBe(0);
    expect(logOf()).toBe(log);
  });

  it('that is cut short is saved by the doctor as far as it can be read, and kept', () => {
    const log = openStudied();
    const whole = readFileSync(home.database);
    truncateSync(home.database, whole.length - 4096);
    const doctor = home.tenet('doctor').run();
    expect(doctor.status).toBe(1);
    expect(doctor.stdout).toContain('1 event could be read and are in a new one.');
    expect(logOf()).toBe(log);
    expect(home.tenet('doctor').run().status).toBe(0);
    truncateSync(home.database, 4096);
    const hopeless = home.tenet('doctor').run();
    expect(hopeless).toMatchObject({ status: 1, stdout: '' });
    expectPlainWords(hopeless);
    expect(readFileSync(home.database)).toHaveLength(4096);
  });

  it('from a newer version is left as it is', () => {
    openStudied();
    const database = new Database(home.database);
    database.prepare('INSERT INTO migration (name, at) VALUES (?, ?)').run('of-tomorrow', 1);
    database.close();
    const before = readFileSync(home.database);
    const due = home.tenet('due').run();
    expect(due).toMatchObject({ status: 1, stdout: '' });
    expectPlainWords(due);
    expect(due.stderr).toContain('a newer tenet has changed this database (of-tomorrow)');
    expect(readFileSync(home.database)).toEqual(before);
  });

  it.each([
    ['of another program', 'other.db', 1, 'this is a database of another program'],
    ['that is a short text', 'short.txt', 1, 'this is not a database of tenet'],
    ['that is a folder', 'decks', 2, 'this is a folder, not a database'],
    ['below a file', 'tenet.toml/x.db', 1, 'tenet.toml/x.db: '],
    ['where no folder can be made', '/proc/tenet/x.db', 1, '/proc/tenet/x.db: '],
  ])('named by --db %s is refused', (_, name, status, what) => {
    open({ 'short.txt': 'mine' });
    const other = new Database(home.path('notes/other.db'));
    other.exec('CREATE TABLE a (b)');
    other.close();
    const due = home.tenet('due', '--db', name).run();
    expect(due).toMatchObject({ status, stdout: '' });
    expectPlainWords(due);
    expect(due.stderr).toContain(what);
    expect(home.read('notes/short.txt')).toBe('mine');
  });
});

/** A small disk at a folder, or false where none can be mounted (root on Linux can). */
function mountSmallDisk(folder: string, kilobytes: number): boolean {
  mkdirSync(folder, { recursive: true });
  const options = ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder];
  return spawnSync('mount', options).status === 0;
}

/** Writes until no byte is left. */
function fill(file: string): void {
  for (const size of [4096, 1]) {
    try {
      for (;;) appendFileSync(file, Buffer.alloc(size));
    } catch {
      continue;
    }
  }
}

describe('a full disk', () => {
  it('is said as one, and what was saved before is there', ({ skip }) => {
    open();
    const data = home.path('.local/share/tenet');
    if (!mountSmallDisk(data, 768)) skip('no small disk can be mounted here');
    try {
      expect(home.tenet('review', '--plain').typing('\n3\nq\n').run().status).toBe(0);
      const log = logOf();
      fill(`${data}/filler`);
      home.write('notes/decks/more.md', 'Q: Many more cards, please?\nA: Yes.\n\n'.repeat(2000));
      const due = home.tenet('due').run();
      expect(due).toMatchObject({ status: 1, stdout: '' });
      expectPlainWords(due);
      expect(due.stderr).toMatch(/the disk is full|the disk failed/);
      rmSync(`${data}/filler`);
      expect(logOf()).toBe(log);
    } finally {
      spawnSync('umount', [data]);
    }
  });

  it('at the very first start leaves nothing that would be in the way later', () => {
    open();
    const first = home.tenet('due').withFilesUpTo(4).run();
    expect(first).toMatchObject({ status: 1, stdout: '' });
    expectPlainWords(first);
    expect(first.stderr).toContain('the disk');
    expect(home.tenet('due').run()).toMatchObject({ status: 0, stderr: '' });
  });

  it('in the middle of a session keeps every answer that was acknowledged', () => {
    const log = openStudied();
    const adding = home.tenet('add', '--question', 'q?'.repeat(9000), '--answer', 'b');
    const full = adding.withFilesUpTo(2).run();
    expect(full.status).toBe(1);
    expectPlainWords(full);
    expect(logOf()).toBe(log);
    expect(home.tenet('doctor').run().status).toBe(0);
  });
});

describe('no terminal', () => {
  it('is needed for a screen, and said in a line', () => {
    open();
    const ended = home.tenet('review').run();
    expect(ended).toMatchObject({ status: 2, stdout: '' });
    expectPlainWords(ended);
    expect(ended.stderr).toContain('the screens need a terminal');
  });

  it('gives a summary, and with TERM=dumb a session in lines', () => {
    open();
    expect(home.tenet().run()).toMatchObject({ status: 0, stderr: '' });
    const dumb = home.tenet('review').with({ TERM: 'dumb' }).typing('\n3\nq\n').run();
    expect(dumb.status).toBe(0);
    expect(dumb.stdout).toContain('A question?');
    expect(dumb.stdout).not.toContain('\u001b');
    expect(logOf().trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('a wrong word', () => {
  const cases: readonly (readonly [words: readonly string[], what: string])[] = [
    [['reviev'], 'there is no command "reviev"\nDid you mean "review"?'],
    [['fly', 'away'], 'there is no command "fly"'],
    [['due', '--nonsense'], "unknown option '--nonsense'"],
    [['due', 'more'], "too many arguments for 'due'"],
    [['generate'], "missing required argument 'path'"],
    [['restore'], "missing required argument 'file'"],
    [['log', 'shred'], 'log cannot "shred"'],
    [['log', 'import'], 'log import needs a file'],
    [['review', '--limit'], "option '--limit <n>' argument missing"],
    [['review', '--limit', 'many'], '--limit wants a whole number from 1 on, not "many"'],
    [['review', '--plain', 'Nowhere'], 'there is no deck "Nowhere"'],
    [['check', 'Nowhere'], 'there is no deck "Nowhere"'],
    [['id', 'nothing.md'], 'nothing.md: this is no deck of the collection'],
    [['generate', 'tenet.toml', '--as', 'riddle'], '--as does not know "riddle"'],
    [['--decks', 'nowhere', 'due'], 'nowhere: there is no such folder'],
    [['--decks', 'tenet.toml', 'due'], 'tenet.toml: this is no folder'],
    [['add', '--question', 'Alone?'], 'this is not a whole card'],
    [['generate', 'decks'], 'decks: cards are kept here, and cards are made from documents'],
    [['generate', 'decks/good.md'], 'decks/good.md: cards are kept here'],
    [['generate', 'decks', '--check', '--report'], '--check and --report each show another thing'],
    [['cards', '--originals', 'nowhere'], '--originals adds places to the list as JSON only'],
    [['cards', '--json', '--originals', 'nowhere'], 'nowhere: there is no such folder'],
    [['check', '--originals', 'nowhere'], 'nowhere: there is no such folder'],
    [['export', 'csv', '--format', 'latest'], '--format means nothing to "export csv"'],
    [['export', 'json', '--subdecks'], '--subdecks means nothing to "export json"'],
    [['restore', 'decks'], 'decks: this is a folder, not a backup'],
    [['generate', ''], 'an argument of "tenet generate" is empty'],
  ];
  it.each(cases)('%j exits 2 and names it', (words, what) => {
    open();
    const ended = home.tenet(...words).run();
    expect(ended).toMatchObject({ status: 2, stdout: '' });
    expectPlainWords(ended);
    expect(ended.stderr).toContain(what);
  });

  it('from a folder that is gone is answered in plain words', () => {
    open();
    const script = 'mkdir gone && cd gone && rmdir ../gone && "$@"';
    const ended = spawnSync('sh', ['-c', script, 'sh', process.execPath, tenetProgram, 'due'], {
      cwd: home.folder,
      env: { PATH: process.env['PATH'], HOME: home.folder },
      encoding: 'utf8',
    });
    expect(ended.stderr).toContain('tenet: the folder that you are in is not there any more');
    expect(ended.stderr).not.toContain('bug');
    expect(ended.status).toBe(1);
  });

  it('is answered with the help of its command', () => {
    open();
    expect(home.tenet('due', '--nonsense').run().stderr).toContain('Type "tenet due --help"');
  });
});

describe('a wrong setting', () => {
  it.each(['tomorrow', '2026-13-45T00:00:00Z', '2027-02-29T00:00:00Z', '2026-11-20', '1'])(
    'TENET_NOW=%s',
    (now) => {
      open();
      const ended = home.tenet('due').with({ TENET_NOW: now }).run();
      expect(ended).toMatchObject({ status: 2, stdout: '' });
      expectPlainWords(ended);
      expect(ended.stderr).toContain(`TENET_NOW is not a time: "${now}"`);
    },
  );

  it.each([
    ['notes/tenet.toml', 'id =\nno toml', 'tenet.toml:1:'],
    ['notes/tenet.toml', 'id = "no"', 'tenet.toml:1:1 this "id" cannot name a collection'],
    [
      'notes/tenet.toml',
      'id = "notes"\nnew_per_day = "many"',
      'tenet.toml:2:1 "new_per_day" cannot be',
    ],
    ['.config/tenet/config.toml', 'x', 'config.toml:1:'],
    ['.config/tenet/config.toml', 'new_per_dya = 3', 'Did you mean "new_per_day"?'],
  ])('in %s (%j) is named with its line', (file, text, what) => {
    open();
    home.write(file, text);
    const ended = home.tenet('due').run();
    expect(ended).toMatchObject({ status: 2, stdout: '' });
    expect(ended.stderr).toContain(what);
    expect(ended.stderr).not.toMatch(/\n\s+at /);
  });
});

describe('a wrong file', () => {
  it.each([
    [['log', 'import', 'odd'], 1, 'this is not a line of JSON'],
    [['restore', 'odd'], 1, 'this backup is damaged'],
    [['restore', 'nothing'], 1, 'there is no such file'],
  ] as const)('%j changes nothing', (words, status, what) => {
    const log = openStudied();
    home.write('notes/odd', 'no log\nand no database\n');
    const ended = home.tenet(...words).run();
    expect(ended).toMatchObject({ status, stdout: '' });
    expect(ended.stderr).toContain(what);
    expect(ended.stderr).not.toMatch(/\n\s+at /);
    expect(logOf()).toBe(log);
  });
});
