import { stemOf } from './words.ts';

const pairs = `easy hard; easy difficult; simple complex; simple complicated; cheap expensive; cheap costly; small large; small big;
  little big; weak strong; slow fast; slow quick; slowly quickly; increase decrease; increase reduce; raise lower; grow shrink;
  high low; possible impossible; safe dangerous; open closed; early late; success failure; succeed fail;
  help hinder; accept reject; optimistic pessimistic; optimism pessimism; overrate underrate; overestimate underestimate;
  overconfident underconfident; similar different; gain lose; strengthen weaken; accelerate slow; narrow wide; allow forbid;
  allow prevent; improve worsen; improve degrade; best worst; better worse; more less; most least; maximum minimum; maximise minimise;
  positive negative; benefit harm; good bad; short long; rare common; public private; encourage discourage; agree disagree;
  smart dumb; rich poor; near far; external internal; temporary permanent; sufficient insufficient; adequate inadequate;
  reliable unreliable; likely unlikely; necessary unnecessary; aligned misaligned; always never; preserve destroy; robust fragile;
  flexible rigid; mandatory optional; required optional; mundane sophisticated; modest ambitious; automated manual;
  general specific; common unusual; central marginal; confirm refute; confident uncertain; certain uncertain; transparent opaque; inside outside; favour harm; favour hinder;
  help harm; protect harm; attract repel; attract deter; rise fall; rise sink; begin end; start end; 
  add remove; include exclude; join leave; win lose; love hate; like dislike; praise criticise; support oppose; defend attack; buy sell; hot cold; warm cool;
  wet dry; dark light; young old; thick thin; deep shallow; heavy light; full empty; rigorous lax; careful careless; active passive; visible hidden;
  expand shrink; widen narrow; lengthen shorten; extend shorten; earlier later; upper lower; northern southern; eastern western; north south; east west;
  male female; father mother; victory defeat; peace war; friend enemy; ally enemy; legal illegal; innocent guilty; 
  acid alkaline; absorb emit; absorb release; inhale exhale; predator prey; buyer seller; teacher student; master servant; lender borrower; 
  majority minority; winter summer; import export; ancient modern; sweet bitter; cheap dear; dear cheap; improve spoil; mend break; pure impure; advance retreat; melt freeze; welcome reject; approve reject; obey defy; trust distrust; fertile barren; tame wild`;

const irregular: Readonly<Record<string, string>> = {
  better: 'better',
  worse: 'worse',
  less: 'less',
  more: 'more',
  larger: 'large',
  bigger: 'big',
  later: 'late',
  lower: 'low',
  lost: 'lose',
  won: 'win',
  grew: 'grow',
  slower: 'slow',
};

const bases = new Map<string, string>();
/** Bases kept at once; those of further words are made anew. */
const mostBases = 50_000;

const opposites = new Map<string, Set<string>>();
for (const pair of pairs.split(';')) {
  const [a = '', b = ''] = pair.trim().split(' ').map(baseOf);
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const)
    opposites.set(one, (opposites.get(one) ?? new Set()).add(other));
}

/** The stems of words that say the opposite; empty for most. */
export function oppositesOf(base: string): ReadonlySet<string> {
  return opposites.get(base) ?? new Set();
}

/** A small word without the ending of a comparison: `easier` → the stem of `easy`. */
export function baseOf(word: string): string {
  const known = bases.get(word);
  if (known !== undefined) return known;
  const base = withoutEnding(word);
  if (bases.size < mostBases) bases.set(word, base);
  return base;
}

function withoutEnding(word: string): string {
  const known = irregular[word];
  if (known !== undefined) return stemOf(known) === '' ? known : stemOf(known);
  const plain = word
    .replace(/i(?:er|est)$/, 'y')
    .replace(
      /(?<=^(?:cheap|small|weak|strong|fast|quick|high|hard|smart|safe|short|long|near|slow|simpl|larg|narrow|wid|rich|poor|dumb|earl|close|young|old|dark|light|great|few))(?:er|est|r|st)$/,
      '',
    );
  const stem = stemOf(plain);
  return stem === '' ? plain : stem;
}

/** Whether a word compares: `easier`, `more`. */
export function isComparative(word: string): boolean {
  return (
    /^(?:more|less|fewer|better|worse)$/.test(word) ||
    (word.endsWith('er') && baseOf(word) !== stemOf(word))
  );
}

/** "Warm air rises", "cold air sinks": where two of some bases are turned, the claim is the same again. */
export function isMirrored(own: ReadonlySet<string>, theirs: ReadonlySet<string>): boolean {
  const turned = [...own].filter(
    (base) =>
      !theirs.has(base) &&
      [...oppositesOf(base)].some((opposite) => theirs.has(opposite) && !own.has(opposite)),
  );
  return turned.length === 2;
}
