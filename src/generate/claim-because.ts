import { askImportant } from './asking/important.ts';
import { askWhy } from './asking/why.ts';
import { askingRule } from './asked-sentence.ts';

/** `RLHF is no solution because it relies on people.` — why is it none? */
export const claimBecause = askingRule({
  id: 'claim-because',
  role: 'reason',
  score: 0.7,
  ask: (asking) => askWhy(asking) ?? askImportant(asking),
});
