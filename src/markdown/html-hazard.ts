import type { Hazard } from './hazard.ts';

/** A parser keeps every tag and its place in memory; the longest books on the web have fewer. */
const mostTags = 250_000;
/** Trees are walked with a call for each level. */
const deepest = 400;

const tag = /<(\/?)([a-z][a-z\d-]{0,30})([^<>]*)|<!--/gi;
/** Closed by the next one of their kind, or never. */
const noDepth =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dt|dd|option|colgroup|html|body|head)$/;
/** A second one inside ends the first. */
const endsItsLike = /^(?:a|button|nobr)$/;
const rowPart = /^(?:tr|tbody|thead|tfoot)$/;
const cell = /^(?:td|th)$/;
/** Its end leaves open what was begun inside it. */
const formatting = /^(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)$/;
/** What is open outside of these is not closed by an end inside them. */
const walls = /^(?:td|th|caption|table|template|object|marquee|applet)$/;
const rawText = /^(?:script|style|textarea|title)$/i;

/** What in a page's source would take a parser of HTML more memory or stack than there is; undefined for others. */
export function htmlHazardOf(source: string): Hazard | undefined {
  const scan = new RegExp(tag);
  const open: string[] = [];
  let tags = 0;
  for (let found = scan.exec(source); found !== null; found = scan.exec(source)) {
    const [whole, closing, written = '', rest = ''] = found;
    const name = written.toLowerCase();
    if (whole === '<!--') {
      scan.lastIndex = pastComment(source, scan.lastIndex);
      continue;
    }
    tags += 1;
    if (tags > mostTags) return hazardAt(source, found.index, `more than ${mostTags} tags`);
    if (closing === '' && rawText.test(name))
      scan.lastIndex = pastRaw(source, name, scan.lastIndex);
    else if (closing === '/') close(open, name);
    else if (!rest.endsWith('/') || !isDrawn(open)) begin(open, name);
    if (open.length > deepest)
      return hazardAt(source, found.index, `elements nested more than ${deepest} deep`);
  }
  return undefined;
}

/** Only drawings and formulas have elements that a slash ends; elsewhere a parser passes over it. */
function isDrawn(open: readonly string[]): boolean {
  return open.includes('svg') || open.includes('math');
}

/** Elements that are open, as the HTML standard's tree construction has them, less those that end by themselves. */
function begin(open: string[], name: string): void {
  if (noDepth.test(name)) return;
  if (endsItsLike.test(name)) close(open, name);
  if (cell.test(name) || rowPart.test(name)) {
    const table = open.lastIndexOf('table');
    if (table === -1) return;
    open.length = table + 1;
  }
  if (!rowPart.test(name)) open.push(name);
}

/** An end without a beginning in reach is passed over. */
function close(open: string[], name: string): void {
  for (let at = open.length - 1; at >= 0; at -= 1) {
    const each = open[at] ?? '';
    if (each === name) {
      open.splice(at, formatting.test(name) ? 1 : open.length);
      return;
    }
    const isWall = name === 'table' ? each === 'template' : walls.test(each) && !cell.test(name);
    if (isWall || (each === 'table' && cell.test(name))) return;
  }
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
