const itemLine = /^( {0,3})(\d{1,9})([.)])([ \t]+|$)(.*)$/;

/** The text of an item's line after its own indentation is taken off, at most `width` columns of it. */
function outdent(line: string, width: number): string {
  let at = 0;
  while (at < width && line[at] === ' ') at += 1;
  return line.slice(at);
}

/**
 * The items of an answer that is one ordered list, each as Markdown without its number; undefined where
 * it is anything else, or more than that.
 */
export function listItems(answer: string): readonly string[] | undefined {
  const items: string[][] = [];
  let delimiter = '';
  let width = 0;
  let afterBlank = false;
  for (const line of answer.split('\n')) {
    const found = itemLine.exec(line);
    const indented = line.startsWith('  ') && line.search(/\S/) >= width;
    if (found !== null && !(items.length > 0 && indented)) {
      const [, indent = '', number = '', mark = '', space = '', text = ''] = found;
      if (delimiter !== '' && delimiter !== mark) return undefined;
      delimiter = mark;
      width = indent.length + number.length + 1 + Math.max(1, Math.min(space.length, 4));
      items.push([text]);
    } else if (line.trim() === '') items.at(-1)?.push('');
    else if (items.length === 0 || (afterBlank && !indented)) return undefined;
    else items.at(-1)?.push(outdent(line, width));
    afterBlank = line.trim() === '';
  }
  const texts = items.map((item) => item.join('\n').trim());
  return texts.length > 0 && texts.every((text) => text !== '') ? texts : undefined;
}
