import { documentSpan } from '../markdown/mapped-text.ts';
import type { Source } from '../model/source.ts';

/** A share of something as a document gives it, with what narrows the thing. */
interface NarrowedShare {
  readonly source: Source;
  /** As a document writes it, without its sign: `20`. */
  readonly figure: string;
  /** "20% of the compute that we have secured to date". */
  readonly words: string;
  /** Where they begin in the document, in UTF-16 offsets. */
  readonly start: number;
}

interface Share {
  readonly figure: string;
  readonly thing: string;
  readonly words: string;
  readonly start: number;
  readonly isNarrowed: boolean;
}

interface Candidate {
  readonly share: Share;
  readonly found: NarrowedShare;
  /** Words of its passage and of who says it. */
  readonly around: ReadonlySet<string>;
}

const shares =
  /(?<![\d.,])(?<figure>\d[\d.,]{0,8}) ?(?:%|per ?cent) of (?:(?:the|its|their|our|his|her|all) ){0,2}(?<thing>\p{L}[\p{L}-]{0,40})(?<rest>(?: [\p{L}'’-]{1,40}){0,8})/giu;
const narrowing = /^.*? (?:to date|so far|at (?:the|that) time)(?!\p{L})/iu;

/**
 * Finds, for a sentence of a document that gives a share, the first of the other documents that gives the
 * same share of the same thing, names somebody whom the sentence names, and narrows the thing where the
 * sentence does not; undefined where none does.
 */
export function createShareFinder(
  sources: readonly Source[],
): (sentence: string, own: Source) => NarrowedShare | undefined {
  const candidates = sources.flatMap(narrowedIn);
  return (sentence, own) => {
    if (candidates.length === 0) return undefined;
    const open = sharesIn(sentence).filter(({ isNarrowed }) => !isNarrowed);
    if (open.length === 0) return undefined;
    const names = namesIn(sentence);
    return candidates.find(
      ({ share, found, around }) =>
        found.source !== own &&
        open.some(({ figure, thing }) => figure === share.figure && thing === share.thing) &&
        names.some((name) => around.has(name)),
    )?.found;
  };
}

function narrowedIn(source: Source): Candidate[] {
  return source.passages.flatMap((passage) => {
    const { text, speaker = source.author ?? '', region } = passage;
    if (region !== 'body') return [];
    const narrowed = sharesIn(text).filter(({ isNarrowed }) => isNarrowed);
    if (narrowed.length === 0) return [];
    const around = new Set(`${speaker} ${text}`.toLowerCase().match(/[\p{L}-]+/gu));
    return narrowed.map((share): Candidate => {
      const { figure, words, start: from } = share;
      const { start } = documentSpan(passage, { start: from, end: from + words.length });
      return { share, around, found: { source, figure, words, start } };
    });
  });
}

/** Letters by which two words are one thing: "compute", "computing". */
const stem = 6;

function sharesIn(text: string): Share[] {
  return [...text.matchAll(shares)].map(({ 0: found, index, groups }) => {
    const { figure = '', thing = '', rest = '' } = groups ?? {};
    const narrow = narrowing.exec(rest)?.[0];
    return {
      figure: figure.replace(/[.,]+$/, ''),
      thing: thing.toLowerCase().slice(0, stem),
      words: found.slice(0, found.length - rest.length) + (narrow ?? ''),
      start: index,
      isNarrowed: narrow !== undefined,
    };
  });
}

/** Words with a capital that do not open the sentence, or with one inside: "OpenAI". */
function namesIn(sentence: string): readonly string[] {
  const names = /(?<=[\p{L}\d,’'] )\p{Lu}[\p{L}-]{2,40}|\p{Lu}\p{Ll}{1,40}\p{Lu}\p{L}{0,40}/gu;
  return [...sentence.matchAll(names)].map(([name]) => name.toLowerCase());
}
