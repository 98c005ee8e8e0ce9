/** A value of front matter: text, a list of texts, nothing, or a form that is not read. */
export type YamlValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly texts: readonly string[] }
  | { readonly kind: 'none' }
  | { readonly kind: 'unread' };

export interface YamlEntry {
  readonly key: string;
  /** Its line, from 0. */
  readonly line: number;
  readonly value: YamlValue;
}

const keyLine = /^(?:"([^"]+)"|'([^']+)'|([A-Za-z_][\w.-]*))[ \t]*:(?:[ \t]+(.*))?$/;
const blockScalar = /^[|>][-+0-9]*(?:[ \t]+#.*)?$/;
const sequenceItem = /^\s*-(?:\s+(.*))?$/;

function withoutComment(text: string): string {
  const at = text.search(/(?:^|\s)#/);
  return (at === -1 ? text : text.slice(0, at)).trim();
}

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  '"': '"',
  '\\': '\\',
  '/': '/',
};

/** A quoted scalar at the start of a text, and what follows it. */
function quoted(text: string): { value: string; rest: string } | undefined {
  const single = /^'((?:[^']|'')*)'(.*)$/s.exec(text);
  if (single !== null)
    return { value: (single[1] ?? '').replaceAll("''", "'"), rest: single[2] ?? '' };
  const double = /^"((?:[^"\\]|\\.)*)"(.*)$/s.exec(text);
  if (double === null) return undefined;
  const value = (double[1] ?? '').replaceAll(
    /\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))/gs,
    (whole, long?: string, short?: string, letter = '') => {
      const code = long ?? short;
      return code === undefined
        ? (escapes[letter] ?? whole)
        : String.fromCharCode(Number.parseInt(code, 16));
    },
  );
  return { value, rest: double[2] ?? '' };
}

function scalar(text: string): string | undefined {
  if (/^["']/.test(text)) {
    const found = quoted(text);
    return found !== undefined && withoutComment(` ${found.rest}`) === '' ? found.value : undefined;
  }
  return /^[&*!|>{}[\]%@`]/.test(text) ? undefined : withoutComment(text);
}

function flowList(text: string): readonly string[] | undefined {
  const texts: string[] = [];
  let rest = text.slice(1).trim();
  while (rest !== '' && !rest.startsWith(']')) {
    const found = quoted(rest);
    const plain = found === undefined ? /^[^,[\]{}"'#]+/.exec(rest)?.[0] : undefined;
    const value = found?.value ?? plain?.trim();
    if (value === undefined) return undefined;
    if (value !== '') texts.push(value);
    rest = (found?.rest ?? rest.slice(plain?.length ?? 0)).trim();
    if (rest.startsWith(',')) rest = rest.slice(1).trim();
    else if (!rest.startsWith(']')) return undefined;
  }
  return rest.startsWith(']') && withoutComment(rest.slice(1)) === '' ? texts : undefined;
}

const unread: YamlValue = { kind: 'unread' };

function listValue(texts: readonly (string | undefined)[]): YamlValue {
  const known = texts.filter((text) => text !== undefined);
  return known.length === texts.length ? { kind: 'list', texts: known } : unread;
}

function blockList(lines: readonly string[]): YamlValue {
  const items: string[] = [];
  for (const line of lines) {
    const found = sequenceItem.exec(line);
    if (found !== null) items.push(found[1] ?? '');
    else if (items.length === 0) return unread;
    else items.push(`${items.pop()} ${line.trim()}`);
  }
  return listValue(items.map(scalar));
}

/** Reads the value that starts on a key's line and goes on over the lines below it. */
function valueOf(first: string, below: readonly string[]): YamlValue {
  const more = below.filter((line) => line.trim() !== '' && !line.trim().startsWith('#'));
  if (blockScalar.test(first))
    return {
      kind: 'text',
      text: below
        .map((line) => line.trim())
        .join('\n')
        .trim(),
    };
  if (withoutComment(first) === '' && more[0]?.trim().startsWith('-') === true)
    return blockList(more);
  const text = [first, ...more.map((line) => line.trim())].join(' ').trim();
  if (text.startsWith('[')) {
    const texts = flowList(text);
    return texts === undefined ? unread : { kind: 'list', texts };
  }
  if (['', '~', 'null'].includes(withoutComment(text))) return { kind: 'none' };
  const value = scalar(text);
  return value === undefined ? unread : { kind: 'text', text: value };
}

function belongsBelow(line: string): boolean {
  return line.trim() === '' || /^[\s#\]-]/.test(line);
}

/**
 * Reads the wanted top-level keys of a YAML block whose values are texts or lists of texts, in every way
 * that people write those; other keys may hold anything and are passed over. A full YAML reader costs
 * more at start-up than a thousand of these blocks.
 */
export function readYaml(
  lines: readonly string[],
  wanted: ReadonlySet<string>,
): readonly YamlEntry[] {
  const entries: YamlEntry[] = [];
  for (let line = 0; line < lines.length; line += 1) {
    const found = keyLine.exec((lines[line] ?? '').trimEnd());
    const key = found?.[1] ?? found?.[2] ?? found?.[3];
    if (found === null || key === undefined || !wanted.has(key)) continue;
    let end = line + 1;
    while (end < lines.length && belongsBelow(lines[end] ?? '')) end += 1;
    entries.push({ key, line, value: valueOf(found[4] ?? '', lines.slice(line + 1, end)) });
    line = end - 1;
  }
  return entries;
}
