import type { Passage } from '../../model/source.ts';
import { inThirdPersonOf, leansBack } from '../third-person.ts';
import { countWords } from '../words.ts';
import { clausesOf, type SpokenClause } from './clauses.ts';
import type { Tagged, Tagger } from './tagger.ts';

const questionWord = /^(?:why|how|what|which|where|who)$/i;
const auxiliary =
  /^(?:'s|do|does|did|is|are|was|were|can|could|would|will|should|has|have|might)$/i;
/** What stands before a question that is really one; behind other words it is part of a sentence. */
const beforeQuestion =
  /^(?:ok|okay|yeah|yes|so|but|right|and|then|question|one|well|now|curious|first|up|listeners|asked|—)$/i;
const confirmation =
  /\b(?:basic idea|short version|long and short|right way of|makes sense|are you saying|do you mean)\b/i;
const fewest = 6;
const most = 26;

/** The last true question of the host's paragraphs, in the third person; undefined where none stands alone. */
export function spokenQuestion(
  asked: readonly Passage[],
  guest: string,
  tag: Tagger,
): string | undefined {
  for (const passage of asked.toReversed().slice(0, 2)) {
    const words = tag(passage.text);
    const starts = clausesOf(words);
    for (let at = words.length - 1; at >= 0; at -= 1) {
      if (!isQuestion(words, at)) continue;
      const end = questionEnd(words, at, starts);
      const told = inThirdPersonOf(
        passage.text.slice(words[at]?.start, words[end - 1]?.end),
        guest,
      );
      // What goes on with "and" has lost its end.
      const cut = /^(?:and|or)$/i.test(words[end]?.text ?? '');
      if (told !== undefined && !cut && hasVerb(words.slice(at, end)) && standsAlone(told))
        return told;
    }
  }
  return undefined;
}

/** "How is the community" breaks off before its verb. */
function hasVerb(words: readonly Tagged[]): boolean {
  return (
    !/^how$/i.test(words[0]?.text ?? '') ||
    words.slice(1).some(({ pos, text }) => pos === 'VERB' && !text.endsWith('ing'))
  );
}

/** A question word, up to four words, an auxiliary and its subject; or a question word and its verb. */
function isQuestion(words: readonly Tagged[], at: number): boolean {
  const word = words[at];
  const before = words[at - 1];
  if (word === undefined || !questionWord.test(word.text)) return false;
  const rest = words.slice(at + 1, at + 8).filter(({ text }) => text !== "n't");
  const verb = rest.findIndex(({ text }) => auxiliary.test(text));
  const subject = rest[verb + 1];
  const opens = before === undefined || beforeQuestion.test(before.text);
  if (verb === -1 || verb > 4 || subject === undefined)
    return (
      opens &&
      /^(?:what|who)$/i.test(word.text) &&
      rest[0]?.pos === 'VERB' &&
      rest[0].text.endsWith('s')
    );
  const between = rest.slice(0, verb);
  if (
    between.some(
      ({ pos, text }) =>
        pos === 'VERB' || /^(?:we|you|i|they|it|he|she|that|if|there)$/i.test(text),
    )
  )
    return false;
  // Only questions put the verb before a pronoun.
  const inverted =
    verb === 0 &&
    /^(?:you|we|they|your)$/i.test(subject.text) &&
    before !== undefined &&
    /^(?:NOUN|ADJ|ADV|PROPN|CCONJ)$/.test(before.pos);
  return (opens || inverted) && subjects.has(subject.pos);
}

const subjects = new Set(['PRON', 'DET', 'NOUN', 'PROPN', 'ADJ', 'NUM', 'VERB']);

/** A question ends where a clause surely begins, where the next question does, or with its paragraph. */
function questionEnd(
  words: readonly Tagged[],
  at: number,
  clauses: readonly SpokenClause[],
): number {
  const clause =
    clauses.find(({ from, strength }) => from >= at + fewest && strength >= 1.8)?.from ??
    words.length;
  const next = words.findIndex(
    ({ text }, index) =>
      index >= at + fewest && asksAgain(text, words[index + 1], words[index - 1]),
  );
  return next === -1 ? clause : Math.min(clause, next);
}

/** "… is solvable have they seen …": a verb before its pronoun. */
function asksAgain(text: string, after: Tagged | undefined, before: Tagged | undefined): boolean {
  if (after === undefined || before === undefined) return false;
  if (questionWord.test(text))
    return auxiliary.test(after.text) && !/^(?:ADP|VERB|AUX|DET|PART)$/.test(before.pos);
  return (
    auxiliary.test(text) &&
    /^(?:they|you|we|it|that|this|he|she|there)$/i.test(after.text) &&
    /^(?:NOUN|ADJ|ADV|PROPN|VERB)$/.test(before.pos)
  );
}

function standsAlone(question: string): boolean {
  const words = countWords(question);
  return (
    words >= fewest &&
    words <= most &&
    !leansBack(
      question.replace(
        /\b(?:is|was) it (?:so |really |even )?(?=important|possible|necessary|useful|hard|easy|better|good|worth|likely)/i,
        'is ',
      ),
    ) &&
    !/\b(?:if|views?) (?:\w+ )?(?:has|have) any$|^which is\b/i.test(question) &&
    !confirmation.test(question) &&
    !/\b(?:and|or|but|so|the|a|of|to|in|for|with|that|is|are|like|just|kind)$/i.test(question) &&
    !/[[\]—…]/.test(question)
  );
}
