import type { Asked, Asking } from './asking/asking.ts';
import { askDiffers } from './asking/differs.ts';
import { askWhatDoes } from './asking/what-does.ts';
import { askWhatHave } from './asking/what-have.ts';
import { askWhatIs } from './asking/what-is.ts';
import { askWhatMust } from './asking/what-must.ts';
import { askWhich } from './asking/which.ts';
import { askingRule } from './asked-sentence.ts';

/** `The core problem is that …`, `The approach involves …` — what is it, what does it involve? */
export const whatIs = askingRule({ id: 'what-is', role: 'argument', score: 0.65, ask });

function ask(asking: Asking): Asked | undefined {
  if (/ because /.test(asking.text)) return undefined;
  // What a quotation says somebody could do is worth more than what a text says.
  const quoted = asking.text.includes('“') ? askWhatMust(asking) : undefined;
  return (
    quoted ??
    askDiffers(asking) ??
    askWhatIs(asking) ??
    askWhatDoes(asking) ??
    askWhich(asking) ??
    askWhatHave(asking)
  );
}
