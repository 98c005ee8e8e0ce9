import type { Nodes } from 'mdast';
import { parseMarkdown } from './parse.ts';

/** The targets of a text's pictures, `![…](target)` and `![…][label]`, as written and in their order. */
export function mediaTargets(text: string): readonly string[] {
  if (!text.includes('![')) return [];
  const tree = parseMarkdown(text);
  const labelled = new Map<string, string>();
  const targets: (string | undefined)[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'definition' && !labelled.has(node.identifier))
      labelled.set(node.identifier, node.url);
    if ('children' in node) node.children.forEach(visit);
  };
  const collect = (node: Nodes): void => {
    if (node.type === 'image') targets.push(node.url);
    if (node.type === 'imageReference') targets.push(labelled.get(node.identifier));
    if ('children' in node) node.children.forEach(collect);
  };
  visit(tree);
  collect(tree);
  return targets.filter((target) => target !== undefined);
}
