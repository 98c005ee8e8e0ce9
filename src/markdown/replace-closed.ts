/**
 * Replaces what `pattern` finds up to the last `closer`, which ends everything that it can find. What opens
 * after it is never closed: looking for its end again and again would take time that grows with the square
 * of the text.
 */
export function replaceClosed(
  text: string,
  closer: string,
  pattern: RegExp,
  by: (...found: string[]) => string,
): string {
  const last = text.toLowerCase().lastIndexOf(closer);
  if (last < 0) return text;
  const end = last + closer.length;
  return text.slice(0, end).replace(pattern, by) + text.slice(end);
}
