import { askSuchThat } from './asking/such-that.ts';
import { askWhenLate } from './asking/when-late.ts';
import { askWhen } from './asking/when.ts';
import { askingRule } from './asked-sentence.ts';

/** `If A, B.`, `To do A, one must B.`, `Do A, such that B.` — what happens, what must be done? */
export const condition = askingRule({
  id: 'condition',
  role: 'argument',
  score: 0.6,
  ask: (asking) =>
    / because /.test(asking.text)
      ? undefined
      : (askSuchThat(asking) ?? askWhen(asking) ?? askWhenLate(asking)),
});
