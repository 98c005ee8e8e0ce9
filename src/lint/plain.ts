/** A field of a card as it reads: marks of emphasis, links' targets and comments left out. */
export function plainOf(markdown: string): string {
  return markdown
    .replaceAll(/!?\[([^[\]\n]*)\]\([^()\s]*\)/g, '$1')
    .replaceAll(/<!--[^>]{0,500}-->|<\/?[a-z][^<>\n]{0,200}>/gi, '')
    .replaceAll(/\*\*|__|[*`~]|(?<![\p{L}\d])_|_(?![\p{L}\d])/gu, '');
}

/** The sentences of a text; all of it where nothing ends one. */
export function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[.!?]["”’)]{0,3})\s+/).filter((sentence) => sentence !== '');
}

/** The number of words between white space. */
export function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}
