/**
 * Characters that mean something to Markdown with tables, strike-through, maths and bare addresses,
 * anywhere in a line. Most fields of most decks have none of them, and then need no parser.
 */
const meaningful = /[\\`*_[\]<>&~$|{}#\n\r\t\0\uFFFD]| {2}|:\/\/|www\.|@|[^ -~\u00a0-\uffff]/i;

/** A line that begins like a list, a quote, a rule, a heading or a definition. */
const atStart = /^(?:[-+=:]|\d{1,9}[.)](?:\s|$)|\s)/;

/** Whether a text is one Markdown paragraph of nothing but text: it means what it says. */
export function isPlainParagraph(text: string): boolean {
  return !meaningful.test(text) && !atStart.test(text);
}

/**
 * Words in emphasis, in bold or as code, with nothing around them that could make Markdown think twice:
 * white space or the text's end before and after, and only plain characters within.
 */
const marked =
  /(^|[ (])(\*\*|\*|`)([\p{L}\p{N}](?:[\p{L}\p{N} ,;'-]*[\p{L}\p{N}])?)\2(?=$|[ ,;:.?!)])/gu;

const elements: Readonly<Record<string, string>> = { '**': 'strong', '*': 'em', '`': 'code' };

/**
 * The HTML of one paragraph whose only marks are plain words in emphasis, in bold or as code; null for
 * everything that needs the parser.
 */
export function simpleParagraph(text: string): string | null {
  const bare = text.replace(marked, '$1$3');
  if (bare === text || !isPlainParagraph(bare)) return null;
  return text.replace(marked, (_all, before: string, mark: string, words: string) => {
    const element = elements[mark] ?? '';
    return `${before}<${element}>${words}</${element}>`;
  });
}

const tagged =
  /(^|[ (])<(b|strong|i|em|code)>([\p{L}\p{N}](?:[\p{L}\p{N} ,;'-]*[\p{L}\p{N}])?)<\/\2>(?=$|[ ,;:.?!)])/gu;

const marks: Readonly<Record<string, string>> = {
  b: '**',
  strong: '**',
  i: '*',
  em: '*',
  code: '`',
};

/** The way back of `simpleParagraph`: HTML whose only elements are plain words in bold, in emphasis or as code. */
export function simpleHtml(html: string): string | null {
  const bare = html.replace(tagged, '$1$3');
  if (bare === html || !isPlainParagraph(bare)) return null;
  return html.replace(tagged, (_all, before: string, element: string, words: string) => {
    const mark = marks[element] ?? '';
    return `${before}${mark}${words}${mark}`;
  });
}
