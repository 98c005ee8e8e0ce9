import type { Passage, Source } from '../model/source.ts';

export type ItemPassage = Extract<Passage, { readonly kind: 'item' }>;

/** A list of a document with what stands directly above it. */
export interface ListGroup {
  readonly items: readonly ItemPassage[];
  /** The passage directly before its first item: a paragraph that introduces it, or a heading. */
  readonly before: Passage | undefined;
}

/** The lists of a document's body, each with its own items only. */
export function listGroups({ passages }: Source): ListGroup[] {
  const groups = new Map<number, { items: ItemPassage[]; before: Passage | undefined }>();
  for (const [index, passage] of passages.entries()) {
    if (passage.kind !== 'item' || passage.region !== 'body') continue;
    const group = groups.get(passage.list);
    if (group === undefined)
      groups.set(passage.list, { items: [passage], before: passages[index - 1] });
    else group.items.push(passage);
  }
  return [...groups.values()];
}

/** The name that an item begins with, in bold or before a dash, and where its explanation starts. */
export interface NamedItem {
  readonly name: string;
  /** Offset in the item's text; its length where nothing follows. */
  readonly explanation: number;
  /** `bold` ends like a sentence (`**A name.** …`), `dash` like a term (`name — …`). */
  readonly form: 'bold' | 'dash' | 'colon';
}

const longestName = 90;

/** What an item is called; undefined where it is only a sentence. */
export function nameOf(item: Pick<Passage, 'text' | 'marks'>): NamedItem | undefined {
  const { text } = item;
  const strong = item.marks.find((mark) => mark.kind === 'strong' && mark.start === 0);
  const head = text.slice(0, longestName + 10);
  const separator = (
    strong === undefined ? /^(?<name>.{1,90}?)\s(?<sign>[—–]|--?)\s/ : undefined
  )?.exec(head);
  if (strong !== undefined && strong.end <= longestName) return boldName(text, strong.end);
  const name = separator?.groups?.['name'];
  if (separator === undefined || separator === null || name === undefined) return undefined;
  if (/[.!?;]/.test(name) || name.split(' ').length > 8) return undefined;
  return { name, explanation: separator[0].length, form: 'dash' };
}

/** The names of a list's items: each by itself, or what stands before a colon where every item has one. */
export function namesOf(items: readonly ItemPassage[]): readonly (NamedItem | undefined)[] {
  const names = items.map(nameOf);
  if (names.some((name) => name !== undefined)) return names;
  const colons = items.map(colonName);
  return colons.every((name) => name !== undefined) ? colons : names;
}

/** `Cheap ground: nobody wanted the mud.` */
function colonName({ text }: ItemPassage): NamedItem | undefined {
  const found = /^(?<name>\p{Lu}[^.:;!?()“”"]{2,60}): (?=\S)/u.exec(text);
  const name = found?.groups?.['name'];
  return found === null || name === undefined || name.split(' ').length > 8
    ? undefined
    : { name, explanation: found[0].length, form: 'colon' };
}

function boldName(text: string, end: number): NamedItem {
  const raw = text.slice(0, end);
  const name = raw.replace(/[\s.:,—–-]{1,3}$/, '');
  const after = /^\s*(?:([—–]|--?)\s|(:)\s?|\.)?\s*/.exec(text.slice(end, end + 10));
  const sign = raw.endsWith(':') ? ':' : (after?.[1] ?? after?.[2]);
  const form = sign === undefined ? 'bold' : sign === ':' ? 'colon' : 'dash';
  return { name, explanation: end + (after?.[0].length ?? 0), form };
}
