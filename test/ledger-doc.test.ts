import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fates } from '../src/ledger/entry.ts';
import { fieldNames } from '../src/ledger/fields.ts';

const page = readFileSync(path.resolve(import.meta.dirname, '../docs/ledger.md'), 'utf8');

describe('the page about the ledger', () => {
  it('lists the fields of a line in their order', () => {
    expect(page.match(/(?<=^\| `)[a-z]+(?=` \|)/gm)).toEqual(fieldNames);
  });

  it('lists every fate', () => {
    const row = page.match(/^\| `fate` \|(.*)\|$/m)?.[1] ?? '';
    expect(row.match(/(?<=`)[a-z]+(?=`)/g)).toEqual(fates);
  });
});
