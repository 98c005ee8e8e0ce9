import type { Source } from '../model/source.ts';

const small = /(?<!\p{L})\p{Ll}[\p{L}]*/gu;
const inside = /(?<=[\p{Ll},] )\p{Lu}[\p{L}]+/gu;

/**
 * Names that documents write with a capital where no sentence begins, and none of them small anywhere:
 * what talks in small letters are to be written with. Titles are left out, where any word may have one.
 */
export function namesOfDocuments(sources: readonly Source[]): string[] {
  const lower = new Set<string>();
  const found = new Set<string>();
  for (const source of sources) {
    for (const { text, kind, region } of source.passages) {
      for (const [word] of text.matchAll(small)) lower.add(word);
      if (region !== 'body' || (kind !== 'paragraph' && kind !== 'item' && kind !== 'quote'))
        continue;
      for (const [word] of text.matchAll(inside)) found.add(word);
    }
  }
  return [...found].filter((word) => !lower.has(word.toLowerCase()));
}
