import type { Hazard } from './hazard.ts';

/** A parser keeps every tag and its place in memory; the longest books on the web have fewer. */
const mostTags = 250_000;
/** Trees are walked with a call for each level. */
const deepest = 400;

const tag = /<(\/?)([a-z][a-z\d-]{0,30})([^<>]*)|<!--/gi;
/** Closed by the next one of their kind, or never. */
const noDepth =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dt|dd|tr|td|th|tbody|thead|tfoot|option|colgroup|html|body|head)$/i;
const rawText = /^(?:script|style|textarea|title)$/i;

/** What in a page's source would take a parser of HTML more memory or stack than there is; undefined for others. */
export function htmlHazardOf(source: string): Hazard | undefined {
  const scan = new RegExp(tag);
  let depth = 0;
  let tags = 0;
  for (let found = scan.exec(source); found !== null; found = scan.exec(source)) {
    const [whole, closing, name = '', rest = ''] = found;
    if (whole === '<!--') {
      scan.lastIndex = pastComment(source, scan.lastIndex);
      continue;
    }
    tags += 1;
    if (!noDepth.test(name) && !rest.endsWith('/'))
      depth = Math.max(0, depth + (closing === '/' ? -1 : 1));
    if (tags > mostTags) return hazardAt(source, found.index, `more than ${mostTags} tags`);
    if (depth > deepest)
      return hazardAt(source, found.index, `elements nested more than ${deepest} deep`);
    if (closing === '' && rawText.test(name)) {
      scan.lastIndex = pastRaw(source, name, scan.lastIndex);
      depth -= 1;
    }
  }
  return undefined;
}

function pastComment(source: string, from: number): number {
  const end = source.indexOf('-->', from);
  return end === -1 ? source.length : end;
}

/** In a script `<` starts no tag. */
function pastRaw(source: string, name: string, from: number): number {
  const end = new RegExp(`</${name}[^>]{0,20}>`, 'gi');
  end.lastIndex = from;
  return end.exec(source) === null ? source.length : end.lastIndex;
}

function hazardAt(source: string, index: number, message: string): Hazard {
  const before = source.slice(0, index);
  const line = before.split('\n').length;
  return { line, column: index - before.lastIndexOf('\n'), message };
}
