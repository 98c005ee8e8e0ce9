import { clausesOf, type SpokenClause } from './clauses.ts';
import { verbBehindOpening, verbOf } from './grammar.ts';
import type { Tagged } from './tagger.ts';

/** What would be printed as one sentence: where it stands in the paragraph, and its clauses. */
export interface SpokenSentence {
  /** Offsets in the paragraph's text, without the fillers around it. */
  readonly start: number;
  readonly end: number;
  /** Index of its first word among the tagged words, and behind its last. */
  readonly from: number;
  readonly to: number;
  /** With commas between clauses and without its fillers, in small letters and without its last mark. */
  readonly text: string;
  /** How surely it begins and ends there: the weaker of the two borders. */
  readonly strength: number;
  /** Its main clause alone, where more is added to that. */
  readonly main?: SpokenSentence;
  /** What is said right before it, where nothing lies between. */
  readonly before?: SpokenSentence;
}

const fronted =
  /^(?:(?:and|but|so|then|now|also|or|yeah|i think|i guess|i mean|basically|fundamentally|ultimately|in particular|for example|of course)\s)*(?:if|when|once|while|unless|although|whenever|as|because|since|in order)\s/i;
const dependent =
  /^(?:because|if|when|while|unless|although|whereas|since|until|which|who|whose|where|whenever|as)\b/i;

/** The sentences of a paragraph without marks; what cannot be told apart is not among them. */
export function spokenSentences(text: string, words: readonly Tagged[]): SpokenSentence[] {
  const groups = grouped(text, clausesOf(words));
  const found = groups.flatMap((group, index) => {
    const next = groups[index + 1]?.[0];
    return sentencesIn(text, words, group, next === undefined ? 9 : next.strength);
  });
  return found.map((sentence, index) => behind(found[index - 1], sentence));
}

function behind(before: SpokenSentence | undefined, sentence: SpokenSentence): SpokenSentence {
  return before !== undefined && sentence.start - before.end <= mostBetween
    ? { ...sentence, before }
    : sentence;
}

/** Only fillers lie between two sentences that are no farther apart. */
const mostBetween = 24;

/** The sentence of a group, or where it cannot be told apart, those of its clauses that can. */
function sentencesIn(
  text: string,
  words: readonly Tagged[],
  group: readonly SpokenClause[],
  after: number,
): SpokenSentence[] {
  const whole = sentenceOf(text, words, group, after);
  if (whole !== undefined) return [whole];
  if (group.length < 2) return [];
  return group.flatMap((clause, at) => {
    const part = sentenceOf(text, words, [clause], group[at + 1]?.strength ?? after);
    return part === undefined || part.strength < 1 ? [] : [part];
  });
}

/** Clauses that belong together: a condition with what follows from it, a claim with its reason. */
function grouped(text: string, clauses: readonly SpokenClause[]): SpokenClause[][] {
  const groups: SpokenClause[][] = [];
  let open = false;
  for (const [index, clause] of clauses.entries()) {
    const said = text.slice(clause.start, clause.end);
    const last = groups.at(-1);
    const next = clauses[index + 1];
    const follows =
      dependent.test(said) &&
      !(next !== undefined && opensNew(said, text.slice(next.start, next.end), next));
    const again = last !== undefined && repeats(said, text.slice(last[0]?.start, last.at(-1)?.end));
    if (last !== undefined && (open || again || clause.outcome || clause.strength < 0.7 || follows))
      last.push(clause);
    else groups.push([clause]);
    open = groups.at(-1)?.length === 1 && fronted.test(`${said} `) && !isLong(said, next);
  }
  return groups;
}

/** "If you scale it up, and if you pay for it": a second condition belongs to what the first does. */
function repeats(said: string, before: string): boolean {
  const word = /^(?:and|or) (if|when|because)\b/i.exec(said)?.[1];
  return word !== undefined && new RegExp(String.raw`\b${word}\b`, 'i').test(before);
}

/** A long condition before "and" holds what follows from it already. */
function isLong(said: string, next: SpokenClause | undefined): boolean {
  return next !== undefined && next.strength >= 3 && said.split(' ').length > 14;
}

/** "If" in mid-speech opens a sentence where what follows from it comes without a joining word. */
function opensNew(said: string, after: string, next: SpokenClause): boolean {
  return (
    /^(?:if|when|once|whenever)\b/i.test(said) &&
    !/^(?:and|but|so|—|i think|i mean|which|because)\b/i.test(after) &&
    next.strength <= 2
  );
}

const opening =
  /^(?:(?:yeah|yes|yep|ok|okay|well|right|exactly|so|and|but|then|also|like|now|honestly|actually|basically|fundamentally|ultimately|i mean|you know|i think|i guess|i would say|of course|in general|in particular|in some sense|in a sense|in fact|for example|definitely|sure|and then|as well|maybe|—)\s+)+/i;
const closing =
  /(?:\s+(?:and|but|so|or|right|yeah|like|honestly|basically|you know|i think|i guess|or something|or whatever|and whatnot|and so on|and so forth|as well|actually|then|now|—|and then|because|also|at all))+$/i;

function sentenceOf(
  text: string,
  words: readonly Tagged[],
  group: readonly SpokenClause[],
  after: number,
): SpokenSentence | undefined {
  const [first] = group;
  const last = group.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const said = text.slice(first.start, last.end);
  const lead = opening.exec(`${said} `)?.[0].length ?? 0;
  const start = first.start + lead;
  const end = start + said.slice(lead).replace(closing, '').length;
  const from = words.findIndex((word) => word.start >= start);
  const to = words.findLastIndex((word) => word.end <= end) + 1;
  if (from === -1 || to <= from + 4) return undefined;
  const strength = Math.min(first.strength, after);
  if (isBare(words, from) && first.strength < 3) return undefined;
  const whole = isWhole(words, group, from, to) ? variant(to, end) : undefined;
  const cut = mainPart(words, from, to);
  const main =
    cut !== undefined && isWhole(words, group, from, cut)
      ? variant(cut, words[cut - 1]?.end ?? start)
      : undefined;
  return whole === undefined ? main : main === undefined ? whole : { ...whole, main };

  function variant(last: number, stop: number): SpokenSentence {
    return {
      start,
      end: stop,
      from,
      to: last,
      text: marked(text, group, { start, end: stop }),
      strength,
    };
  }
}

const addition = /^(?:like|where|which|such|so|when|although|whereas|for|because|including|if|—)$/i;
const fewestOfMain = 6;
/** Nouns that say nothing without what narrows them: "in the worlds where we have time". */
const general =
  /^(?:worlds?|ways?|cases?|points?|places?|settings?|scenarios?|paths?|stages?|situations?|things?|times?|areas?|problems?|systems?)$/i;

/** Where what is added to a main clause begins: without it the clause is whole still. */
function mainPart(words: readonly Tagged[], from: number, to: number): number | undefined {
  const verb = beginning(words, from);
  if (verb === undefined) return undefined;
  for (let at = Math.max(from + fewestOfMain, verb + 3); at < to; at += 1) {
    const text = words[at]?.text ?? '';
    const isExample = /^for$/i.test(text) ? /^example$/i.test(words[at + 1]?.text ?? '') : true;
    const before = words[at - 1];
    const narrows =
      /^(?:where|which|when)$/i.test(text) &&
      (before?.pos === 'VERB' || general.test(before?.text ?? ''));
    if (addition.test(text) && isExample && !narrows && before?.pos !== 'ADP') return at;
  }
  return undefined;
}

/** Begins with a noun that has no article and is none of many: often a noun that lost its beginning. */
function isBare(words: readonly Tagged[], from: number): boolean {
  const first = words[from];
  if (first === undefined || !/^(?:NOUN|ADJ|ADV|VERB)$/.test(first.pos)) return false;
  if (first.pos === 'ADJ' && words[from + 1]?.pos === 'ADP') return true;
  const verb = verbOf(words, from);
  const head =
    words.slice(from, verb ?? from + 1).findLast(({ pos }) => pos === 'NOUN' || pos === 'PROPN') ??
    first;
  return ![first, head].some(
    ({ text }) => /(?:s|ing|ity|ment|ation)$/.test(text) || /^(?:people|humans|ai)$/i.test(text),
  );
}

/** A main clause at its start, none hidden behind another, and an end that ends. */
function isWhole(
  words: readonly Tagged[],
  group: readonly SpokenClause[],
  from: number,
  to: number,
): boolean {
  const starts = new Set(group.map((clause) => clause.from));
  const verb = beginning(words, from);
  if (verb === undefined || verb >= to) return false;
  if (
    below.test(words[from]?.text ?? '') &&
    !group.some((each) => each.from > from && each.from < to)
  )
    return false;
  for (let at = verb + 2; at < to - 1; at += 1)
    if (!starts.has(at) && runsOn(words, at)) return false;
  return ends(words, to);
}

/** What such a word begins is no sentence by itself. */
const below = /^(?:if|when|once|while|unless|although|whenever|because|since)$/i;

/** The verb of the first clause; a condition or a "what" before its subject may open it. */
function beginning(words: readonly Tagged[], from: number): number | undefined {
  const first = words[from]?.text ?? '';
  if (
    /^(?:if|when|once|while|unless|although|whenever|because|since|what|where|how|why)$/i.test(
      first,
    )
  )
    return verbBehindOpening(words, from + 1);
  return verbBehindOpening(words, from);
}

/** Words behind which a subject with its verb is no new sentence. */
const licence =
  /^(?:that|which|who|what|how|where|why|whether|if|when|because|than|as|and|or|but|so|like|while|until|since|unless|although|once|whenever|before|after|not|then|just|really|actually|even|way|ways|thing|things|everything|anything|something|nothing|everyone|people|time|times|moment|point|reason|one|ones|all|much|many|more|most|think|know|say|said|believe|hope|guess|mean|see|find|found|show|shows|figure|expect|feel|suppose|imagine|sure|picture|is|was|are|\u2014|ensure|worry|let|make|help|means|thinking|saying|confident|kind|stuff|case)$/i;

function runsOn(words: readonly Tagged[], at: number): boolean {
  const word = words[at];
  const before = words[at - 1];
  if (word === undefined || before === undefined || licence.test(before.text)) return false;
  if (/^['’]|^n't$/.test(word.text) || /^(?:DET|ADP|PART|CCONJ|SCONJ|AUX|NUM)$/.test(before.pos))
    return false;
  if (word.pos === 'PRON' && !/^(?:that|what|which|who)$/i.test(word.text))
    return verbOf(words, at) !== undefined;
  if (
    word.pos === 'DET' ||
    (word.pos === 'NOUN' &&
      before.pos !== 'NOUN' &&
      before.pos !== 'ADJ' &&
      before.pos !== 'VERB' &&
      before.pos !== 'PROPN')
  ) {
    const verb = verbOf(words, at);
    return verb !== undefined && words[verb]?.pos === 'AUX' && before.pos !== 'VERB';
  }
  return false;
}

function ends(words: readonly Tagged[], to: number): boolean {
  const last = words[to - 1];
  if (last === undefined || /^(?:which|what|how|whose)$/i.test(words[to - 2]?.text ?? ''))
    return false;
  if (/^(?:up|out|down|off|on|in|about|with|at|for|to)$/i.test(last.text))
    return !/^(?:NOUN|ADJ)$/.test(words[to - 2]?.pos ?? 'NOUN');
  if (/^not$/i.test(last.text)) return /^or$/i.test(words[to - 2]?.text ?? '');
  if (/^(?:is|are|was|were|does|do|did|can|has)$/i.test(last.text))
    return words
      .slice(Math.max(0, to - 9), to)
      .some(({ text }) => /^(?:how|what|where|who)$/i.test(text));
  return (
    /^(?:NOUN|PROPN|VERB|ADJ|ADV|PRON|NUM|PUNCT|SYM)$/.test(last.pos) &&
    !/^(?:i|we|you|they|he|she|very|really|just|kind|that|which|who|what|how|if|so|like|more|also|even|only|not|let|basically|—)$/i.test(
      last.text,
    ) &&
    !possessive.test(last.text)
  );
}

const possessive = /^(?:my|your|our|their|its|his)$/i;

/** With commas where a clause begins, without the fillers within, in small letters. */
function marked(
  text: string,
  group: readonly SpokenClause[],
  { start, end }: { start: number; end: number },
): string {
  let out = '';
  for (const clause of group) {
    const part = text.slice(Math.max(start, clause.start), Math.min(end, clause.end)).trim();
    if (part === '') continue;
    if (out === '') out = part;
    else out += joint(clause, part);
  }
  return plainly(out);
}

/** A clause behind another, with the mark between them. */
function joint({ strength, outcome }: SpokenClause, part: string): string {
  if (part.startsWith('—')) return ` ${part}`;
  if (/^(?:because|that|than)\b/i.test(part) || strength < 0.7) return ` ${part}`;
  const isNew =
    strength >= 1.9 && !outcome && !/^(?:and|but|so|or)\b/i.test(part) && !dependent.test(part);
  return isNew ? `. ${part.charAt(0).toUpperCase()}${part.slice(1)}` : `, ${part}`;
}

/** Speech without fillers that one would not print. */
export function plainly(spoken: string): string {
  return spoken
    .replaceAll(/(?<=\b(?:is|are|was|be|we|i|they|you|it)) (?:kind of|sort of)(?= )/gi, '')
    .replaceAll(/ (?:kind of|sort of)(?= (?:an?|the) )/gi, '')
    .replaceAll(/ (?:you know|i mean|right)(?= (?:and|but|so|the|a|it|we)\b)/gi, '')
    .replaceAll(/\b(\w{2,}) \1\b/g, '$1');
}
