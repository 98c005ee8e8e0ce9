import { gapEnd, gapStart } from '../model/face.ts';
import { parseMarkdown } from '../markdown/parse.ts';
import { isPlainParagraph } from '../markdown/plain-paragraph.ts';
import type { List, Nodes, PhrasingContent, RootContent, Table } from '../markdown/parse.ts';

/** Whether a gap is read as "blank" (with its hint) or as the word that was hidden. */
export type Gaps = 'ask' | 'tell';

/**
 * A field of Markdown as lines to be read aloud or piped: no boxes, bars or marks of emphasis; a table
 * row by row with its headers, a list item with its number.
 */
export function spokenLines(markdown: string, gaps: Gaps): string[] {
  const text = markdown.trim();
  const lines = isPlainParagraph(text)
    ? [text]
    : parseMarkdown(text).children.flatMap((node) => blockLines(node));
  return fillGaps(lines.join('\n'), gaps)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

const gap = new RegExp(`${gapStart}([^${gapEnd}]*)${gapEnd}`, 'g');

function fillGaps(text: string, gaps: Gaps): string {
  return text.replaceAll(gap, (_, inside: string) => {
    if (gaps === 'tell') return inside;
    return inside === '' ? 'blank' : `blank (${inside})`;
  });
}

function blockLines(node: RootContent): string[] {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return phrase(node.children).split('\n');
    case 'list':
      return listLines(node);
    case 'blockquote':
      return node.children.flatMap(blockLines);
    case 'code':
    case 'math':
      return node.value.split('\n');
    case 'table':
      return tableLines(node);
    case 'footnoteDefinition':
      return node.children
        .flatMap(blockLines)
        .map((line) => `Footnote ${node.identifier}: ${line}`);
    default:
      return 'children' in node ? [phrase(node.children as PhrasingContent[])] : [];
  }
}

function listLines(list: List): string[] {
  return list.children.flatMap((item, index) => {
    const lines = item.children.flatMap((child) => blockLines(child));
    const number = list.ordered === true ? `${(list.start ?? 1) + index}. ` : '';
    const task = typeof item.checked !== 'boolean' ? '' : item.checked ? 'done: ' : 'to do: ';
    return [`${number}${task}${lines[0] ?? ''}`, ...lines.slice(1)];
  });
}

function tableLines(table: Table): string[] {
  const [header, ...rows] = table.children.map((row) =>
    row.children.map((cell) => phrase(cell.children)),
  );
  if (rows.length === 0) return [(header ?? []).join(', ')];
  return rows.map((cells, index) => {
    const parts = cells.map((cell, column) => {
      const name = header?.[column] ?? '';
      return name === '' ? cell : `${name}: ${cell}`;
    });
    return `Row ${index + 1}. ${parts.join('; ')}.`;
  });
}

function phrase(nodes: readonly PhrasingContent[]): string {
  return nodes.map(inline).join('');
}

function inline(node: Nodes): string {
  switch (node.type) {
    case 'text':
      return node.value.replaceAll(/ *\n */g, ' ');
    case 'inlineCode':
    case 'inlineMath':
      return node.value;
    case 'break':
      return '\n';
    case 'image':
    case 'imageReference':
      return `picture: ${node.alt ?? 'without a description'}`;
    case 'footnoteReference':
      return '';
    case 'html':
      return /^<br\s*\/?>$/i.test(node.value) ? '\n' : '';
    default:
      return 'children' in node ? node.children.map(inline).join('') : '';
  }
}
