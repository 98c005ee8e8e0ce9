/**
 * Characters that mean something to Markdown with tables, strike-through, maths and bare addresses,
 * anywhere in a line. Most fields of most decks have none of them, and then need no parser.
 */
const anywhere = /[\\`*_[\]<>&~$|{}#\n\r\t\0\uFFFD]| {2}|:\/\/|www\.|@|[^ -~\u00a0-\uffff]/i;

/** A line that begins like a list, a quote, a rule, a heading or a definition. */
const atStart = /^(?:[-+=:]|\d{1,9}[.)](?:\s|$)|\s)/;

/** Whether a text is one Markdown paragraph of nothing but text: it means what it says. */
export function isPlainParagraph(text: string): boolean {
  return !anywhere.test(text) && !atStart.test(text);
}
