import { cpSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportAnki } from '../../src/app/export/anki.ts';
import { fieldIndex } from '../../src/exchange/anki/note-types.ts';
import { readPackage } from '../../src/exchange/anki/read-package.ts';
import { stripped } from '../../src/exchange/anki/stripped.ts';
import { openZip } from '../../src/exchange/zip/read.ts';
import { collectionWith } from './exchange-support.ts';

const project = path.resolve(import.meta.dirname, '../..');

describe('the decks that come with tenet, as a package of Anki', () => {
  it('say where a card leans on a source that nobody checked, in what is shown', async () => {
    const { open, root } = await collectionWith({});
    for (const folder of ['decks', 'source-docs'])
      cpSync(path.join(project, folder), path.join(root, folder), { recursive: true });
    const out = path.join(root, 'out.apkg');
    await exportAnki(open, { out, history: false });
    const { collection } = await readPackage(await openZip(out, out), out);
    const tagged = collection.notes.filter(({ tags }) => tags.includes('secondhand'));
    expect(tagged.length).toBeGreaterThan(10);
    for (const { fields } of tagged)
      expect(stripped(fields[fieldIndex.source] ?? '')).toContain('secondary source, not checked');
    // Without the tag, an unchecked source only stands beside one that was checked.
    const others = collection.notes
      .filter(({ tags }) => !tags.includes('secondhand'))
      .map(({ fields }) => fields[fieldIndex.source] ?? '')
      .filter((source) => source.includes('secondary source'));
    for (const source of others)
      expect(source.match(/data-target="[^"]*ORIGINALS\.md#[^"]*"/g)?.length).toBeGreaterThan(1);
    for (const { templates } of collection.notetypes)
      for (const { answer } of templates) expect(answer).toContain('{{Source}}');
  });
});
