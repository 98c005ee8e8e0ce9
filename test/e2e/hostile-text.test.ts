import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type Ended, TenetRun } from './support/run-tenet.ts';
import { Sitting } from './support/sitting.ts';

const esc = '\u001b';
const bel = '\u0007';
/** What a text could do to a terminal, each with a word that shows where it came from. */
const attacks: readonly string[] = [
  `${esc}[2J${esc}[Hcleared`,
  `${esc}]0;title${bel}titled`,
  `${esc}]8;;https://evil.example/${esc}\\linked${esc}]8;;${esc}\\`,
  `${esc}]52;c;ZXZpbA==${bel}copied`,
  `${esc}P+q544e${esc}\\asked`,
  `${esc}[5n${esc}[c${esc}[>0qqueried`,
  '\u009b2Jc1-cleared \u009d52;c;ZXZpbA==\u009cc1-copied',
  'over\rwritten back\b\bspace',
  '\u202eelpmis\u202c \u2066isolated\u2069 \u200fmark',
  'hid\u200bden\u2060 \u{e0041}\u{e0042}tags',
  `half ${esc}`,
];
const hostile = attacks.join(' ');
/** For a last line of a card, and with its brackets escaped for the label of a link. */
const inLine = hostile.replaceAll('\r', '');
const inLabel = inLine.replaceAll(/[[\]]/g, '\\$&');

/** As a YAML text, which knows the escapes of JSON. */
const hostileYaml = JSON.stringify(hostile).replaceAll('\u009b', '\\u009b');

const deck = `---
title: ${hostileYaml}
tags: [${hostileYaml}]
---
# ${hostile}

Q: Question first ${hostile}?
A: Answer first ${hostile}.
S: [Label ${inLabel}](../source-docs/page.md#part) "These are the words"
N: Note ${inLine}
#tag${esc}[31m
<!-- id: hostile1 -->

C: A text with a [hole ${hostile}] in it.

T: term ${hostile}
D: definition ${hostile}

Q: A question without an answer ${hostile}
`;

const page = `# Page ${hostile}

## Part {#part}

These are the words ${hostile} of the part. A *term ${hostile}* is a thing that is ${hostile} indeed.

### What is ${hostile} for?

It is for ${hostile} and for nothing else, as everyone knows by now.
`;

/** A name that a file system takes, and a terminal would obey. */
const fileName = `deck ${esc}]0;evil${bel}${esc}[2J \u202egnorw \u009b2J.md`;

/** C0 but line feed, DEL, C1, and what reorders or hides text. */
const obeyed =
  // oxlint-disable-next-line no-control-regex -- these characters are what this file is about
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\u{e0000}-\u{e007f}]/u;

let sitting: Sitting;

afterEach(() => sitting.close());

function open(): Sitting {
  const named = '# Named\n\nQ: Is the name shown?\nA: Yes.\n';
  sitting = new Sitting({ 'hostile.md': deck, [fileName]: named });
  const documents = path.join(sitting.folder, 'source-docs');
  mkdirSync(documents);
  for (const name of ['page.md', fileName]) writeFileSync(path.join(documents, name), page);
  return sitting;
}

function tenet(...args: readonly string[]): TenetRun {
  const where = ['--decks', sitting.folder, '--db', path.join(sitting.folder, 'log.db')];
  return new TenetRun(sitting.folder, [...args, ...where]);
}

/** The lines that a terminal would obey something in. */
function harmful({ stdout, stderr }: Ended): readonly string[] {
  return `${stdout}${stderr}`.split('\n').filter((line) => obeyed.test(line));
}

/** What tenet itself writes to a terminal: colours, cursor, modes. No title, link, clipboard, query. */
const own = new RegExp(
  [
    `${esc}\\[[0-9;]*[mABCDEFGHJK]`,
    `${esc}\\[\\?(?:25|1049|2004|2026|1004)[hl]`,
    `${esc}\\[[<>=?]?[0-9;]*u`,
  ].join('|'),
  'g',
);

describe('text that would command a terminal', () => {
  it('is shown in a session without any effect', async () => {
    const terminal = open().start(['review', '--unread'], { columns: 100, rows: 50 });
    const goOn = async (): Promise<void> => {
      await terminal.press(' ', '4 easy');
      await terminal.press('4', () => !terminal.text().includes('4 easy'));
    };
    await terminal.until('Is the name shown?');
    await goOn();
    await terminal.until('Question first');
    await terminal.press(' ', 'Answer first');
    await terminal.press('s', 'These are the words');
    await terminal.press(esc, () => !terminal.text().includes('These are the words'));
    await terminal.press('i', 'This card');
    await terminal.press(esc, () => !terminal.text().includes('This card'));
    await terminal.press('4', 'A text with a');
    await goOn();
    await terminal.until('term');
    await goOn();
    terminal.type('q');
    await terminal.ended();
    const rest = terminal
      .raw()
      .replaceAll(own, '')
      .replaceAll(/[\r\n]/g, '');
    expect(rest).not.toMatch(obeyed);
    expect(rest).not.toContain(esc);
    expect(terminal.raw()).not.toContain(`${esc}[2J`);
    expect(rest).toContain('cleared');
    expect(rest).toContain('linked');
  });

  const printed: readonly (readonly [what: string, words: readonly string[]])[] = [
    ['the day', ['due']],
    ['the cards', ['cards']],
    ['the cards in JSON', ['cards', '--json']],
    ['the problems', ['check']],
    ['the problems in JSON', ['check', '--json']],
    ['the day in JSON', ['due', '--json']],
    ['the summary in JSON', ['--json']],
    ['the summary', []],
    ['the collection in JSON', ['export', 'json', '--with-history']],
    ['the log', ['log', 'export']],
    ['a report of drafts', ['generate', 'source-docs', '--dry-run']],
    ['the same in JSON', ['generate', 'source-docs', '--dry-run', '--json']],
    ['a deck that is not there', ['check', hostile]],
    ['one to review', ['review', '--plain', hostile]],
    ['no command', [hostile]],
    ['no flag', ['due', `--${hostile}`]],
    ['a word too many', ['due', hostile]],
    ['no setting', ['config', hostile]],
    ['no way of the log', ['log', hostile]],
    ['no source', ['add', '--source', hostile, '--question', 'q', '--answer', 'a']],
    ['no document', ['generate', `no ${hostile}`]],
    ['no deck file', ['id', `no ${hostile}`]],
    ['no number', ['review', '--limit', hostile]],
  ];
  it.each(printed)('is harmless where %s is printed', (_, words) => {
    open();
    expect(harmful(tenet(...words).run())).toEqual([]);
  });

  it('is harmless where a table is printed to a terminal', async () => {
    const terminal = open().start(['export', 'csv'], { columns: 100, rows: 50 });
    await terminal.ended();
    const rest = terminal.raw().replaceAll(/\r\n/g, '\n');
    expect(rest).toContain('cleared');
    expect(rest.split('\n').filter((line) => obeyed.test(line))).toEqual([]);
  });

  it('is harmless line by line, with sources, notes and keys asked for', () => {
    open();
    const session = tenet('review', '--plain', '--unread')
      .typing('\ns\ni\n3\n\ns\n3\n\n3\n\n3\n\n3\nq\n')
      .run();
    expect(session.status).toBe(0);
    expect(session.stdout).toContain('Question first');
    expect(session.stdout).toContain('Answer first');
    expect(harmful(session)).toEqual([]);
  });

  it('is harmless as the name of a deck and of a document', () => {
    open();
    expect(readdirSync(path.join(sitting.folder, 'decks'))).toContain(fileName);
    const cards = tenet('cards', 'name').run();
    expect(cards.stdout).toContain('Is the name shown?');
    expect(harmful(cards)).toEqual([]);
    expect(harmful(tenet('id', path.join('decks', fileName)).run())).toEqual([]);
    expect(harmful(tenet('generate', path.join('source-docs', fileName)).run())).toEqual([]);
  });
});
