import { describe, expect, it } from 'vitest';
import { decodeDocument } from '../../src/sources/decode.ts';
import { TenetError } from '../../src/model/problem.ts';

function refusal(bytes: Uint8Array, path: string): TenetError {
  try {
    decodeDocument(bytes, path);
  } catch (error) {
    if (error instanceof TenetError) return error;
  }
  throw new Error('it was taken');
}

describe('decodeDocument', () => {
  it('reads UTF-8 and UTF-16, and keeps the byte order mark', () => {
    expect(decodeDocument(Buffer.from('\uFEFFö'), 'a.txt')).toBe('\uFEFFö');
    expect(decodeDocument(Buffer.from('\uFEFFö', 'utf16le'), 'a.txt')).toBe('\uFEFFö');
    expect(decodeDocument(Buffer.from('\uFEFFö', 'utf16le').swap16(), 'a.txt')).toBe('\uFEFFö');
  });

  it.each([
    ['paper.pdf', 'x', /a PDF.*pdftotext/],
    ['paper.txt', '%PDF-1.7', /a PDF.*pdftotext/],
    ['book.epub', 'PK\u0003\u0004', /an EPUB.*pandoc/],
    ['text.docx', 'PK\u0003\u0004', /a Word document.*pandoc/],
    ['text.odt', 'PK\u0003\u0004', /an OpenDocument text.*pandoc/],
  ])('names a converter for %s', (path, content, expected) => {
    const { message, hint } = refusal(Buffer.from(content, 'latin1'), path);
    expect(`${message} ${hint}`).toMatch(expected);
  });

  it('says where a binary file shows that it is one', () => {
    expect(refusal(Buffer.from('ab\0c'), 'a.txt').message).toMatch(/a\.txt is not text.*offset 2/);
  });

  it('names a remedy for older encodings', () => {
    const { message, hint } = refusal(Buffer.from('Größe', 'latin1'), 'a.txt');
    expect(message).toMatch(/not valid UTF-8/);
    expect(hint).toMatch(/iconv/);
  });

  it('refuses more than 20 MB', () => {
    expect(refusal(new Uint8Array(20_000_001), 'a.txt').message).toMatch(/21 MB; .* up to 20 MB/);
  });
});
