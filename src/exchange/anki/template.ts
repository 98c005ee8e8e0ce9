import { replaceClosed } from '../../markdown/replace-closed.ts';
import { withoutMarkup } from './stripped.ts';

/** A card template, read: text, fields with their filters, and conditional parts. */
export type TemplateNode =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'field'; readonly name: string; readonly filters: readonly string[] }
  | {
      readonly kind: 'when';
      readonly name: string;
      readonly filled: boolean;
      readonly nodes: readonly TemplateNode[];
    };

interface Open {
  readonly name: string;
  readonly filled: boolean;
  readonly nodes: TemplateNode[];
}

const token = /\{\{\s*([#^/]?)\s*([^{}]*?)\s*\}\}/g;

/** Nobody nests conditions like this; what is deeper counts as met. */
const deepest = 64;

/** Reads a template of Anki's; what is not closed is closed at the end. */
export function parseTemplate(template: string): readonly TemplateNode[] {
  const source = replaceClosed(template, '-->', /<!--[\s\S]*?-->/g, () => '');
  const root: TemplateNode[] = [];
  const stack: Open[] = [];
  const here = () => stack.at(-1)?.nodes ?? root;
  let at = 0;
  for (const found of source.matchAll(token)) {
    if (found.index > at) here().push({ kind: 'text', text: source.slice(at, found.index) });
    at = found.index + found[0].length;
    const [, sign, name = ''] = found;
    if (sign === '#' || sign === '^') {
      if (stack.length < deepest) stack.push({ name, filled: sign === '#', nodes: [] });
    } else if (sign === '/') closeUpTo(stack, name, here);
    else here().push(fieldNode(name));
  }
  if (at < source.length) here().push({ kind: 'text', text: source.slice(at) });
  while (stack.length > 0) closeUpTo(stack, stack.at(-1)?.name ?? '', here);
  return root;
}

function closeUpTo(stack: Open[], name: string, here: () => TemplateNode[]): void {
  if (!stack.some((open) => open.name === name)) return;
  for (let open = stack.pop(); open !== undefined; open = stack.pop()) {
    here().push({ kind: 'when', ...open });
    if (open.name === name) return;
  }
}

function fieldNode(reference: string): TemplateNode {
  const parts = reference.split(':').map((part) => part.trim());
  return { kind: 'field', name: parts.at(-1) ?? '', filters: parts.slice(0, -1) };
}

/** What a template is filled with. */
export interface Filling {
  /** HTML by the name of the field. */
  readonly fields: ReadonlyMap<string, string>;
  /** The number of the cloze that the card asks, from 1. */
  readonly cloze: number;
  readonly side: 'question' | 'answer';
}

/** The HTML of a card's side, without the question that Anki repeats above an answer. */
export function renderTemplate(nodes: readonly TemplateNode[], filling: Filling): string {
  return nodes
    .map((node) => {
      if (node.kind === 'text') return node.text;
      if (node.kind === 'field') return fieldHtml(node.name, node.filters, filling);
      const isFilled = (filling.fields.get(node.name) ?? '').trim() !== '';
      return isFilled === node.filled ? renderTemplate(node.nodes, filling) : '';
    })
    .join('');
}

function fieldHtml(name: string, filters: readonly string[], filling: Filling): string {
  if (name === 'FrontSide') return '';
  const value = filling.fields.get(name) ?? '';
  // Anki applies the filter next to the field first; unknown ones change nothing.
  return filters.toReversed().reduce((html, filter) => filtered(html, filter, filling), value);
}

function filtered(html: string, filter: string, { cloze, side }: Filling): string {
  switch (filter) {
    case 'text':
      return withoutMarkup(html, () => '');
    case 'cloze':
      return clozeHtml(html, cloze, side);
    case 'type':
      return side === 'question' ? '' : html;
    default:
      return html;
  }
}

interface Deletion {
  readonly opening: string;
  readonly numbers: string;
  text: string;
  hint: string | null;
}

const clozeToken = /\{\{c([\d,]+)::|\}\}|::/g;

/** The deletion that is asked as `[…]` or `[hint]`, then in bold; all others as plain text. */
function clozeHtml(html: string, asked: number, side: Filling['side']): string {
  const root: Deletion = { opening: '', numbers: '', text: '', hint: null };
  const open: Deletion[] = [root];
  const write = (text: string) => {
    const here = open.at(-1) ?? root;
    if (here.hint === null) here.text += text;
    else here.hint += text;
  };
  let at = 0;
  for (const found of html.matchAll(clozeToken)) {
    const [token, numbers] = found;
    write(html.slice(at, found.index));
    at = found.index + token.length;
    const here = open.at(-1) ?? root;
    if (numbers !== undefined) open.push({ opening: token, numbers, text: '', hint: null });
    else if (here === root) write(token);
    else if (token === '}}') {
      open.pop();
      write(shownDeletion(here, asked, side));
    } else if (here.hint === null) here.hint = '';
    else write(token);
  }
  write(html.slice(at));
  return open
    .map(({ opening, text, hint }) => opening + text + (hint === null ? '' : `::${hint}`))
    .join('');
}

function shownDeletion(
  { numbers, text, hint }: Deletion,
  asked: number,
  side: Filling['side'],
): string {
  if (!numbers.split(',').map(Number).includes(asked)) return text;
  return side === 'question' ? `[${hint ?? '…'}]` : `<b>${text}</b>`;
}

/** All fields that a template can show, in order, with whether only a condition lets them. */
export function fieldsShown(
  nodes: readonly TemplateNode[],
): readonly { readonly name: string; readonly filters: readonly string[] }[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'text') return [];
    if (node.kind === 'when') return fieldsShown(node.nodes);
    return [{ name: node.name, filters: node.filters }];
  });
}
