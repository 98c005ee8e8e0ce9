import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../src/cli/commands.ts';
import { settingTable } from '../src/app/collection/setting-table.ts';
import { parseDeck } from '../src/deck/parse.ts';
import { sidesOf } from '../src/deck/sides.ts';

const readme = readFileSync(path.resolve(import.meta.dirname, '../README.md'), 'utf8');
const section = (title: string): string =>
  readme.split(/^## /m).find((part) => part.startsWith(title)) ?? '';

describe('the README', () => {
  it('shows a deck that can be read, of five sides and no problem', () => {
    const deck = /```markdown\n([\s\S]*?)```/.exec(section('A deck'))?.[1] ?? '';
    const parsed = parseDeck(deck, { path: 'decks/reasons.md' });
    expect(parsed.problems).toEqual([]);
    expect(parsed.cards.map(({ kind }) => kind)).toEqual(['basic', 'cloze', 'term']);
    expect(parsed.cards.flatMap(sidesOf)).toHaveLength(5);
  });

  it('names every command and its flags, those of add as what they are: the parts of a card', () => {
    const table = section('Commands');
    for (const { name, options } of commands) {
      const row = table.split('\n').find((line) => line.includes(`tenet ${name}`)) ?? '';
      expect(row, `tenet ${name}`).not.toBe('');
      if (name === 'add') continue;
      for (const { flag } of options) expect(row).toContain(`--${flag}`);
    }
  });

  it('names every setting once, and none that there is not', () => {
    const [, settings = ''] = section('Where things are').split('| setting | means |');
    const rows = settings.matchAll(/`(\w+) = /g);
    const [, others = ''] = /^The others, .*?: (.*)$/m.exec(settings) ?? [];
    const names = [...rows, ...others.matchAll(/`(\w+)`/g)].map(([, name]) => name);
    const known = [...settingTable.map(({ name }) => name), 'collection'];
    expect(names.toSorted()).toEqual(known.toSorted());
  });

  it('links only to files that are there', async () => {
    const { existsSync } = await import('node:fs');
    const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)/g)].map((match) => match[1] ?? '');
    const missing = links.filter(
      (link) => !existsSync(path.resolve(import.meta.dirname, '..', link)),
    );
    expect(missing.filter((link) => link !== 'notes.md')).toEqual([]);
  });
});
