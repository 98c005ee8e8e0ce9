import { baseOf, isComparative, oppositesOf } from './antonyms.ts';
import { type Clause, clausesOf } from './clauses.ts';
import { namesOf, sameName } from './names.ts';
import { hasNegation } from './negation.ts';
import type { ReadCard } from './read-card.ts';
import type { PassagePlace, ReadDocument } from './read-ground.ts';
import { remembered } from './remembered.ts';

/** A word of a card, and its opposite that the passage says of the same person. */
export interface Turned {
  readonly said: string;
  readonly passage: string;
}

const longestAnswer = 8;

/** Where a short answer says of somebody named the opposite of what the passage says of them. */
export function turnedStance(
  { question, answer, kind }: ReadCard,
  { near }: PassagePlace,
  document: ReadDocument,
): Turned | undefined {
  if (kind !== 'basic' || answer.words.length > longestAnswer || hasNegation(answer.words))
    return undefined;
  const persons = personsIn(`${question.text} ${answer.text}`, document);
  if (persons.size === 0) return undefined;
  const about = clausesOf(near).filter(({ words }) => words.some(({ text }) => persons.has(text)));
  for (const { text } of answer.words) {
    if (isComparative(text)) continue;
    const opposites = oppositesOf(baseOf(text));
    if (opposites.size === 0 || answer.words.some((word) => opposites.has(baseOf(word.text))))
      continue;
    if (about.some((clause) => has(clause, new Set([baseOf(text)])))) continue;
    const clause = about.find((each) => has(each, opposites) && !hasNegation(each.words));
    const other = clause?.words.find((word) => opposites.has(baseOf(word.text)));
    if (other !== undefined) return { said: text, passage: other.text };
  }
  return undefined;
}

function has({ words }: Clause, bases: ReadonlySet<string>): boolean {
  return words.some(({ text }) => bases.has(baseOf(text)));
}

const beginning = 5000;
const introduced = remembered(({ source }: ReadDocument) =>
  namesOf(source.text.slice(0, beginning)).map(({ text }) => text),
);

/** The parts of the names in a text, and those by which the beginning of the document calls the same people. */
function personsIn(text: string, document: ReadDocument): ReadonlySet<string> {
  const own = namesOf(text).map((name) => name.text);
  const full = introduced(document).filter((name) => own.some((each) => sameName(each, name)));
  return new Set([...own, ...full].flatMap((name) => name.toLowerCase().split(/[\s-]+/)));
}
