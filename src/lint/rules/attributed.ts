import { type Credit, creditsOf } from '../credits.ts';
import { citedGenre, genreOf, mayBe } from '../genres.ts';
import { sameName } from '../names.ts';
import { otherPerson } from '../other-person.ts';
import type { ReadCard } from '../read-card.ts';
import { remembered } from '../remembered.ts';
import type { PassagePlace, ReadDocument, ReadGround } from '../read-ground.ts';
import { type Complaint, type LintRule, quoted } from '../rule.ts';
import { type Voice, voiceAt } from '../voices.ts';

/** Q03: whom the card names as saying it is who says it in the source. */
export const attributed: LintRule = {
  id: 'Q03',
  name: 'attributed',
  check: (card) => {
    const complaint =
      wrongGenre(card) ?? wrongPublication(card) ?? wrongVoice(card) ?? wrongDoer(card);
    return complaint === undefined ? [] : [complaint];
  },
};

function wrongGenre({ claim, grounds }: ReadCard): Complaint | undefined {
  const cited = citedGenre(claim.text);
  if (cited === undefined || grounds.length === 0) return undefined;
  const genres = grounds.map(({ document }) => genreOf(document));
  if (genres.some((genre) => genre === undefined || mayBe(cited, genre))) return undefined;
  return {
    severity: 'error',
    message: `the card cites ${article(cited)}, its source is ${article(genres[0] ?? '')}`,
    remedy: 'Name the document that says it.',
    words: cited,
  };
}

function article(noun: string): string {
  return /^[aeiou]/.test(noun) ? `an ${noun}` : `a ${noun}`;
}

/** A quote list names where each saying comes from. */
function wrongPublication({ claim, grounds }: ReadCard): Complaint | undefined {
  for (const { at, document } of grounds) {
    if (at?.passage.kind !== 'quote' || !at.passage.fromPublication) continue;
    const right = shortTitle(at.passage.attributedTo);
    if (names(claim.text, right)) return undefined;
    const others = publicationsOf(document);
    const wrong = [...others].find(
      (other) => other !== right && !names(at.passage.text, other) && names(claim.text, other),
    );
    if (wrong !== undefined)
      return {
        severity: 'error',
        message: `the card names ${quoted(wrong)}, the list gives ${quoted(right)} as the source`,
        remedy: 'Name the publication that the list gives, or none.',
        words: wrong,
      };
  }
  return undefined;
}

const publicationsOf = remembered(
  ({ source }: ReadDocument): ReadonlySet<string> =>
    new Set(
      source.passages.flatMap((passage) =>
        passage.kind === 'quote' && passage.fromPublication
          ? [shortTitle(passage.attributedTo)]
          : [],
      ),
    ),
);

function shortTitle(title: string): string {
  return title.split(':')[0]?.trim() ?? title;
}

function names(text: string, title: string): boolean {
  if (title.length > 2) return text.toLowerCase().includes(title.toLowerCase());
  return new RegExp(`\\b(?:on|in|from|at) ${title}\\b|^${title}\\.?$|\\n${title}\\.?$`).test(text);
}

/** Who did something, where the passage has somebody else in the sentence that says it. */
function wrongDoer(card: ReadCard): Complaint | undefined {
  const others = card.grounds.map(({ at }) =>
    at === undefined ? undefined : otherPerson(card, at.window),
  );
  const [other] = others;
  if (other === undefined || others.includes(undefined)) return undefined;
  return {
    severity: 'warning',
    message: `the source names ${quoted(other)} where it says this`,
    remedy: 'See who it is in the source.',
    words: card.answer.text,
  };
}

/** Each place must have another voice than the one that the card credits. */
function wrongVoice(card: ReadCard): Complaint | undefined {
  const credits = creditsOf(card);
  if (credits.length === 0) return undefined;
  const complaints = card.grounds.map((ground) =>
    ground.at === undefined
      ? undefined
      : judge(credits, voiceAt(ground.at, ground.document), { card, ground, place: ground.at }),
  );
  if (complaints.length === 0 || complaints.some((complaint) => complaint === undefined))
    return undefined;
  return complaints[0];
}

/** The card speaks of those who are not named, and of somebody else besides. */
const others =
  /\b(?:critics?|sceptics?|skeptics?|opponents?|objections?|objects?|some people|one person|somebody|someone)\b/i;

interface Case {
  readonly card: ReadCard;
  readonly ground: ReadGround;
  readonly place: PassagePlace;
}

function judge(credits: readonly Credit[], voice: Voice, at: Case): Complaint | undefined {
  switch (voice.kind) {
    case 'speaker':
      return judgeSpeaker(credits, voice.name, at);
    case 'relayed':
      return judgeRelayed(credits, voice, at);
    case 'reported':
      return judgeReported(credits, voice.name, at);
    case 'unnamed': {
      const person = credits.find(({ name }) => isPerson(name, at));
      if (person === undefined || others.test(at.card.claim.text)) return undefined;
      const isBeside = voice.beside?.some((name) => isSame(person.name, name, at)) === true;
      return complain(
        isBeside ? 'warning' : 'error',
        person,
        `the source ascribes it to ${quoted(voice.words.trim())}, without a name`,
      );
    }
    case 'text':
      return judgeText(credits, at);
  }
}

function complain(severity: 'error' | 'warning', { words }: Credit, why: string): Complaint {
  return {
    severity,
    message: `${quoted(words)}: ${why}`,
    remedy: 'Name the one who says it, or nobody.',
    words,
  };
}

function judgeSpeaker(
  credits: readonly Credit[],
  speaker: string,
  at: Case,
): Complaint | undefined {
  const { speakers } = at.ground.document;
  if (mentions(at.card, speaker)) return undefined;
  const other = credits.find(({ name }) =>
    speakers.some((each) => each !== speaker && sameName(each, name)),
  );
  if (other !== undefined) return complain('error', other, `${speaker} says it`);
  const stranger = credits.find(({ name }) => isPerson(name, at) && isStranger(name, at));
  return stranger === undefined ? undefined : complain('error', stranger, `${speaker} says it`);
}

function judgeRelayed(
  credits: readonly Credit[],
  { by, of, name }: Extract<Voice, { kind: 'relayed' }>,
  at: Case,
): Complaint | undefined {
  const { speakers } = at.ground.document;
  if (name !== undefined && mentions(at.card, name)) return undefined;
  if (
    /listener/.test(of) &&
    /\b(?:listener|audience|someone|critic|sceptic|skeptic)/i.test(at.card.claim.text)
  )
    return undefined;
  const wrong = credits.find(({ name: credited }) =>
    speakers.some((each) => sameName(each, credited)),
  );
  if (wrong === undefined) return undefined;
  const own = sameName(wrong.name, by) && name === undefined;
  const puts = /\b(?:ask|put|raise|quote|read|pass|relay|mention|report)/i.test(
    at.card.question.text,
  );
  if (own && puts) return undefined;
  return complain('error', wrong, `${by} passes on what ${of} says`);
}

function judgeReported(
  credits: readonly Credit[],
  reporter: string,
  at: Case,
): Complaint | undefined {
  if (mentions(at.card, reporter)) return undefined;
  if (credits.some(({ name }) => isSame(name, reporter, at))) return undefined;
  const wrong = credits.find(({ name }) => isPerson(name, at) && !isSame(name, reporter, at));
  if (wrong === undefined) return undefined;
  return complain(
    isSaid(wrong.name, at) ? 'warning' : 'error',
    wrong,
    `the source has ${reporter} say it`,
  );
}

/** Nobody is reported: the text's own words can be credited only to whom it is about. */
function judgeText(credits: readonly Credit[], at: Case): Complaint | undefined {
  const { source } = at.ground.document;
  const head = [
    at.place.passage.speaker ?? '',
    source.title,
    source.author ?? '',
    ...source.passages.slice(0, 4).map(({ text }) => text.slice(0, 300)),
  ].join(' ');
  const stranger = credits.find(
    ({ name }) => isPerson(name, at) && !isSaid(name, at) && !saysName(head, name),
  );
  return stranger === undefined
    ? undefined
    : complain('error', stranger, 'the passage does not name them');
}

/** Two names of one person: alike, or first and last name, as the document puts them together. */
function isSame(one: string, other: string, { ground }: Case): boolean {
  if (sameName(one, other)) return true;
  const text = ground.document.source.text.toLowerCase();
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  return text.includes(`${a} ${b}`) || text.includes(`${b} ${a}`);
}

/** A name that is not the document's, a publication's or a group's. */
function isPerson(name: string, { ground }: Case): boolean {
  if (
    /^(?:The )?(?:Interview|Article|Podcast|Biography|Page|Wiki|List|Reader|Glossary)/i.test(name)
  )
    return false;
  const { source } = ground.document;
  return (
    !source.title.toLowerCase().startsWith(name.toLowerCase()) ||
    source.title.split(' ').length <= 3
  );
}

/** Not in the passage, and a person by two names or nowhere in the document. */
function isStranger(name: string, at: Case): boolean {
  if (isSaid(name, at)) return false;
  return name.includes(' ') || !saysName(at.ground.document.source.text, name);
}

function isSaid(name: string, { place }: Case): boolean {
  return saysName(place.window.text, name);
}

function saysName(text: string, name: string): boolean {
  const small = text.toLowerCase();
  return name
    .toLowerCase()
    .split(/[\s-]+/)
    .some(
      (part) =>
        part.length > 2 && new RegExp(`(?<![\\p{L}])${escaped(part)}(?![\\p{L}])`, 'u').test(small),
    );
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}

/** Whether a card names somebody, by any part of the name. */
function mentions({ claim }: ReadCard, name: string): boolean {
  return saysName(claim.text, name.replaceAll(/['’]s$/g, ''));
}
