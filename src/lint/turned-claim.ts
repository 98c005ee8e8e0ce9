import { answeredClaim, assertionOf } from './assertion.ts';
import { type Clause, clausesOf, hasSentences } from './clauses.ts';
import { crossedPairs } from './crossed-pairs.ts';
import { lostHedge } from './lost-hedge.ts';
import { mixedClauses } from './mixed-clauses.ts';
import { statementsOf } from './negation.ts';
import { hasOtherView } from './other-view.ts';
import type { ReadCard } from './read-card.ts';
import type { PassagePlace, ReadDocument } from './read-ground.ts';
import { replacedWord } from './replaced-word.ts';
import { type Complaint, quoted } from './rule.ts';
import { swappedCauses } from './swapped-causes.ts';
import { swappedOrder } from './swapped-order.ts';
import { swappedRoles } from './swapped-roles.ts';
import { type TurnedRun, turnedRun } from './turned-run.ts';
import { turnedStance } from './turned-stance.ts';

/** A card beside a place that it rests on, both in clauses. */
interface Compared {
  readonly card: ReadCard;
  readonly place: PassagePlace;
  readonly document: ReadDocument;
  /** What question and answer claim together, and what the answer claims alone. */
  readonly said: readonly Clause[];
  readonly answered: readonly Clause[];
  readonly there: readonly Clause[];
}

type Check = (compared: Compared) => Complaint | undefined;

/** What a card turned round since its passage, surest first; undefined where nothing shows it. */
export function turnedClaim(card: ReadCard): Complaint | undefined {
  if (card.kind === 'term') return undefined;
  const grounds = card.grounds.flatMap(({ at: place, document }) =>
    place === undefined ? [] : [{ place, document }],
  );
  const all = grounds.map(({ place, document }) => ({
    card,
    place,
    document,
    said: clausesOf(assertionOf(card)),
    answered: clausesOf(answeredClaim(card)),
    there: clausesOf(place.near),
  }));
  const written = all.filter(({ place }) => hasSentences(place.near));
  return firstComplaint(inAnyText, all) ?? firstComplaint(inSentences, written);
}

function firstComplaint(checks: readonly Check[], all: readonly Compared[]): Complaint | undefined {
  for (const check of checks)
    for (const compared of all) {
      const complaint = check(compared);
      if (complaint !== undefined) return complaint;
    }
  return undefined;
}

function complain(severity: Complaint['severity'], words: string, message: string): Complaint {
  return { severity, message, remedy: 'See what the passage says, and say the same.', words };
}

const run: Check = ({ card, place }) => {
  const turned = turnedRun(card.kind === 'basic' ? card.answer : card.claim, place.near);
  return turned === undefined || deniesInQuestion(card, turned)
    ? undefined
    : complain(
        hasOtherView(place.near) && turned.how !== 'other name' ? 'warning' : 'error',
        '',
        runMessage(turned),
      );
};

/** "What can a model not do?" is answered with what the passage denies. */
function deniesInQuestion({ kind, question }: ReadCard, { how }: TurnedRun): boolean {
  if (kind !== 'basic') return false;
  const { negations, limits } = statementsOf(question);
  return negations.length + (how === 'affirmed' ? limits.length : 0) > 0;
}

function runMessage({ how, words }: TurnedRun): string {
  if (how === 'denied') return `the passage says ${quoted(words)}, without the "not" of the card`;
  if (how === 'affirmed') return `the passage denies ${quoted(words)}`;
  if (how === 'other name') return `the passage says ${quoted(words)}, with another name`;
  return `the card says the opposite of the passage's ${quoted(words)}`;
}

const roles: Check = ({ said, answered, there }) => {
  const words = swappedRoles([...said, ...answered], there);
  return words === undefined
    ? undefined
    : complain('error', words, `the passage has it the other way round: ${quoted(words)}`);
};

const causes: Check = ({ card, place }) => {
  const words = swappedCauses(card, assertionOf(card), place.near);
  return words === undefined
    ? undefined
    : complain('error', words, `the passage has ${quoted(words)} as the effect, not the cause`);
};

const order: Check = ({ card, place }) => {
  const words = swappedOrder(assertionOf(card), place.near);
  return words === undefined
    ? undefined
    : complain('error', words, `the passage has the other order: ${quoted(words)}`);
};

const pairs: Check = ({ said, answered, there }) => {
  const crossed = crossedPairs(said, there) ?? crossedPairs(answered, there);
  if (crossed === undefined) return undefined;
  const { sure, words } = crossed;
  const message = `these have changed places since the passage: ${quoted(words)}`;
  return complain(sure ? 'error' : 'warning', words, message);
};

const hedge: Check = ({ card, place }) => {
  const lost = lostHedge(card, place.near);
  if (lost === undefined) return undefined;
  const message = `the passage says it with ${quoted(lost.hedge)}, the card for sure`;
  return complain(lost.insists === undefined ? 'warning' : 'error', lost.insists ?? '', message);
};

const subject: Check = ({ card, said, answered, there }) => {
  const other = card.kind === 'basic' ? replacedWord([...said, ...answered], there) : undefined;
  if (other === undefined) return undefined;
  const message = `the card says of ${quoted(other.said)} what the passage says of ${quoted(other.passage)}`;
  return complain('warning', other.said, message);
};

const halves: Check = ({ card, said, answered, there }) => {
  const words = card.kind === 'basic' ? mixedClauses([...said, ...answered], there) : undefined;
  return words === undefined
    ? undefined
    : complain('warning', words, `the passage parts what ${quoted(words)} puts together`);
};

const stance: Check = ({ card, place, document }) => {
  const turned = turnedStance(card, place, document);
  if (turned === undefined) return undefined;
  const { said, passage } = turned;
  return complain('warning', said, `the card says ${quoted(said)}, the passage ${quoted(passage)}`);
};

const inAnyText: readonly Check[] = [run];
/** Clauses are needed to tell who does what; speech without marks has none. */
const inSentences: readonly Check[] = [roles, causes, order, pairs, hedge, subject, halves, stance];
