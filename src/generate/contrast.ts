import type { CardDraft } from '../model/draft.ts';
import type { Source } from '../model/source.ts';
import { clozeText } from './cloze-text.ts';
import { draftFrom } from './draft.ts';
import { type ProseSentence, proseSentences } from './prose.ts';
import type { Rule } from './rule.ts';
import { sentencesOf } from './sentence.ts';
import {
  countWords,
  isFirstOrSecondPerson,
  mentionsDocument,
  startsWithReference,
} from './words.ts';

/** `A rather than B`: a cloze of A, with B in sight. */
export const contrast: Rule = {
  id: 'contrast',
  draft: (source) =>
    proseSentences(source, sentencesOf).flatMap((sentence) => draftOf(source, sentence)),
};

const pair = /(?<hole>(?:[\p{L}\p{N}'’-]+ ){1,4})(?:rather than|instead of) (?=[^,.;]{4,90})/u;
/** What a hidden phrase does not begin with. */
const joins = new Set(
  'a an the is are was were be been being as by to of on for with that from than in at and or but can could will would should must may might it they'.split(
    ' ',
  ),
);

function draftOf(source: Source, { passage, text, start, end }: ProseSentence): CardDraft[] {
  const found = pair.exec(text);
  const phrase = found?.groups?.['hole'];
  const words = countWords(text);
  if (found === null || phrase === undefined || words > 32 || words < 8) return [];
  if (startsWithReference(text) || isFirstOrSecondPerson(text) || mentionsDocument(text)) return [];
  const kept = phrase.trimEnd().split(' ');
  const last = kept.findLastIndex((word) => joins.has(word.toLowerCase()));
  const hidden = kept.slice(last + 1).join(' ');
  const rest = text.replace(hidden, '');
  // Half of a pair: "wild yeast and [bacteria] instead of …" is more than what is hidden.
  if (/^(?:and|or)$/i.test(kept[last] ?? '') || / (?:and|or) $/i.test(text.slice(0, found.index)))
    return [];
  if (
    hidden.length < 4 ||
    hidden
      .split(' ')
      .some((word) => word.length > 3 && rest.toLowerCase().includes(word.toLowerCase()))
  )
    return [];
  const from = start + found.index + phrase.trimEnd().length - hidden.length;
  const cloze = clozeText(passage, { start, end }, [{ start: from, end: from + hidden.length }]);
  if (cloze === undefined) return [];
  return [
    draftFrom(source, passage, {
      rule: contrast.id,
      slot: 'first',
      role: 'argument',
      content: { kind: 'cloze', text: cloze },
      from: { start, end },
      score: 0.5,
    }),
  ];
}
