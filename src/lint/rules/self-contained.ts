import { namesOf, sameName } from '../names.ts';
import type { ReadCard } from '../read-card.ts';
import { type Complaint, type LintRule, quoted } from '../rule.ts';

/** Q04: the question can be understood without the document open. */
export const selfContained: LintRule = {
  id: 'Q04',
  name: 'self-contained',
  check: (card) => {
    const { text } = card.question;
    if (card.kind === 'term' || card.kind === 'cloze') return deixis(text);
    const orphan = orphanOf(text, personsOf(card));
    if (orphan !== undefined)
      return [complain(orphan, `${quoted(orphan)} refers to nothing in the question`)];
    const bare = withoutContext(card);
    if (bare !== undefined)
      return [complain(bare, `${quoted(bare)} can be of anything: the question names no subject`)];
    return deixis(text);
  },
};

function complain(words: string, message: string): Complaint {
  return {
    severity: 'error',
    message,
    remedy: 'Name in the question what it is about.',
    words,
  };
}

const pointing =
  /\b(?:the above|above-mentioned|the following(?! (?:day|night|week|month|year|decade|century|season|morning|evening|spring|summer|autumn|winter)s?\b)|aforementioned|the former|the latter|(?:this|the present) (?:section|chapter|passage|paragraph|text|excerpt|list item|sentence)|as (?:shown|mentioned|described|seen) (?:above|below|earlier)|(?:this|the) author(?! of))\b/i;

function deixis(text: string): Complaint[] {
  const found = pointing.exec(text)?.[0];
  return found === undefined
    ? []
    : [complain(found, `${quoted(found)} points at a place outside the card`)];
}

const pronoun =
  /(?<![\p{L}'’-])(?:it|its|they|them|their|theirs|he|him|his|she|her|hers|this|that|these|those|there)(?![\p{L}-])(?!['’](?!s))/giu;

/** Who speaks or writes in the sources: a person, and nothing that "it" could stand for. */
function personsOf({ grounds }: ReadCard): readonly string[] {
  return grounds.flatMap(({ document }) => [...document.speakers, document.source.author ?? '']);
}

/** A pronoun or a pointing word before anything that it could stand for. */
function orphanOf(question: string, persons: readonly string[]): string | undefined {
  for (const found of question.matchAll(pronoun)) {
    const word = found[0].toLowerCase();
    const before = question.slice(0, found.index);
    const after = question.slice(found.index + found[0].length);
    if (!refers(word, before, after)) continue;
    if (!hasReferent(word, before, persons) && !namedBehind(word, after))
      return clip(found[0], after);
  }
  return undefined;
}

/** "Which objection to his approach does Leike name?" */
function namedBehind(word: string, after: string): boolean {
  if (/^(?:his|her|their|its)$/.test(word)) return namesOf(after).length > 0;
  // "When he left OpenAI, …", "she, Ilse Brandt, …".
  const behind = /^[^,?]{0,80}, ?(.*)/u.exec(after)?.[1] ?? '';
  if (/^(?:he|him|she|hers|they|them)$/.test(word)) return namesOf(behind, true).length > 0;
  return word === 'it' && /\b(?:the|an?) \p{L}{3}/u.test(behind);
}

function clip(word: string, after: string): string {
  return /^(?:this|that|these|those)$/i.test(word)
    ? word + (/^ \p{L}+/u.exec(after)?.[0] ?? '')
    : word;
}

const auxiliaries = String.raw`(?:is|are|was|were|be|been|being|will|would|can|could|should|might|may|must|has|have|had|does|do|did)`;
const quality = String.raw`(?:(?:so|very|too|more|less|most|really|such an?|an?|the|sometimes|often|still|even|not|far|much|particularly|especially) )*`;
const expletive = new RegExp(
  String.raw`^(?:['’]s)? (?:${auxiliaries} )*${quality}\p{L}+(?:ly)?(?: \p{L}+){0,3}? (?:to|that|for|when|if|whether|how|why|not|than)\b|^ (?:(?:does|do|did|will|would|can|could) )?(?:not )?(?:matter|matters|mattered|help|helps|helped|take|takes|took|make|makes|made|seem|seems|seemed|look|looks|looked|follow|follows|mean|means|pay|pays|turn|turns|come|comes|happen|happens|cost|costs|count|counts|suffice|suffices|become|becomes)\b`,
  'iu',
);

/** Whether a word stands for something here: not "it is hard to", not "the claim that", not "those who". */
function refers(word: string, before: string, after: string): boolean {
  // "What is it that founders shape first?"
  if (word === 'it' && /^ (?:that|who|which)\b/i.test(after) && /\b(?:is|was) $/i.test(before))
    return false;
  if (word === 'it' || word === 'its')
    return (
      !(word === 'it' && expletive.test(after)) ||
      /^ (?:do|does|did|need|needs|want|wants)\b/i.test(after)
    );
  if (word === 'there')
    return (
      !new RegExp(
        String.raw`^(?:['’]s| ${auxiliaries}| not| never| seem| remain| exist)`,
        'iu',
      ).test(after) && !new RegExp(String.raw`\b${auxiliaries}(?: not)? $`, 'iu').test(before)
    );
  if (word === 'that') return refersAsThat(before, after);
  if (word === 'those' || word === 'these')
    return !/^ (?:who|whom|whose|which|that|of|in|with|at|from|on|doing|already|most|days|years|listed|named|aligned|\p{L}+ing|\p{L}+ed)\b/iu.test(
      after,
    );
  if (word === 'this') return !/^ (?:decade|century|year|month|week|day|age|way)\b/i.test(after);
  return true;
}

function refersAsThat(before: string, after: string): boolean {
  if (
    /\b(?:than|as|like|of|from|with|to|do|does|did|about|for|why is|what is|how is) $/i.test(before)
  )
    return /^(?:\?|,| (?:happen|happens|is|mean|means|once|when|if)\b|$)/i.test(after);
  return before.trim() === '' ? false : after.startsWith('?');
}

const functional =
  /^(?:i|you|we|us|me|what|which|who|whom|whose|when|where|why|how|many|much|do|does|did|is|are|was|were|will|would|can|could|should|may|might|must|has|have|had|be|been|being|the|a|an|of|in|on|at|to|for|from|by|with|about|and|or|but|if|that|than|as|so|not|no|there|it|its|they|them|their|he|his|she|her|this|these|those|seen|get|make|made|take|want|need|needed|say|says|said|learn|happen|happens|such|one|ones|two|three|more|most|less|least|before|after|then|into|between|against|according|because|once|since|when|while|enough|still|also|just|even|only|ever|mean|means|prefer|give|gives|think|call|called|like|turn|towards|toward|look|use|used|see|know|other|another|any|some|all|both|each|every|either|neither|scary|good|bad|hard|easy|important|straight|directly|together|apart|again|always|never|often|usually|really|mostly|first|then|now|later|instead|through|up|down|out|off|over|back|go|goes|went|come|comes|came|put|keep|keeps)$/i;

/** Something named before the pronoun that it can stand for: a noun; for a person a name. */
function hasReferent(word: string, before: string, persons: readonly string[]): boolean {
  const isThing = /^(?:it|its|this|that|these|those)$/.test(word);
  const names = namesOf(before, false).filter(
    ({ text }) => !isThing || !persons.some((person) => sameName(person, text)),
  );
  if (names.length > 0) return true;
  if (/^(?:he|him|his|she|her|hers)$/.test(word)) {
    // "Who said that nobody had asked her?"
    if (/^who\b[^?]* (?:that|whether)\b/i.test(before)) return true;
    return /\b(?:person|people|researcher|author|speaker|human|interviewer|host|listener|sceptic|critic|someone|somebody|man|woman|judge|user|guest|member|founder|teacher|expert|scientist|philosopher)s?\b/i.test(
      before,
    );
  }
  const words = before.match(/[\p{L}\d][\p{L}\d'’-]*/gu) ?? [];
  return words.some(
    (each) =>
      !functional.test(each) && !(isThing && persons.some((person) => sameName(person, each))),
  );
}

const generic = new Set(
  `ultimate objective objectives aim aims target targets mission main final overall end beginning start outcome difference differences reason reasons goal goals problem problems plan plans approach approaches example examples method methods idea
  ideas point points thing things argument arguments answer answers result results condition conditions advantage advantages disadvantage
  disadvantages question questions topic topics title number quote quotes list step steps team company project role roles technique
  techniques experiment experiments analogy claim claims worry worries concern concerns limit limits limitation limitations aspect aspects
  part parts kind kinds type types way ways main first second third fourth fifth last next other key central most important basic best
  worst real big biggest two three four five six seven several both solution solutions challenge challenges task tasks purpose meaning
  definition strategy benefit benefits drawback drawbacks risk risks fact facts cause effect consequence conclusion
  change changes option options choice choices lesson lessons requirement requirements principle feature property properties
  objection objections response reply rule rules story situation case cases thought trick issue issues paper author authors article speaker
  one ones three pillars reasons exact same whole new old called named mentioned given listed described meant said behind about
  left remain remains remained happen happens matter matters change changes work works need needs require required help helps exist exists`.split(
    /\s+/,
  ),
);

/** Only words that could stand in any question: "What is the difference?" */
function withoutContext({ question, card }: ReadCard): string | undefined {
  const { text } = question;
  if (namesOf(text, false).length > 0 || /\d|["“”‘`$]/.test(text)) return undefined;
  const words = text.match(/[\p{L}][\p{L}'’-]*/gu) ?? [];
  const own = words.filter((word) => !functional.test(word) && !generic.has(word.toLowerCase()));
  if (own.length > 0) return undefined;
  // Under headings of its own the deck says what it is about; the reader sees them above the card.
  if (card.topics.length > 1 && words.length > 5) return undefined;
  const noun = words
    .filter((word) => generic.has(word.toLowerCase()))
    .slice(-2)
    .join(' ');
  return noun === '' ? text : noun;
}
