import { isFirstOrSecondPerson } from '../words.ts';
import { type Asked, type Asking, stop } from './asking.ts';

/** `The reason why I would recommend X is that Y` → Why would … recommend X? `{I}` stands for the name. */
export function askReason({ text, start }: Asking): Asked | undefined {
  const found =
    /^The reason (?:why |that )?I (?<verb>would|do|did|can) (?<what>[^,]{8,120}?)(?:, [^,]{3,80},)? is that /.exec(
      text,
    );
  const { verb, what } = found?.groups ?? {};
  if (found === null || verb === undefined || what === undefined) return undefined;
  if (isFirstOrSecondPerson(what)) return undefined;
  const answer = { start: start + found[0].length, end: start + stop(text) };
  return { question: `Why ${verb} {I} ${what}`, answer, lead: 'Because ', form: 'why' };
}
