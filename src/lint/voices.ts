import type { Passage } from '../model/source.ts';
import type { PassagePlace, ReadDocument } from './read-ground.ts';

/** Whose words or thoughts stand at a place of a document. */
export type Voice =
  /** A speaker says it. */
  | { readonly kind: 'speaker'; readonly name: string }
  /** A speaker reads out or reports what somebody else says. */
  | { readonly kind: 'relayed'; readonly by: string; readonly of: string; readonly name?: string }
  /** The text reports what somebody says or thinks. */
  | { readonly kind: 'reported'; readonly name: string }
  /** The text reports it and names nobody: "as one person put it". */
  | {
      readonly kind: 'unnamed';
      readonly words: string;
      /** Who is reported in the same sentence. */
      readonly beside?: readonly string[];
    }
  /** The text says it itself. */
  | { readonly kind: 'text' };

/** Finds whose words stand at a place, from speakers' labels, introductions and reporting clauses. */
export function voiceAt(place: PassagePlace, document: ReadDocument): Voice {
  const { passage } = place;
  if (passage.kind === 'quote') {
    return passage.speaker === undefined
      ? { kind: 'text' }
      : { kind: 'speaker', name: passage.speaker };
  }
  const { kind } = document.source;
  const spoken = kind === 'transcript' || kind === 'subtitles';
  if (spoken && passage.speaker !== undefined) return spokenVoice(passage.speaker, place, document);
  return writtenVoice(place, document);
}

/** Units before an anchor in which a speaker may say whose thought it is. */
const reach = 400;

function spokenVoice(speaker: string, place: PassagePlace, document: ReadDocument): Voice {
  const { readBy, text } = place.passage;
  if (readBy !== undefined) return readOut(readBy, speaker, document);
  const said = text.slice(Math.max(0, place.offset - reach), place.offset + 60).toLowerCase();
  const third = thirdPerson(said);
  if (third !== undefined) return { kind: 'relayed', by: speaker, of: third, name: third };
  const asking = listener.exec(said)?.[0];
  if (asking !== undefined && !/\byou\b/.test(asking))
    return { kind: 'relayed', by: speaker, of: 'a listener' };
  const other = otherSpeaker(speaker, document);
  if (other !== undefined && /\byou(?:'re| are) (?:basically |just )?saying\b/.test(said))
    return { kind: 'relayed', by: speaker, of: other, name: other };
  return { kind: 'speaker', name: speaker };
}

const listener =
  /\b(?:one|a|another|some|several|(?:a lot|lots) of) (?:(?:sceptical|skeptical|curious|worried|other|of our|of the) )*(?:listeners?|readers?|viewers?|users on \p{L}+) (?:asked|asks?|wanted|wants|wrote|writes|says?|said|wondered|wonders|object\p{L}*|complain\p{L}*|thinks?|thought|is worried|was worried)(?![\p{L}])/u;

function readOut(by: string, of: string, { speakers }: ReadDocument): Voice {
  const name = speakers.find((each) => of.toLowerCase().includes(each.toLowerCase()));
  return { kind: 'relayed', by, of, ...(name === undefined ? {} : { name }) };
}

const reporting =
  /(?<![\p{L}])(\p{L}{2,}) (\p{L}{2,}) (?:pointed out|argued|suggested|wrote|has argued|has said|once said|told me|has suggested|has pointed out)(?![\p{L}])/gu;
const nobody =
  /^(?:i|you|we|they|he|she|it|people|some|others|someone|one|who|also|that|person|have|has|and|just|really|was|were|is|are|be|been|being|as|thing|things|the|a|an)$/;

/** Somebody of two names whom a speaker reports. */
function thirdPerson(text: string): string | undefined {
  const [, first = '', last = ''] = [...text.matchAll(reporting)].at(-1) ?? [];
  if (first === '' || nobody.test(first) || nobody.test(last)) return undefined;
  return [first, last].map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
}

function otherSpeaker(speaker: string, { speakers }: ReadDocument): string | undefined {
  const others = speakers.filter((name) => name !== speaker);
  return others.length === 1 ? others[0] : undefined;
}

const verbs = String.raw`(?:says?|said|thinks?|thought|argues?|argued|explains?|explained|described?|describes|puts?|warns?|warned|believes?|asks?|asked|claims?|claimed|writes?|wrote|suggests?|points out|notes?|noted|sees|fears?|expects?|announced|doesn['’]t want|wants|expressed|worr(?:y|ies)|outlines|presents|discusses|considers|balances|was clear)`;
const unnamedReporter = new RegExp(
  String.raw`\b(?:one person|some people|(?:someone|somebody)(?! wants?\b)|some (?:of the )?(?:critics|sceptics|skeptics|observers|experts|researchers)|(?:the |many |most )?(?:critics|sceptics|skeptics|opponents|observers|commentators)|plenty of people|many people|others)\b(?= (?:\p{L}+ ){0,2}?(?:${verbs}|are (?:\p{L}+ )?(?:pessimistic|optimistic|sceptical|skeptical|worried|nervous|afraid|convinced|concerned)))|\bthey (?=ask\b)`,
  'giu',
);
const namedReporter = new RegExp(
  String.raw`(?<![\p{L}])((?:\p{Lu}[\p{L}'’-]*\p{L} ){0,2}\p{Lu}[\p{L}-]*\p{L})(?:['’]s (?:thinking|view|argument|plan) is| (?:\p{L}+ly |also )?${verbs}(?![\p{L}]))`,
  'gu',
);
/** "The dune is dead," says Brandt. */
const behindReporter =
  /(?<!\p{L})(?:says|said|writes|wrote|argues|argued|explains|explained|warns|warned|thinks|asks) ((?:\p{Lu}[\p{L}-]+ ?){1,3})/gu;
const pronounReporter = new RegExp(
  String.raw`\b(?:he|she|it|the (?:lab|company|page|author)) (?:\p{L}+ly |also )?${verbs}\b`,
  'giu',
);

/** Units on each side of an anchor in which a reporting clause is looked for. */
const clauseReach = 2000;

function writtenVoice(place: PassagePlace, document: ReadDocument): Voice {
  const { passage, index } = place;
  const from = Math.max(0, place.offset - clauseReach);
  const text = passage.text.slice(from, place.offset + clauseReach);
  const offset = place.offset - from;
  const own = reporterIn(text.slice(0, sentenceEnd(text, offset)), offset);
  if (own !== undefined) return own;
  const before = leadingIn(document.source.passages, index, passage);
  const lead = before?.text.slice(-clauseReach);
  return (lead === undefined ? undefined : introducer(lead)) ?? { kind: 'text' };
}

/** Who is introduced by the end of a paragraph: "…, as he explains:". */
function introducer(lead: string): Voice | undefined {
  const sentence = lead.slice(sentenceStart(lead, lead.length));
  const voice = reporterIn(sentence, sentence.length);
  return voice?.kind === 'reported' && sentence.length > 60 ? undefined : voice;
}

function sentenceEnd(text: string, offset: number): number {
  const found = /[.!?]["”’)]*(?:\s|$)/g;
  found.lastIndex = offset;
  return found.exec(text)?.index ?? text.length;
}

/** Items of a list that a lead still holds for. */
const mostItems = 60;

/** The paragraph that a list, or a quotation after a colon, goes on from. */
function leadingIn(passages: readonly Passage[], index: number, own: Passage): Passage | undefined {
  let at = index - 1;
  const farthest = index - mostItems;
  while (own.kind === 'item' && passages[at]?.kind === 'item' && at > farthest) at -= 1;
  const before = passages[at];
  return before !== undefined && before.text.endsWith(':') && before.kind !== 'heading'
    ? before
    : undefined;
}

const openers =
  /^(?:To|The|This|That|These|Those|It|He|She|They|We|You|One|Some|Others|People|What|Which|Who|How|Why|When|And|But|So|As|If|In|For|While|Today|Here|Now|Then)(?: |$)/;

/** Words that begin sentences are no part of a name, and report nothing. */
function reported(name: string): Voice | undefined {
  const own = name.replace(openers, '');
  return own === '' ? undefined : { kind: 'reported', name: own };
}

/** The last reporting clause of a text, in the sentence of the offset or, for a lead, anywhere. */
function reporterIn(text: string, offset: number): Voice | undefined {
  const from = offset >= text.length ? 0 : sentenceStart(text, offset);
  const part = text.slice(from);
  const found = [
    ...[...part.matchAll(unnamedReporter)].map((match) => ({
      at: match.index,
      voice: { kind: 'unnamed' as const, words: match[0] },
    })),
    ...[...part.matchAll(namedReporter)].flatMap((match) => {
      const voice = reported(match[1] ?? '');
      return voice === undefined ? [] : [{ at: match.index, voice }];
    }),
    ...[...part.matchAll(pronounReporter)].map((match) => ({ at: match.index, voice: undefined })),
  ].sort((a, b) => a.at - b.at);
  const last = found.at(-1)?.voice;
  const others = [
    ...found.flatMap(({ voice }) => (voice?.kind === 'reported' ? [voice.name] : [])),
    ...[...part.matchAll(behindReporter)].map(([, name = '']) => name),
  ];
  return last?.kind === 'unnamed' && others.length > 0 ? { ...last, beside: others } : last;
}

function sentenceStart(text: string, offset: number): number {
  const before = text.slice(0, offset);
  // An anchor often begins its sentence.
  const ends = [...before.matchAll(/[.!?]["”’)]*\s+(?=["“‘]?(?:\p{Lu}|$))/gu)];
  const last = ends.at(-1);
  return last === undefined ? 0 : last.index + last[0].length;
}
