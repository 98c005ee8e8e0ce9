import { isFirstOrSecondPerson, startsWithReference } from '../words.ts';
import { type Asked, type Asking, stop } from './asking.ts';

/** `get A to do B, such that C` → What happens if one gets A to do B? */
export function askSuchThat({ text, start }: Asking): Asked | undefined {
  const found =
    /(?:^|: )(?<verb>get|let|use|make|train|keep|give) (?<what>[^,;:]{6,120}), (?:such|so) that (?=\S)/.exec(
      text,
    );
  const { verb, what } = found?.groups ?? {};
  if (found === null || verb === undefined || what === undefined) return undefined;
  if (isFirstOrSecondPerson(what) || startsWithReference(what)) return undefined;
  const answer = { start: start + found.index + found[0].length, end: start + stop(text) };
  return { question: `What happens if one ${verb}s ${what}`, answer, lead: '', form: 'when' };
}
