import { TenetError } from '../model/problem.ts';

interface Foreign {
  readonly name: string;
  readonly extension: RegExp;
  /** How the file begins; undefined where only its name tells. */
  readonly magic?: string;
  readonly convert: string;
}

const foreign: readonly Foreign[] = [
  {
    name: 'a PDF',
    extension: /\.pdf$/i,
    magic: '%PDF-',
    convert: 'pdftotext -layout FILE.pdf FILE.txt',
  },
  { name: 'an EPUB', extension: /\.epub$/i, convert: 'pandoc FILE.epub -t gfm -o FILE.md' },
  {
    name: 'a Word document',
    extension: /\.docx?$/i,
    convert: 'pandoc FILE.docx -t gfm -o FILE.md',
  },
  {
    name: 'an OpenDocument text',
    extension: /\.odt$/i,
    convert: 'pandoc FILE.odt -t gfm -o FILE.md',
  },
  {
    name: 'an RTF text',
    extension: /\.rtf$/i,
    magic: '{\\rtf',
    convert: 'pandoc FILE.rtf -t gfm -o FILE.md',
  },
];

/** What a file of this name is and how it becomes text, where tenet does not read its format. */
export function foreignFormat(
  file: string,
): { readonly name: string; readonly convert: string } | undefined {
  const known = foreign.find(({ extension }) => extension.test(file));
  return known === undefined ? undefined : { name: known.name, convert: known.convert };
}

/** Larger documents do not fit the bounds on time and memory that tenet promises. */
const largestDocumentBytes = 20_000_000;

/**
 * The text of a document, with its byte order mark. Throws `TenetError`, naming a converter where there
 * is one, for what is not text: PDF, EPUB, Word, any other binary, and encodings other than Unicode's.
 */
export function decodeDocument(bytes: Uint8Array, path: string): string {
  const start = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  const known = foreign.find(
    ({ extension, magic }) =>
      extension.test(path) || (magic !== undefined && start.startsWith(magic)),
  );
  if (known !== undefined)
    throw new TenetError(`${path} is ${known.name}, which tenet does not read.`, {
      hint: `Turn it into text first: ${known.convert}`,
    });
  if (bytes.length > largestDocumentBytes)
    throw new TenetError(
      `${path} is ${Math.ceil(bytes.length / 1e6)} MB; tenet reads documents of up to ${largestDocumentBytes / 1e6} MB.`,
      { hint: 'Split it into parts.' },
    );
  const text = decode(bytes, path);
  const nul = text.indexOf('\0');
  if (nul !== -1) throw binary(path, `it has a null character at offset ${nul}`);
  return text;
}

function decode(bytes: Uint8Array, path: string): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    throw binary(path, `it is not valid ${encoding.toUpperCase()}`, error);
  }
}

function binary(path: string, why: string, cause?: unknown): TenetError {
  return new TenetError(`${path} is not text that tenet can read: ${why}.`, {
    hint: 'For text in an older encoding: iconv -f ISO-8859-1 -t UTF-8 FILE > FILE.txt',
    cause,
  });
}
