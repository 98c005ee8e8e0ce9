import { describe, expect, it } from 'vitest';
import type { CommandContext } from '../../src/cli/command.ts';
import { sayJson, sayTable } from '../../src/cli/output.ts';

/** What is written to a stdout that is a terminal or is none. */
function written(isTTY: boolean, work: (context: CommandContext) => void): string {
  let all = '';
  const stdout = { isTTY, write: (text: string) => (all += text) };
  work({ stdout } as unknown as CommandContext);
  return all;
}

describe('a table on stdout', () => {
  const table = 'front\tback\n\u001b]0;title\u0007one\u009b2J\t\u202etwo\n';

  it('is whole in a file or a pipe', () => {
    expect(written(false, (context) => sayTable(context, table))).toBe(table);
  });

  it('has nothing in a terminal that this would obey', () => {
    expect(written(true, (context) => sayTable(context, table))).toBe(
      'front    back\none    two\n',
    );
  });
});

describe('JSON on stdout', () => {
  it('escapes what a terminal would obey, also in a pipe', () => {
    const value = { text: '\u001b[2J\u009b\u200b\u{e0041}' };
    for (const isTTY of [true, false]) {
      const json = written(isTTY, (context) => sayJson(context, value));
      expect(json).toBe('{\n  "text": "\\u001b[2J\\u009b\\u200b\\udb40\\udc41"\n}\n');
      expect(JSON.parse(json)).toEqual(value);
    }
  });
});
