import type { CardDraft } from '../model/draft.ts';

/** What a transcriber writes for words that are not there: `[inaudible 1:05]`, `[x]`, `[…]`. */
const gap =
  /\\?\[\s*(?:inaudible|unintelligible|unclear|indistinct|crosstalk|x|\?+|…|\.{3})(?: [\d:.]{1,12})?\s*\\?\]/i;

/** Whether a draft from a talk asks or says something of which words are missing. */
export function hasGap({ content, sentence }: CardDraft): boolean {
  // The brackets of a cloze are those of its holes; what it shows is the sentence.
  return gap.test(sentence) || (content.kind === 'basic' && gap.test(content.question));
}
