/** The label that a paragraph of a transcript begins with. */
export interface SpeakerLabel {
  /** As a name: capitals at the start of each word. */
  readonly speaker: string;
  /** Units of the paragraph that the label takes, with the colon and the space after it. */
  readonly length: number;
}

/** A label stands at the start of at least this share of the paragraphs, and of three of them. */
const leastShare = 0.05;
const leastTimes = 3;
/** Labels of a transcript stand before this share of its paragraphs, all together. */
const leastTogether = 0.25;

/**
 * Who speaks, by paragraph: a label with a colon (`ROB WIBLIN: …`), or without one, where a transcript
 * has neither colons nor capitals (`rob wiblin …`). A label may be glued to the word after it. Undefined
 * for paragraphs that go on with a turn; undefined as a whole where the text is no transcript.
 */
export function findSpeakers(
  paragraphs: readonly string[],
): readonly (SpeakerLabel | undefined)[] | undefined {
  const names = [colonLabels(paragraphs), bareLabels(paragraphs)].find(
    (found) => found.length > 1 && share(paragraphs, found) >= leastTogether,
  );
  if (names === undefined) return undefined;
  return paragraphs.map((paragraph) => labelOf(paragraph, names));
}

const withColon = /^(\p{L}[\p{L}.'’-]*(?: \p{L}[\p{L}.'’-]*){0,3}):(?=\s)/u;
const twoWords = /^(\p{L}[\p{L}.'’-]+ \p{L}[\p{L}.'’-]+)(?=\s|$)/u;

function colonLabels(paragraphs: readonly string[]): string[] {
  return frequent(paragraphs, withColon);
}

/** Words that begin sentences again and again, and no names. */
const functionWords = new Set(
  `a about actually after all also always am an and another any are as at be because been before both but by can could did do does each
  even every first for from good had has have he her here his how however i if in into is it its just kind last let like many may
  maybe me might more most much must my need never no not now of oh ok okay on once one only or other our out over own people quite
  really right same she should since so some still such sure than thanks that the their them then there these they thing things think
  this those though through to too under until up us very was we well were what when where which while who whose why will with
  would yeah yep yes yet you your that's it's i'm we're they're there's don't let's i've you're what's`.split(
    /\s+/,
  ),
);
/** A name as a label stands at the start of paragraphs; words of the matter stand elsewhere as often. */
const leastAtStart = 0.5;

/** Two words that begin paragraphs again and again, as names do: no function words, and seldom elsewhere. */
function bareLabels(paragraphs: readonly string[]): string[] {
  const text = paragraphs.join('\n').toLowerCase();
  return frequent(paragraphs, twoWords).filter((pair) => {
    if (pair.split(' ').some((word) => functionWords.has(word.replaceAll('’', "'")))) return false;
    const starts = paragraphs.filter((paragraph) => opensWith(paragraph, pair)).length;
    return starts >= (text.split(pair).length - 1) * leastAtStart;
  });
}

function opensWith(paragraph: string, pair: string): boolean {
  return paragraph.slice(0, pair.length).toLowerCase() === pair;
}

function frequent(paragraphs: readonly string[], label: RegExp): string[] {
  const counts = new Map<string, number>();
  for (const paragraph of paragraphs) {
    const found = label.exec(paragraph)?.[1]?.toLowerCase();
    if (found !== undefined) counts.set(found, (counts.get(found) ?? 0) + 1);
  }
  const least = Math.max(leastTimes, paragraphs.length * leastShare);
  return [...counts].filter(([, count]) => count >= least).map(([found]) => found);
}

function share(paragraphs: readonly string[], names: readonly string[]): number {
  const labelled = paragraphs.filter((paragraph) => labelOf(paragraph, names) !== undefined);
  return labelled.length / Math.max(1, paragraphs.length);
}

function labelOf(paragraph: string, names: readonly string[]): SpeakerLabel | undefined {
  const start = paragraph.slice(0, 80).toLowerCase();
  const name = names.find((each) => start.startsWith(each));
  if (name === undefined) return undefined;
  const rest = /^:?\s*/.exec(paragraph.slice(name.length))?.[0] ?? '';
  return { speaker: asName(name), length: name.length + rest.length };
}

function asName(label: string): string {
  return label.replaceAll(/(?<![\p{L}'’])\p{L}/gu, (first) => first.toUpperCase());
}
