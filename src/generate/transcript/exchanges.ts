import type { Passage, Source } from '../../model/source.ts';

/** A question of the host with the paragraphs of one guest's answer. */
export interface Exchange {
  /** Paragraphs of the host before the answer, and what he reads out in them. */
  readonly asked: readonly Passage[];
  readonly guest: string;
  readonly answered: readonly Passage[];
}

/** Who asks in a talk, and who answers; a lecture has no host. */
interface Roles {
  readonly host: string | undefined;
  readonly guests: readonly string[];
}

/** A paragraph of more was not cut by people, and tagging it would take long. */
const longest = 20_000;
/** Words of an interjection, at most; one that asks nothing does not end an answer. */
const interjection = 8;
/** Whoever says less of a talk than this is neither host nor guest. */
const leastShare = 0.02;

/** Who asks and who answers, by how often each says "do you" and its like; undefined where nobody is named. */
export function rolesIn({ passages }: Source): Roles | undefined {
  const said = new Map<string, { words: number; questions: number }>();
  for (const { speaker, readBy, text } of passages) {
    if (speaker === undefined || readBy !== undefined) continue;
    const own = said.get(speaker) ?? { words: 0, questions: 0 };
    own.words += text.length;
    own.questions += text.match(/\b(?:do|did|are|have|would|could|can) you\b|\?/gi)?.length ?? 0;
    said.set(speaker, own);
  }
  const all = [...said.values()].reduce((sum, { words }) => sum + words, 0);
  const speakers = [...said].filter(([, { words }]) => words >= all * leastShare);
  if (speakers.length === 0) return undefined;
  if (speakers.length === 1) return { host: undefined, guests: speakers.map(([name]) => name) };
  const [host, ...guests] = speakers
    .toSorted(([, a], [, b]) => b.questions / b.words - a.questions / a.words)
    .map(([name]) => name);
  return { host, guests };
}

/** The exchanges of a talk's body; short interjections are joined over, and each guest answers for himself. */
export function exchangesOf({ passages }: Source, { guests }: Roles): Exchange[] {
  const exchanges: { asked: Passage[]; guest: string; answered: Passage[] }[] = [];
  let asked: Passage[] = [];
  for (const passage of passages) {
    if (passage.region !== 'body' || passage.text.length > longest) continue;
    const { speaker = '' } = passage;
    const last = exchanges.at(-1);
    const answers = guests.includes(speaker) && passage.readBy === undefined;
    if (answers && asked.length === 0 && last?.guest === speaker) last.answered.push(passage);
    else if (
      answers &&
      asked.length === 0 &&
      last !== undefined &&
      last.guest !== speaker &&
      isInterjection(passage)
    )
      continue;
    else if (answers && (asked.length > 0 || last !== undefined)) {
      exchanges.push({ asked, guest: speaker, answered: [passage] });
      asked = [];
    } else if (asked.length === 0 && last !== undefined && isInterjection(passage)) continue;
    else asked.push(passage);
  }
  return exchanges;
}

function isInterjection({ text, readBy }: Passage): boolean {
  return (
    readBy === undefined &&
    text.split(' ').length <= interjection &&
    !/^(?:(?:so|and|but|ok|right|yeah) )*(?:why|how|what|which|who|where|when|is|are|do|does|can|could|would|have|any)\b/i.test(
      text,
    )
  );
}
