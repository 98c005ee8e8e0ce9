import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { openDialog } from '../../src/plain/dialog.ts';

function said(line: string, columns?: number): string {
  const output = new PassThrough();
  const dialog = openDialog(new PassThrough(), Object.assign(output, { columns }));
  dialog.say(line);
  dialog.close();
  return String(output.read());
}

describe('a line in lines', () => {
  const line = 'What you recall comes back after days, then weeks, then months.';

  it('stays one line where there are no rows', () => {
    expect(said(line)).toBe(`${line}\n`);
  });

  it('goes on in the next row of a terminal between two words', () => {
    expect(said(line, 24)).toBe(
      'What you recall comes\nback after days, then\nweeks, then months.\n',
    );
    expect(said('a https://example.org/a-long-address b', 12)).toBe(
      'a\nhttps://example.org/a-long-address\nb\n',
    );
    expect(said('short', 24)).toBe('short\n');
  });
});
