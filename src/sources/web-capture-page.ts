import type { Passage, Source } from '../model/source.ts';
import { plainTextReader } from './plain-text.ts';
import { findRegions } from './regions.ts';

/** A page's text without Markdown in it: its furniture set apart, what it quotes given to those it quotes. */
export function readPageText(text: string, path: string): Source {
  const source = plainTextReader.read(text, path);
  const regions = findRegions(source.passages.map((passage) => passage.text));
  const title = doubledTitle(source.passages) ?? source.title;
  const names = namesIn(
    source.passages
      .map((passage) => passage.text)
      .join('\n')
      .slice(0, 100_000),
  );
  const passages = source.passages.map((passage, index): Passage => {
    const before = source.passages[index - 1];
    const isTitle = passage.text === title;
    const speaker = quotedAfter(before, passage, names);
    return {
      ...passage,
      ...(isTitle ? { kind: 'heading', depth: 1 } : {}),
      headings: isTitle
        ? []
        : [
            title,
            ...passage.headings.filter((heading) => heading !== source.title && heading !== title),
          ],
      region: isTitle && index > 0 ? 'furniture' : (regions[index] ?? 'body'),
      ...(speaker === undefined ? {} : { speaker }),
    } as Passage;
  });
  return { ...source, kind: 'web-capture', title, passages: outlined(passages) };
}

/** A page whose first line stands there twice has it as its title. */
function doubledTitle([first, second]: readonly Passage[]): string | undefined {
  return first !== undefined && first.text === second?.text ? first.text : undefined;
}

const pronoun = String.raw`(?:[Hh]e|[Ss]he|[Tt]hey)`;
const person = String.raw`\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){0,2}`;
const leadsIn = new RegExp(
  String.raw`(?:\b[Aa]s |^|[.!?] )(?<who>${pronoun}|${person}) (?:explains?|puts? it|says?|said|writes?|wrote|explained|told [^.]{1,40}|described it)(?: [^.:]{0,40})?:$`,
  'u',
);

/** Whom a paragraph quotes that follows "As he explains:". */
function quotedAfter(
  before: Passage | undefined,
  own: Passage,
  names: ReadonlyMap<string, string>,
): string | undefined {
  if (before?.kind !== 'paragraph' || own.kind !== 'paragraph') return undefined;
  const who = leadsIn.exec(before.text)?.groups?.['who'];
  if (who === undefined) return undefined;
  const named = new RegExp(`^${pronoun}$`).test(who) ? lastName(before.text, names) : who;
  return named === undefined ? undefined : (names.get(named) ?? named);
}

/** The last person named in a text, by any part of the name. */
function lastName(text: string, names: ReadonlyMap<string, string>): string | undefined {
  return [...text.matchAll(/\p{Lu}[\p{L}'’-]+/gu)]
    .map(([word]) => word)
    .findLast((word) => names.has(word));
}

/** First and last names to whole ones, of persons that a text introduces: "Today's guest, Jan Leike,". */
function namesIn(text: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const full =
    /(?:,|\bguest|\bhost|\bby|\bwith|[–-]) (\p{Lu}\p{Ll}[\p{L}'’-]*) (\p{Lu}\p{Ll}[\p{L}'’-]*)(?=,| on\b| puts\b| \(| is\b| who\b)/gu;
  for (const [, first = '', last = ''] of text.matchAll(full))
    for (const part of [first, last]) if (!names.has(part)) names.set(part, `${first} ${last}`);
  return names;
}

/** Topics that a page says it covers are an outline: they ask, and the page does not answer. */
function outlined(passages: readonly Passage[]): Passage[] {
  let covers = false;
  return passages.map((passage): Passage => {
    if (passage.kind !== 'item')
      covers =
        /\b(?:cover|discuss|talk about|topics|in this episode|also (?:in|on)|contents)\b[^.]{0,60}:$/i.test(
          passage.text,
        );
    return passage.kind === 'item' && covers ? { ...passage, region: 'furniture' } : passage;
  });
}
