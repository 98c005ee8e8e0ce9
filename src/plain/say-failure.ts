import { TenetError } from '../model/problem.ts';
import type { Dialog } from './dialog.ts';

/** Says an expected failure: what happened, what is wrong, what to do. Anything else is a bug, and flies on. */
export function sayFailure(failure: unknown, dialog: Dialog): void {
  if (!(failure instanceof TenetError)) throw failure;
  dialog.say(failure.message);
  for (const { rule, message, remedy } of failure.problems)
    dialog.say(`${rule}: ${message}. ${remedy}`);
  if (failure.hint !== undefined) dialog.say(failure.hint);
}
