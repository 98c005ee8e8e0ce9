/** What the `#key:value` lines at the top of a text file say (anki:rslib/src/import_export/text/csv). */
export interface TextHeaders {
  readonly separator: string;
  /** Cells are HTML. */
  readonly html: boolean;
  /** For every row. */
  readonly tags: readonly string[];
  /** Names of the columns; empty where none are given. */
  readonly columns: readonly string[];
  readonly notetype: string | null;
  readonly deck: string | null;
  /** Columns, from 0, that hold something else than a field. */
  readonly notetypeColumn: number | null;
  readonly deckColumn: number | null;
  readonly tagsColumn: number | null;
  readonly guidColumn: number | null;
}

/** The headers, and where the rows begin. */
export interface HeadedText {
  readonly headers: TextHeaders;
  readonly body: string;
  /** The line of the file, from 1, that the body begins on. */
  readonly firstLine: number;
}

const separators: Readonly<Record<string, string>> = {
  comma: ',',
  semicolon: ';',
  tab: '\t',
  space: ' ',
  pipe: '|',
  colon: ':',
};

/** In the order in which Anki looks for them near the start. */
const guessed = ['\t', '|', ';', ':', ',', ' '];
const headBytes = 8192;

/** Reads the headers; what they do not say is guessed from the rows, as Anki does. */
export function readHeaders(text: string): HeadedText {
  const lines = text.replace(/^\uFEFF/, '').split('\n');
  const values = new Map<string, string>();
  let count = 0;
  const tagsFirst = /^tags:(.*)$/i.exec(lines[0] ?? '')?.[1];
  if (tagsFirst !== undefined) {
    values.set('tags', tagsFirst.trim());
    count = 1;
  }
  for (; lines[count]?.startsWith('#') === true; count += 1) {
    const found = /^#\s*([^:]+?)\s*:(.*)$/.exec((lines[count] ?? '').replace(/\r$/, ''));
    if (found !== null) values.set((found[1] ?? '').toLowerCase(), found[2] ?? '');
  }
  const body = lines.slice(count).join('\n');
  const separator = separatorOf(values.get('separator'), body);
  return { headers: headersOf(values, separator, body), body, firstLine: count + 1 };
}

function separatorOf(value: string | undefined, body: string): string {
  const named =
    separators[(value ?? '').trim().toLowerCase()] ?? (value === '' ? undefined : value);
  if (named !== undefined) return named[0] ?? '\t';
  return guessed.find((each) => body.lastIndexOf(each, headBytes) >= 0) ?? '\t';
}

function headersOf(
  values: ReadonlyMap<string, string>,
  separator: string,
  body: string,
): TextHeaders {
  const text = (key: string) => values.get(key)?.trim() || null;
  const column = (key: string) => {
    const number = Number(values.get(`${key} column`));
    return Number.isInteger(number) && number > 0 ? number - 1 : null;
  };
  const html = text('html');
  return {
    separator,
    html:
      html === null ? /<\/?[a-z][^>\n]*>/i.test(firstLines(body)) : html.toLowerCase() === 'true',
    tags: (text('tags') ?? '').split(/\s+/).filter((tag) => tag !== ''),
    columns: values.has('columns')
      ? (values.get('columns') ?? '').split(separator).map((name) => name.trim())
      : [],
    notetype: text('notetype'),
    deck: text('deck'),
    notetypeColumn: column('notetype'),
    deckColumn: column('deck'),
    tagsColumn: column('tags'),
    guidColumn: column('guid'),
  };
}

function firstLines(body: string): string {
  return body.split('\n').slice(0, 5).join('\n');
}
