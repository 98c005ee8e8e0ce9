import { startsWithReference } from '../words.ts';
import type { Asked, Asking } from './asking.ts';
import { askImportant } from './important.ts';
import { askReason } from './reason.ts';
import { askSuchThat } from './such-that.ts';
import { askWhatDoes } from './what-does.ts';
import { askWhatIs } from './what-is.ts';
import { askWhatMust } from './what-must.ts';
import { askWhen } from './when.ts';
import { askWhenLate } from './when-late.ts';
import { askWhy } from './why.ts';

/** The first of the ways of asking that fits a sentence, the surest first. */
export function askOf(asking: Asking): Asked | undefined {
  const whole = withoutConcession(asking);
  return (
    askWhy(whole) ??
    askReason(whole) ??
    askImportant(whole) ??
    askSuchThat(whole) ??
    askWhen(whole) ??
    askWhenLate(whole) ??
    askWhatIs(whole) ??
    askWhatDoes(whole) ??
    askWhatMust(whole)
  );
}

/** `While A, B` grants A and says B. */
function withoutConcession(asking: Asking): Asking {
  const granted =
    /^(?:While|Although|Though) [^;:]{10,160}?, (?=(?:the|an?|practical|we|\p{L}+) )/iu.exec(
      asking.text,
    );
  if (granted === null) return asking;
  const text = asking.text.slice(granted[0].length);
  return startsWithReference(text)
    ? asking
    : { ...asking, text, start: asking.start + granted[0].length };
}
