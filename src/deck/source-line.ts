/** An `S:` line's parts, as written. */
export interface SourceText {
  readonly label: string;
  readonly target: string;
  readonly anchor?: string;
  /** Words after the link that are not in quotation marks. */
  readonly stray?: string;
}

const bareAddress = /^(https?:\/\/\S+)(.*)$/s;
const angledAddress = /^<([^<>\s]+)>(.*)$/s;
const quoted = /^["“](.*)["”]$/s;

/** The end of a bracketed stretch that opens at `open`, escapes and nesting respected; -1 where it never closes. */
function closingOf(text: string, open: number, left: string, right: string): number {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    const character = text[at];
    if (character === '\\') at += 1;
    else if (character === left) depth += 1;
    else if (character === right) {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return -1;
}

interface Link {
  readonly label: string;
  readonly target: string;
  readonly rest: string;
}

function linkAt(text: string): Link | undefined {
  if (!text.startsWith('[')) return addressAt(text);
  const close = closingOf(text, 0, '[', ']');
  if (close === -1 || text[close + 1] !== '(') return undefined;
  const end = closingOf(text, close + 1, '(', ')');
  if (end === -1) return undefined;
  const target = text.slice(close + 2, end).trim();
  if (target === '') return undefined;
  return {
    label: text.slice(1, close).replaceAll(/\\([[\]\\])/g, '$1'),
    target: target.startsWith('<') && target.endsWith('>') ? target.slice(1, -1) : target,
    rest: text.slice(end + 1).trim(),
  };
}

function addressAt(text: string): Link | undefined {
  const found = angledAddress.exec(text) ?? bareAddress.exec(text);
  if (found === null) return undefined;
  const target = found[1] ?? '';
  return { label: target, target, rest: (found[2] ?? '').trim() };
}

/** Reads what follows `S:`; undefined where there is no link. */
export function readSource(text: string): SourceText | undefined {
  const link = linkAt(text.trim());
  if (link === undefined) return undefined;
  const { label, target, rest } = link;
  if (rest === '') return { label, target };
  const anchor = quoted.exec(rest)?.[1]?.trim();
  if (anchor === undefined) return { label, target, stray: rest };
  return anchor === '' ? { label, target } : { label, target, anchor };
}

/** A source as an `S:` line. */
export function printSource({ label, target, anchor }: SourceText): string {
  const safeLabel = oneLine(label).replaceAll(/[[\]\\]/g, String.raw`\$&`);
  const plain = oneLine(target);
  const safeTarget = /[\s()\\]/.test(plain) ? `<${plain.replaceAll(/[<>]/g, '')}>` : plain;
  const quote = anchor === undefined ? '' : ` "${oneLine(anchor)}"`;
  return `S: [${safeLabel}](${safeTarget})${quote}`;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
