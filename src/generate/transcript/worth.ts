import type { Passage } from '../../model/source.ts';

/** How much a stretch of a talk is about what the talk is about; 0 where it could be from any. */
export type Worth = (text: string) => number;

/** Words of every talk, by their stems. */
const common = new Set(
  `about actual also another answer around back basic because before being better between bunch come could course different doing done either
  else even ever every everyth example exist fact feel first from fundam gener give going good great guess happen hard have help here
  idea import inter into itself just kind know large least less like little look lot make mani mayb mean more most much need never next
  nice nothing often only other over part particul peopl person point possibl pretti problem probab put question quit rather real really reason
  right same saying seem should show some someth sort start still stuff such sure take talk than that their them then there these they
  thing think this those though time today tri true truli try trying turn under until use useful using very want ways well what when where
  whether which while who whole will with without work would year your always anyth`.split(/\s+/),
);

/** Passages that a word occurs in, to be one that the talk is about. */
const fewestPassages = 3;

/** Weighs words by how many paragraphs of the talk return to them; words of all talk weigh nothing. */
export function worthIn(passages: readonly Passage[]): Worth {
  const spoken = passages.filter(({ region }) => region === 'body');
  const counts = new Map<string, number>();
  for (const { text } of spoken)
    for (const word of stemsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return (text) => {
    let sum = 0;
    for (const word of stemsOf(text)) {
      const count = counts.get(word) ?? 0;
      if (count >= fewestPassages) sum += Math.log2(count) / 4;
      else if (count > 0) sum += 0.2;
    }
    return Math.min(1, sum / 8);
  };
}

function stemsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}][\p{L}\p{N}-]{2,}/gu) ?? [];
  return new Set(words.map(stem).filter((word) => !common.has(word) && word.length > 2));
}

/** A word without its commonest endings, to compare. */
export function stem(word: string): string {
  return word
    .toLowerCase()
    .replace(/(?:ations?|ings?|ed|es|s|ly|ment|er)$/, '')
    .slice(0, 7);
}
