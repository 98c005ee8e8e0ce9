import { type Clause, clausesOf } from './clauses.ts';
import { countShared, type ReadText } from './read-text.ts';

/** What a card says for sure and the passage does not. */
export interface LostHedge {
  readonly hedge: string;
  /** The card itself insists: "certainly", "always". */
  readonly insists: string | undefined;
}

const hedging = /^(?:may|might|perhaps|possibly|maybe|probably|presumably|supposedly|allegedly)$/;
/** On a card all of these leave room, and so does whoever is named as saying it. */
const hedged =
  /\b(?:may|might|maybe|perhaps|possibl[ey]|probabl[ey]|probability|presumably|supposedly|allegedly|likely|unlikely|could|can|would|should|seems?|seemed|appears?|suspect\w*|guess\w*|risk\w*|danger\w*|chance|worr(?:y|ies|ied)|fears?|feared|hopes?|hoped|expect\w*|believ\w*|thinks?|thought|argu\w*|claim\w*|suggest\w*|according|imagin\w*|suppos\w*|if|object\w*|sceptic\w*|critic\w*|assum\w*|predict\w*|question|doubt\w*|say|says|said|view|uncertain|unsure|unknown|open|hypothes\w*|theor\w*|plausibl\w*|potential\w*|tend\w*|some)\b/i;
const month = /\bMay\b/g;
const insisting =
  /\b(?:will|certainly|definitely|surely|undoubtedly|without (?:any )?doubt|always|inevitably|guarante(?:e|es|ed)|prove[nsd]?|for sure|for certain|must)\b/i;
const mostOfAnswer = 0.75;
const leastShared = 2;

/** Looks for a "may" of the passage that a card has lost; attributed claims and questions of chance are left alone. */
export function lostHedge(
  { claim, answer }: { readonly claim: ReadText; readonly answer: ReadText },
  near: ReadText,
): LostHedge | undefined {
  if (hedged.test(claim.text.replaceAll(month, ''))) return undefined;
  const clauses = clausesOf(near);
  for (const clause of clauses) {
    const at = clause.words.findIndex(
      ({ text, start }) => hedging.test(text) && !near.text.startsWith('May', start),
    );
    const hedge = clause.words[at]?.text;
    if (hedge === undefined || !isSaid(clause, at, { answer, claim })) continue;
    if (clauses.some((other) => other !== clause && saysMore(other, clause, answer))) continue;
    const insists = insisting.exec(claim.text)?.[0];
    // What the passage itself insists on is no more sure on the card.
    const own = insists !== undefined && near.text.toLowerCase().includes(insists.toLowerCase());
    return { hedge, insists: own ? undefined : insists };
  }
  return undefined;
}

/** Whether a card's answer is what a clause says, and the card has most of what stands behind its "may". */
function isSaid(
  { stems, words }: Clause,
  at: number,
  { answer, claim }: { readonly answer: ReadText; readonly claim: ReadText },
): boolean {
  const shared = countShared(answer.stems, stems);
  const behind = words.slice(at).flatMap(({ stem }) => (stem === '' ? [] : [stem]));
  return (
    shared >= leastShared &&
    shared / answer.stems.size >= mostOfAnswer &&
    countShared(behind, claim.stems) / behind.length >= mostOfAnswer
  );
}

function saysMore(other: Clause, clause: Clause, answer: ReadText): boolean {
  if (other.words.some(({ text }) => hedging.test(text))) return false;
  return countShared(answer.stems, other.stems) >= countShared(answer.stems, clause.stems);
}
