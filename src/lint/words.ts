import { stemmer } from 'stemmer';

/** A word of a text. */
export interface Word {
  /** Small, without the owner's `'s`; a name with a number is one word without its marks: `gpt35`. */
  readonly text: string;
  /** What it has in common with its other forms; empty for function words. */
  readonly stem: string;
  readonly start: number;
  readonly end: number;
}

const functionWords = new Set(
  `a about above according across actually after again against all almost along already also although always am among an
  and another any anyone anything are aren't around as ask asks at away back basically be became because become becomes been before
  being below between beyond both but by call called calls can can't cannot come comes could couldn't did didn't do does doesn't doing don't done
  down during each either else enough especially etc even ever every everyone everything few for form from further get gets getting
  give given gives go goes going gone got had hadn't has hasn't have haven't having he her here hers herself him himself his
  how however i if i'd i'll i'm i've in indeed instead into is isn't it it'd it'll it's its itself just keep kind let let's like likely
  made make makes making many may maybe me mean means might mine more most mostly much must my myself name named names neither never nevertheless
  no nobody none nor not nothing now of off often ok okay on once one ones only onto or other others our ours ourselves out over
  own per perhaps put puts quite rather really right said same saw say says see seem seems seen several shall she should shouldn't since
  so some someone something sometimes soon sort still such take taken takes tell tells than that that's the their theirs them
  themselves then there there's therefore these they they'd they'll they're they've thing things think thinks this those though
  three through thus to today together too toward towards two under unless until up upon us use used uses using usually very via view
  want wants was wasn't way ways we we'd we'll we're we've well went were weren't what what's whatever when where where's
  whether which while who who's whoever whole whom whose why will with within without won't would wouldn't yeah yep yes yet
  you you'd you'll you're you've your yours yourself`.split(/\s+/),
);

/** Whether a word only joins others and says little by itself. */
function isFunctionWord(word: string): boolean {
  return functionWords.has(word);
}

/** A name with its number (`GPT-3.5`), a number with its sign, or letters; owners' endings apart. */
const pattern =
  /(?<name>\p{L}{1,12})-(?<version>\d+(?:\.\d+)?(?![\p{L}\d]))|(?<number>\d+(?:[.,]\d+)*%?)|(?<word>[\p{L}\d]+(?:['’](?!s(?![\p{L}\d]))[\p{L}]+)*)(?:['’]s(?![\p{L}\d]))?/gu;

/** The words of a text in their order; hyphens part words, except in names like `GPT-4`. */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const found of text.matchAll(pattern)) {
    const { name, version, number, word } = found.groups ?? {};
    const small =
      name !== undefined && version !== undefined
        ? `${name}${version.replace('.', '')}`.toLowerCase()
        : (number ?? word ?? '').toLowerCase().replaceAll('’', "'");
    const { index } = found;
    words.push({ text: small, stem: stemOf(small), start: index, end: index + found[0].length });
  }
  return words;
}

const stems = new Map<string, string>();
/** Stems kept at once; words beyond are stemmed anew. */
const mostStems = 50_000;

/** What a small word has in common with its other forms; empty for function words. */
export function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = isFunctionWord(word) ? '' : strip(word);
  if (stems.size < mostStems) stems.set(word, stem);
  return stem;
}

/** Porter's rules take these for one word: what a model makes, and what it makes of new situations. */
const gener = /^general|^generic|^generous/;

function strip(word: string): string {
  if (/\d/.test(word) || word.length > 40) return word;
  if (gener.test(word)) return 'general';
  if (word.startsWith('generat')) return 'generat';
  const american = word.replace(/isation$/, 'ization').replace(/is(e|ed|es|ing)$/, 'iz$1');
  return stemmer(american.replace(/'\p{L}+$/u, ''));
}
