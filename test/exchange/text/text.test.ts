import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHeaders } from '../../../src/exchange/text/headers.ts';
import { readText } from '../../../src/exchange/text/read-text.ts';
import { parseRows, printRow } from '../../../src/exchange/text/rows.ts';
import { writeText } from '../../../src/exchange/text/write-text.ts';
import { card, exported } from '../anki/fixture.ts';

describe('rows', () => {
  it('are parted at separators and line ends outside of quotes', () => {
    expect(parseRows('a;"b;""c""\nd"\r\n\ne;f', ';')).toEqual([
      { line: 1, cells: ['a', 'b;"c"\nd'], quoted: false },
      { line: 4, cells: ['e', 'f'], quoted: false },
    ]);
    expect(parseRows('"a" b,"c"d\n"#e",f\n', ',')).toEqual([
      { line: 1, cells: ['a b', 'cd'], quoted: true },
      { line: 2, cells: ['#e', 'f'], quoted: true },
    ]);
    expect(parseRows('a,"never closed', ',')).toBeNull();
  });

  it('of very many cells on one line are read in time that grows with their number', () => {
    expect(parseRows(`a${',x'.repeat(300_000)}`, ',')?.[0]?.cells).toHaveLength(300_001);
  });

  it('come back as they were printed, whatever is in them', () => {
    const cell = fc.string().filter((text) => !text.includes('\r'));
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 5 }),
        (rows) => {
          const text = rows.map((row) => printRow(row, ',')).join('');
          expect(parseRows(text, ',')?.map(({ cells }) => cells)).toEqual(rows);
        },
      ),
    );
  });
});

describe('header lines', () => {
  it('say what the columns are', () => {
    const { headers, body, firstLine } = readHeaders(
      '\uFEFF#separator:Semicolon\n# HTML : true\n#guid column:1\n#Tags:x y\n#deck:D\n#nonsense\na;b\n',
    );
    expect(headers).toMatchObject({
      separator: ';',
      html: true,
      guidColumn: 0,
      tags: ['x', 'y'],
      deck: 'D',
      notetypeColumn: null,
    });
    expect([body, firstLine]).toEqual(['a;b\n', 7]);
  });

  it('are guessed where they are missing', () => {
    expect(readHeaders('a\tb,c').headers).toMatchObject({ separator: '\t', html: false });
    expect(readHeaders('a,b <b>c</b>').headers).toMatchObject({ separator: ',', html: true });
  });
});

describe('a text file', () => {
  it('gives cards by their columns', () => {
    const text = [
      '#separator:tab',
      '#html:false',
      '#guid column:1',
      '#notetype column:2',
      '#deck column:3',
      '#tags column:6',
      'guid0001\tBasic\tD::E\ta < b\t"two\nlines"\tx y',
      'g,2\tCloze\tD\t{{c1::gap}} here\textra\t',
      'g3\tBasic (and reversed card)\tD\tHund\tdog\t',
      '# a remark',
      'g4\tBasic\tD\t\tno question\t',
    ].join('\n');
    const { cards, leftOut } = readText(text, 'file');
    expect(cards).toMatchObject([
      {
        id: 'guid0001',
        guid: null,
        content: { kind: 'basic', question: 'a < b', answer: 'two\\\nlines' },
        tags: ['x', 'y'],
        deck: 'D::E',
      },
      {
        guid: 'g,2',
        content: { kind: 'cloze', text: '{{c1::gap}} here' },
        note: 'extra',
        ords: [0],
      },
      { guid: 'g3', content: { kind: 'term', term: 'Hund', definition: 'dog' } },
    ]);
    expect(leftOut).toEqual(['its first field is empty']);
  });

  it('without headers is questions and answers', () => {
    expect(readText('q,a\n"q, 2",a2\n', 'file').cards.map(({ content }) => content)).toEqual([
      { kind: 'basic', question: 'q', answer: 'a' },
      { kind: 'basic', question: 'q, 2', answer: 'a2' },
    ]);
  });

  it('with a quote that never closes is refused with its name', () => {
    expect(() => readText('a,"b', 'words.csv')).toThrow(/words\.csv: a quotation mark/);
  });

  it('that tenet wrote reads back', () => {
    const basic = card({
      kind: 'basic',
      question: '#1 with "quotes"',
      answer: 'a *b*',
      note: 'n',
      tags: ['t'],
    });
    const text = writeText([exported(basic)], () => ({ name: () => null }), 'tab');
    expect(text).toMatch(/^#separator:tab\n#html:true\n#guid column:1\n/);
    expect(readText(text, 'file').cards).toMatchObject([
      {
        id: basic.id,
        content: { kind: 'basic', question: '\\#1 with "quotes"', answer: 'a *b*\n\nn' },
        tags: ['t'],
        deck: 'Deck',
      },
    ]);
  });
});
