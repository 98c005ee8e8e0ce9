import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reportCoverage } from '../../../src/app/generate/coverage.ts';
import { documentsPassedOver } from '../../../src/app/generate/passed-over.ts';
import { GeneratedCollection } from '../generated-collection.ts';

let home: GeneratedCollection;

beforeEach(() => {
  home = new GeneratedCollection({ 'docs/bees.md': '# Bees\n\nBees dance in the dark hive.\n' });
});
afterEach(() => home.dispose());

describe('documents in formats that tenet does not read', () => {
  it('are counted for each folder, with some of their names and how they become text', () => {
    for (const file of ['d.docx', 'c.pdf', 'b.pdf', 'a.PDF']) home.write(`docs/${file}`, 'x');
    const [said, ...others] = documentsPassedOver([home.at('docs')], home.folder, []);
    expect(others).toEqual([]);
    expect(said).toMatchObject({ file: 'docs', severity: 'info', rule: 'documents-passed-over' });
    expect(said?.message).toBe(
      '4 files were passed over, in formats that tenet does not read: a.PDF (a PDF), b.pdf (a PDF), c.pdf (a PDF), and 1 more',
    );
    expect(said?.remedy).toBe(
      'Turn them into text first: pdftotext -layout FILE.pdf FILE.txt; pandoc FILE.docx -t gfm -o FILE.md',
    );
  });

  it('are not spoken of where there are none, where they are hidden, or among cards', () => {
    home.write('docs/.cache/a.pdf', 'x');
    home.write('docs/decks/b.pdf', 'x');
    home.write('docs/picture.png', 'x');
    expect(documentsPassedOver([home.at('docs')], home.folder, [home.at('docs/decks')])).toEqual(
      [],
    );
  });

  it('are no error of a run or of a report', async () => {
    home.write('docs/a.pdf', 'x');
    const expected = [expect.objectContaining({ severity: 'info', file: 'docs' })];
    expect((await home.generate({ mode: 'plan' })).problems).toEqual(expected);
    const { problems } = reportCoverage({
      root: home.folder,
      decks: home.at('decks'),
      drafts: home.at('drafts'),
      names: [home.at('docs')],
    });
    expect(problems).toEqual(expected);
  });

  it('are named where a folder holds nothing else', async () => {
    home.write('papers/a.pdf', 'x');
    await expect(home.generate({ names: [home.at('papers')] })).rejects.toMatchObject({
      message: expect.stringContaining('There are no documents in') as string,
      problems: [{ rule: 'documents-passed-over', file: 'papers' }],
    });
  });
});
