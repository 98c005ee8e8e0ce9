import type { Nodes, RootContent } from 'mdast';

/** Keys of all labels that a text may define: more are found than are meant, none that is meant is missing. */
export function definableKeys(text: string): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const { name, colon } of labelsIn(text)) if (colon) keys.add(keyOf(name));
  return keys;
}

/** Counts the labels that are referred to, may be defined, and were not yet. */
export class OpenLabels {
  readonly #definable: ReadonlySet<string>;
  readonly #own = new Set<string>();
  readonly #open = new Set<string>();

  constructor(definable: ReadonlySet<string>) {
    this.#definable = definable;
  }

  get open(): number {
    return this.#open.size;
  }

  read(block: RootContent, text: string): void {
    if (this.#definable.size === 0) return;
    for (const identifier of identifiersIn([block])) {
      this.#own.add(identifier);
      this.#open.delete(identifier);
    }
    const source = text.slice(block.position?.start.offset, block.position?.end.offset);
    for (const { name } of labelsIn(source)) {
      const identifier = identifierOf(name);
      if (this.#definable.has(keyOf(name)) && !this.#own.has(identifier))
        this.#open.add(identifier);
    }
  }
}

/** What the parts of a text define. */
export class Definitions {
  readonly #identifiers = new Map<string, Set<string>>();

  add(blocks: readonly RootContent[]): void {
    for (const identifier of identifiersIn(blocks)) {
      const key = keyOf(identifier);
      const known = this.#identifiers.get(key);
      if (known === undefined) this.#identifiers.set(key, new Set([identifier]));
      else known.add(identifier);
    }
  }

  /** Definitions, to be put before a part, of the labels in it. */
  stubsFor(source: string): string {
    const keys = new Set<string>();
    for (const { name } of labelsIn(source)) keys.add(keyOf(name));
    let stubs = '';
    for (const key of keys)
      for (const identifier of this.#identifiers.get(key) ?? []) stubs += `[${identifier}]: x\n\n`;
    // A rule ends what a footnote might otherwise draw into itself.
    return stubs === '' ? '' : `${stubs}***\n`;
  }
}

/** Whatever may be a label: up to 999 units without brackets, but for escaped ones. */
const label = /\[((?:[^\][\\]|\\[\s\S]){1,999})\](:?)/g;

function* labelsIn(text: string): Generator<{ readonly name: string; readonly colon: boolean }> {
  for (const [, name = '', colon] of text.matchAll(label)) yield { name, colon: colon === ':' };
}

/** The same for all spellings of a label, also where it goes on in the next line of a quote. */
function keyOf(name: string): string {
  return name
    .replaceAll(/[\s>]+/g, '')
    .toLowerCase()
    .toUpperCase();
}

/** What a label is known by: https://spec.commonmark.org/0.31.2/#matches */
function identifierOf(name: string): string {
  return name
    .replaceAll(/[\t\n\r ]+/g, ' ')
    .trim()
    .toLowerCase()
    .toUpperCase()
    .toLowerCase();
}

/** What blocks define, by identifier; a footnote's begins with `^`. */
function identifiersIn(blocks: readonly Nodes[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const block of blocks) collect(block, found);
  return found;
}

function collect(node: Nodes, found: Set<string>): void {
  if (node.type === 'definition') found.add(node.identifier);
  if (node.type === 'footnoteDefinition') found.add(`^${node.identifier}`);
  if ('children' in node) for (const child of node.children) collect(child, found);
}
