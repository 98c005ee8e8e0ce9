import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { viewSources } from '../../../src/app/documents/source-view.ts';
import type { SourceRef } from '../../../src/model/card.ts';
import { TemporaryCollection } from '../temporary-collection.ts';

const chapter = `# Rocks

Before all.

## Minerals

### Which mineral is the hardest?

Diamond scratches every other mineral.[^1] It is pure carbon.

A second paragraph about talc.

## Layers

The crust scratches every other mineral too.

[^1]: [Atlas](ORIGINALS.md#atlas) "diamond scratches"
`;

const originals = `# Originals

## Atlas

- title: An atlas of stones
- author: Ada Stone
- year: 1998
- address: https://example.org/atlas
- held: no

## Nameless

- title: Notes
- author: unknown
`;

let tenet: TemporaryCollection;

beforeEach(() => {
  tenet = new TemporaryCollection({
    'source-docs/01 rocks.md': chapter,
    'source-docs/ORIGINALS.md': originals,
  });
});

afterEach(() => tenet.dispose());

function view(target: string, anchor?: string) {
  const place = { file: 'decks/geology.md', line: 5, column: 1 };
  const ref: SourceRef = {
    label: 'Rocks',
    target,
    place,
    ...(anchor === undefined ? {} : { anchor }),
  };
  const [only] = viewSources({ root: tenet.folder }, 'decks/geology.md', [ref]);
  if (only === undefined) throw new Error('nothing was shown');
  return only;
}

describe('a source', () => {
  it('is shown as a passage in its document, with the anchor marked', () => {
    const shown = view('../source-docs/01%20rocks.md#minerals', 'scratches every other');
    expect(shown).toMatchObject({ title: 'Rocks', problem: null });
    expect(shown.passage).toContain('Diamond scratches every other mineral.');
    const { start, end } = shown.anchor ?? { start: 0, end: 0 };
    expect(shown.passage.slice(start, end)).toBe('scratches every other');
    expect(shown.before).toContain('### Which mineral');
    expect(shown.after).toContain('talc');
  });

  it('is shown with the mark of the list that it is an item of', () => {
    tenet.write(
      'source-docs/02 items.md',
      '# Items\n\n- **talc** is soft.\n- **quartz** is hard.\n',
    );
    const shown = view('../source-docs/02%20items.md', 'quartz is hard');
    expect(shown).toMatchObject({ passage: '- **quartz** is hard.' });
    const { start, end } = shown.anchor ?? { start: 0, end: 0 };
    expect(shown.passage.slice(start, end)).toContain('quartz');
  });

  it('names the originals that the passage cites', () => {
    expect(view('../source-docs/01%20rocks.md#minerals', 'scratches every other').details).toBe(
      'An atlas of stones, Ada Stone, 1998, https://example.org/atlas',
    );
  });

  it('without an anchor is the first passage under its heading', () => {
    const shown = view('../source-docs/01%20rocks.md#layers');
    expect(shown.passage).toContain('The crust');
    expect(shown).toMatchObject({ anchor: null, problem: null });
  });

  it('says when the anchor is gone, or stands there more than once', () => {
    expect(view('../source-docs/01%20rocks.md', 'granite is soft')).toMatchObject({
      anchor: null,
      problem: '“granite is soft” does not stand there any more.',
    });
    expect(view('../source-docs/01%20rocks.md', 'scratches every other').problem).toContain(
      'stands there 2 times',
    );
  });

  it('says when the heading or the document is gone', () => {
    expect(view('../source-docs/01%20rocks.md#nowhere').problem).toContain('no heading "nowhere"');
    expect(view('../source-docs/02.md').problem).toContain('no such file');
  });

  it('that is an original is named with its details and the words to look for', () => {
    expect(view('../source-docs/ORIGINALS.md#atlas', 'diamond scratches')).toMatchObject({
      title: 'An atlas of stones',
      details: 'Ada Stone, 1998, https://example.org/atlas',
      passage: 'diamond scratches',
    });
    expect(view('../source-docs/ORIGINALS.md#nameless')).toMatchObject({
      title: 'Notes',
      details: '',
    });
  });

  it('on the net is named and not opened', () => {
    expect(view('https://example.org/x.md#a')).toMatchObject({
      title: 'Rocks',
      details: 'https://example.org/x.md#a',
      passage: '',
    });
    expect(view('file:///etc/passwd').problem).toContain('does not open');
    expect(view('//example.org/x').problem).toContain('does not open');
  });

  it('outside the collection is refused, by path and by link', () => {
    const outside = path.join(tenet.folder, '..', `${path.basename(tenet.folder)}-secret.md`);
    writeFileSync(outside, 'A secret.\n');
    mkdirSync(path.join(tenet.folder, 'docs'));
    symlinkSync(outside, path.join(tenet.folder, 'docs/inside.md'));
    for (const target of [
      `../../${path.basename(outside)}`,
      outside,
      '../docs/inside.md',
      '..%2f..%2fetc/passwd',
    ]) {
      expect(view(target)).toMatchObject({
        passage: '',
        problem: expect.stringContaining('outside'),
      });
    }
  });
});
