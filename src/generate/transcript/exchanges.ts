import type { Passage, Source } from '../../model/source.ts';

/** A question of the host with the paragraphs of the guest's answer. */
export interface Exchange {
  /** Paragraphs of the host before the answer, and what he reads out in them. */
  readonly asked: readonly Passage[];
  readonly answered: readonly Passage[];
}

/** A paragraph of more was not cut by people, and tagging it would take long. */
const longest = 20_000;
/** Words of an interjection, at most; one that asks nothing does not end an answer. */
const interjection = 8;

/** Who asks in a talk, and who answers; undefined where it is not a talk of two. */
export function rolesIn({
  passages,
}: Source): { readonly host: string; readonly guest: string } | undefined {
  const said = new Map<string, { words: number; questions: number }>();
  for (const { speaker, readBy, text } of passages) {
    if (speaker === undefined || readBy !== undefined) continue;
    const own = said.get(speaker) ?? { words: 0, questions: 0 };
    own.words += text.length;
    own.questions += text.match(/\b(?:do|did|are|have|would|could|can) you\b|\?/gi)?.length ?? 0;
    said.set(speaker, own);
  }
  if (said.size !== 2) return undefined;
  const [host, guest] = [...said]
    .toSorted(([, a], [, b]) => b.questions / b.words - a.questions / a.words)
    .map(([name]) => name);
  return host === undefined || guest === undefined ? undefined : { host, guest };
}

/** The exchanges of a talk's body; short interjections of the host are joined over. */
export function exchangesOf({ passages }: Source, guest: string): Exchange[] {
  const exchanges: { asked: Passage[]; answered: Passage[] }[] = [];
  for (const passage of passages) {
    if (passage.region !== 'body' || passage.text.length > longest) continue;
    const last = exchanges.at(-1);
    if (passage.speaker === guest && passage.readBy === undefined) last?.answered.push(passage);
    else if (last !== undefined && last.answered.length > 0 && isInterjection(passage)) continue;
    else if (last === undefined || last.answered.length > 0)
      exchanges.push({ asked: [passage], answered: [] });
    else last.asked.push(passage);
  }
  return exchanges.filter(({ answered }) => answered.length > 0);
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
