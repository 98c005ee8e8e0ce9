import type { TextCollector } from './mapped-text.ts';

const reference = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z\d]{1,31});?/iy;

/** Text with character references: each stands for what it means. */
export function addDecoded(
  value: string,
  { source, start, end }: { source: string; start: number; end: number },
  collector: TextCollector,
): void {
  let cursor = start;
  for (let at = 0; at < value.length; at += 1) {
    const alike = lengthAlike(value.slice(at), source.slice(cursor, end));
    collector.addSlice(source, { start: cursor, end: cursor + alike });
    cursor += alike;
    at += alike;
    if (at >= value.length) return;
    const unit = value.charAt(at);
    if (unit === '\n' && source.startsWith('\r\n', cursor)) cursor += 1;
    reference.lastIndex = cursor;
    const found =
      source.charAt(cursor) === '&' && unit !== '&' ? reference.exec(source)?.[0] : undefined;
    const escaped = unit === '&' && source.startsWith('&amp;', cursor) ? '&amp;' : found;
    collector.add(unit, Math.min(cursor, Math.max(start, end - 1)));
    if (escaped !== undefined && /[\uD800-\uDBFF]/.test(unit))
      collector.add(value.charAt((at += 1)), cursor);
    cursor += escaped?.length ?? 1;
  }
}

/** How far text and source run alike, up to what may be a reference or a line's end. */
function lengthAlike(value: string, source: string): number {
  const most = Math.min(value.length, source.length);
  let at = 0;
  while (at < most && value.charCodeAt(at) === source.charCodeAt(at) && !isSign(source, at))
    at += 1;
  return at;
}

function isSign(source: string, at: number): boolean {
  const unit = source.charCodeAt(at);
  return unit === 0x26 || unit === 0x0d;
}
