import type { LintRule } from '../rule.ts';
import { answerFits } from './answer-fits.ts';
import { attributed } from './attributed.ts';
import { effortful } from './effortful.ts';
import { faithful } from './faithful.ts';
import { grounded } from './grounded.ts';
import { newcomerFriendly } from './newcomer-friendly.ts';
import { noLeak } from './no-leak.ts';
import { noLongList } from './no-long-list.ts';
import { oneFact } from './one-fact.ts';
import { openQuestion } from './open-question.ts';
import { precise } from './precise.ts';
import { readable } from './readable.ts';
import { selfContained } from './self-contained.ts';
import { shortAnswer } from './short-answer.ts';
import { soundCloze } from './sound-cloze.ts';
import { unique } from './unique.ts';
import { worthKnowing } from './worth-knowing.ts';

/** All rules, Q01 to Q17. */
export const rules: readonly LintRule[] = [
  grounded,
  faithful,
  attributed,
  selfContained,
  oneFact,
  openQuestion,
  noLeak,
  shortAnswer,
  noLongList,
  soundCloze,
  precise,
  unique,
  worthKnowing,
  effortful,
  readable,
  answerFits,
  newcomerFriendly,
];
