import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportJson } from '../../../src/app/export/json.ts';
import { collectionWith } from '../exchange-support.ts';

/** DEL, C1, a mark of direction, an invisible space, a tag beyond the first 65,536 characters. */
const obeyed = '\u007f \u009b2J \u202e \u200b \u{e0041}';

describe('exportJson', () => {
  it('has no character raw that a terminal would obey, and says the same', async () => {
    const deck = `Q: What is ${obeyed}?\nA: ${obeyed}\u001b[2J\n`;
    const made = await collectionWith({ 'decks/a.md': deck });
    const out = path.join(made.root, 'all.json');
    const { text } = exportJson(made.open, { out });
    // oxlint-disable-next-line no-control-regex -- these characters are what this test is about
    expect(text).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f\u202e\u200b\u{e0041}]/u);
    expect(text).toContain('\\u007f \\u009b2J \\u202e \\u200b \\udb40\\udc41');
    const { decks } = JSON.parse(text) as { readonly decks: readonly { readonly text: string }[] };
    expect(decks.map(({ text: own }) => own)).toEqual([deck]);
    expect(readFileSync(out, 'utf8')).toBe(text);
    made.open.close();
  });
});
