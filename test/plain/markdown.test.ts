import { describe, expect, it } from 'vitest';
import { gapEnd, gapStart } from '../../src/model/face.ts';
import { spokenLines } from '../../src/plain/markdown.ts';

describe('spokenLines', () => {
  it('drops marks of emphasis and keeps the words', () => {
    expect(spokenLines('A **bold** and *slanted* `word`.', 'ask')).toEqual([
      'A bold and slanted word.',
    ]);
  });

  it('says "blank" for a gap, with its hint, and the word once it is told', () => {
    const text = `Promised: ${gapStart}${gapEnd} over ${gapStart}a span${gapEnd}.`;
    expect(spokenLines(text, 'ask')).toEqual(['Promised: blank over blank (a span).']);
    expect(spokenLines(`Promised: ${gapStart}**20%**${gapEnd}.`, 'tell')).toEqual([
      'Promised: 20%.',
    ]);
  });

  it('reads a table row by row with its headers', () => {
    const table = '| who | when |\n| --- | --- |\n| Leike | 2021 |\n| Sutskever | 2015 |';
    expect(spokenLines(table, 'ask')).toEqual([
      'Row 1. who: Leike; when: 2021.',
      'Row 2. who: Sutskever; when: 2015.',
    ]);
  });

  it('numbers the items of an ordered list from where it starts', () => {
    expect(spokenLines('3. three\n4. four', 'ask')).toEqual(['3. three', '4. four']);
  });

  it('describes a picture and leaves out what is only markup', () => {
    expect(spokenLines('![a map](map.png) here<br>and <b>there</b>', 'ask')).toEqual([
      'picture: a map here',
      'and there',
    ]);
  });
});
