import type { Source } from '../model/source.ts';

/** The number of words in a text; a formula or a number is one. */
export function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}

/** Words that only join others and say nothing by themselves. */
const functionWords = new Set(
  `a about after all almost already also although an and any are as at because before between both but
  by can could each either even every few first for from had has have having he her his how however if
  in into is it its just knowing less like many more most much nearly neither no nobody none nor not
  nothing of often on once one only or other our people perhaps several she should since so some
  something such telling than that the their them then there these they this those though three through
  to today two under unless until was we were what whatever when where whether which while who whoever
  whose why will with within without would you your`.split(/\s+/),
);

/** A sentence as it reads inside another: a first word that is no name loses its capital letter. */
export type Lowering = (sentence: string) => string;

/** Forms that begin sentences and are hardly names. */
const commonOpening =
  /^\p{Lu}\p{Ll}{2,}(?:ing|ous|ive|able|ible|ful|less|ment|tion|ness|ity)$|^(?:New|True|High|Good|Great|Large|Small|Real|Current|Future|Early|Late|Big|Strong|Weak|Human|Humans|Modern|Recent|Effective|Safe)$/u;

/** Knows names by what a document never writes in small letters. */
export function loweringFor(source: Source): Lowering {
  const small = new Set(source.text.match(/(?<!\p{L})\p{Ll}[\p{L}'’-]*/gu));
  return (sentence) => {
    const first = /^[\p{L}'’-]+/u.exec(sentence)?.[0] ?? '';
    const lowered = first.charAt(0).toLowerCase() + first.slice(1);
    const plain = commonOpening.test(first) && !isCapitalInside(source, first);
    const known = functionWords.has(first.toLowerCase()) || small.has(lowered) || plain;
    return known && first !== 'I' ? lowered + sentence.slice(first.length) : sentence;
  };
}

/** Whether a document writes a word with its capital where no sentence begins, as it does names. */
function isCapitalInside(source: Source, word: string): boolean {
  return new RegExp(`[\\p{Ll},] ${word}(?!\\p{L})`, 'u').test(source.text);
}

/**
 * What a sentence says, as it follows a noun: `that bees dance`. A first word of which nobody can tell
 * whether it is a name keeps its capital in quotation marks: `“Models dance”`.
 */
export function sayingFor(source: Source): (clause: string) => string {
  const lower = loweringFor(source);
  return (clause) => {
    const lowered = lower(clause);
    const first = /^[\p{L}'’-]+/u.exec(clause)?.[0] ?? '';
    const isSure = lowered !== clause || !/^\p{Lu}[\p{Ll}'’-]+$/u.test(first);
    if (isSure || isCapitalInside(source, first.replace(/['’]s?$/, ''))) return `that ${lowered}`;
    return `“${clause.replaceAll('“', '‘').replaceAll('”', '’')}”`;
  };
}

/** Points at something before it, so it does not stand alone on a card. */
export function startsWithReference(text: string): boolean {
  return /^(?:it|its|this|that|these|those|they|them|their|he|she|his|her|such|here|there|both|neither|the (?:former|latter|same|above|following|result|second|third|first|other|two|three))\b/i.test(
    text,
  );
}

/** Speaks of the writer or to the reader, whom a card cannot see. */
export function isFirstOrSecondPerson(text: string): boolean {
  return /\b(?:i|me|my|mine|we|us|our|ours|you|your|yours)\b/i.test(text.replaceAll(/\bUS\b/g, ''));
}

/** Speaks of the document itself. */
export function mentionsDocument(text: string): boolean {
  return /\b(?:chapter|section|paragraph|above|below|this (?:article|page|list|reader|document|book|post))\b/i.test(
    text,
  );
}
