import type { LintSwitch } from '../model/card.ts';

/** What a card's own comment says: `<!-- id: x; guid: y; list; type; off: Q08 reason -->`. */
export interface CardComment {
  readonly id?: string;
  readonly guid?: string;
  readonly list?: boolean;
  readonly typed?: boolean;
  readonly off?: readonly LintSwitch[];
}

/** A comment line, read: a card's own, an ordinary remark, or one that mixes known and unknown keys. */
export type CommentReading =
  | { readonly kind: 'card'; readonly comment: CardComment }
  | { readonly kind: 'remark' }
  | { readonly kind: 'mixed'; readonly unknown: string };

const commentLine = /^ {0,3}<!--(.*)-->[ \t\r]*$/;
const keyed = /^([A-Za-z][\w-]*)[ \t]*:(.*)$/s;

interface Part {
  readonly key: string;
  readonly value: string | undefined;
}

/** A part goes on to the next `;` outside quotation marks. */
const bodyPart = /(?:"(?:[^"\\]|\\.)*"|[^;])+/g;

function partsOf(body: string): readonly Part[] {
  return (body.match(bodyPart) ?? [])
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const found = keyed.exec(part);
      return found === null
        ? { key: part, value: undefined }
        : { key: found[1] ?? '', value: (found[2] ?? '').trim() };
    });
}

function apply(comment: CardComment, { key, value }: Part): CardComment | undefined {
  if (value === undefined) {
    if (key === 'list') return { ...comment, list: true };
    return key === 'type' ? { ...comment, typed: true } : undefined;
  }
  if (key === 'id') return { ...comment, id: value };
  if (key === 'guid') return { ...comment, guid: readGuid(value) };
  if (key !== 'off') return undefined;
  const [rule = '', ...reason] = value.split(/\s+/);
  return { ...comment, off: [...(comment.off ?? []), { rule, reason: reason.join(' ') }] };
}

/** Anki's GUIDs may hold any mark: those that a comment cannot hold stand in a JSON string. */
function readGuid(value: string): string {
  if (!value.startsWith('"')) return value;
  try {
    const guid: unknown = JSON.parse(value);
    return typeof guid === 'string' ? guid : value;
  } catch {
    return value;
  }
}

function printGuid(guid: string): string {
  if (/^[^\s;"]+$/.test(guid) && !guid.includes('--')) return guid;
  return JSON.stringify(guid).replaceAll('>', '\\u003e').replaceAll(';', '\\u003b');
}

/** Reads a line as a card's comment. Unknown keys make it a remark, or `mixed` where known ones stand beside them. */
export function readComment(line: string): CommentReading {
  const body = commentLine.exec(line)?.[1];
  if (body === undefined || body.includes('-->')) return { kind: 'remark' };
  let comment: CardComment = {};
  let known = 0;
  let unknown: string | undefined;
  for (const part of partsOf(body)) {
    const next = apply(comment, part);
    if (next === undefined) unknown ??= part.key;
    else {
      comment = next;
      if (part.value !== undefined) known += 1;
    }
  }
  if (unknown !== undefined) return known > 0 ? { kind: 'mixed', unknown } : { kind: 'remark' };
  return Object.keys(comment).length === 0 ? { kind: 'remark' } : { kind: 'card', comment };
}

/** What would end the comment or start its next part, taken out of a value. */
function safe(value: string): string {
  return value
    .replaceAll(/--+>?|;|\s+/g, ' ')
    .replaceAll('"', "'")
    .trim();
}

/** The comment as a line, or an empty string where it says nothing. */
export function printComment(comment: CardComment): string {
  const parts = [
    ...(comment.id === undefined ? [] : [`id: ${safe(comment.id)}`]),
    ...(comment.guid === undefined ? [] : [`guid: ${printGuid(comment.guid)}`]),
    ...(comment.list === true ? ['list'] : []),
    ...(comment.typed === true ? ['type'] : []),
    ...(comment.off ?? []).map(({ rule, reason }) => safe(`off: ${rule} ${reason}`)),
  ];
  return parts.length === 0 ? '' : `<!-- ${parts.join('; ')} -->`;
}
