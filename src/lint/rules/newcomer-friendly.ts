import { escaped, foldedWords, introduces, type KnownTerm, type TermFinder } from '../glossary.ts';
import type { ReadCard } from '../read-card.ts';
import type { ReadDocument } from '../read-ground.ts';
import { remembered } from '../remembered.ts';
import { type Complaint, type LintRule, quoted } from '../rule.ts';

/** Q17: no term of the glossary that nobody has told the reader of the card. */
export const newcomerFriendly: LintRule = {
  id: 'Q17',
  name: 'newcomer-friendly',
  check: (card, { terms, mates }) => {
    if (terms === undefined) return [];
    const chapter = terms.chapterOf(card.grounds.map(({ document }) => document.source));
    const strange = terms
      .in(card.claim.text)
      .filter((term) => !isTold(term, chapter, terms) && !mates.defines(term.words))
      .filter((term) => !isDefinedHere(term, card) && !isDefinedThere(term, card, chapter));
    const complaints = strange.flatMap((term) => complaintOf(term, chapter, terms) ?? []);
    const worst = complaints.find(({ severity }) => severity === 'warning') ?? complaints[0];
    return worst === undefined ? [] : [worst];
  },
};

/** The chapters are read in order, and their readers have the glossary at hand; others have neither. */
function isTold(term: KnownTerm, chapter: number | undefined, terms: TermFinder): boolean {
  if (chapter === undefined) return false;
  const explained = terms.explainedIn(term);
  return explained === undefined || explained <= chapter;
}

/** "What is X?", "X (…)", "… (X)", "X, a …". */
function isDefinedHere({ words }: KnownTerm, { kind, question, claim }: ReadCard): boolean {
  const asked = foldedWords(question.text).join(' ');
  if (kind === 'term' && asked.includes(words)) return true;
  const asks =
    /^(?:[^?]{0,60}, )?(?:what (?:is|are|was|were|does|do)|define|how (?:does|do|is|are))\b/i;
  if (
    new RegExp(`^(?:.{0,60}, )?what (?:is|are) (?:an? |the )?${escaped(words)}(?: |$)`).test(asked)
  )
    return true;
  if (asks.test(question.text) && asked.includes(words))
    if (asked.split(' ').length <= words.split(' ').length + 5) return true;
  const marked = claim.text
    .replaceAll(/[()]/g, ' § ')
    .replaceAll(/, (?=(?:an?|the|or|that is|which) )/g, ' § ');
  const parts = marked.split('§').map((part) => foldedWords(part).join(' '));
  return parts.some(
    (part, at) =>
      (at > 0 && part === words) || (at + 1 < parts.length && ` ${part}`.endsWith(` ${words}`)),
  );
}

/** A document of one's own tells its own words. */
function isDefinedThere(
  { name }: KnownTerm,
  { grounds }: ReadCard,
  chapter: number | undefined,
): boolean {
  return chapter === undefined && grounds.some(({ document }) => teller(document)(name));
}

/** Words beyond are not looked through for what they tell. */
const longest = 300_000;
const teller = remembered(({ source }: ReadDocument) => {
  const text = source.text.slice(0, longest);
  const known = new Map<string, boolean>();
  return (name: string): boolean => {
    const found = known.get(name) ?? introduces(text, name);
    known.set(name, found);
    return found;
  };
});

/** What a word of every day means can be guessed; an abbreviation and a term of several words cannot. */
function complaintOf(
  { name, marked, words, chapter: explainedIn }: KnownTerm,
  chapter: number | undefined,
  { chapters }: TermFinder,
): Complaint | undefined {
  const technical = marked || words.includes(' ') || chapters.length === 0;
  if (chapter === undefined && chapters.length > 0 && !marked) return undefined;
  return {
    severity: technical ? 'warning' : 'info',
    message:
      chapter !== undefined && explainedIn !== undefined
        ? `${quoted(name)} is explained only later, in ${explainedIn}`
        : `nothing before it says what ${quoted(name)} is`,
    remedy: 'Say it on the card, or let a card or chapter before it explain the term.',
    words: name,
  };
}
