import { isFirstOrSecondPerson } from '../words.ts';
import { type Asked, type Asking, stop } from './asking.ts';

/** `It is important to A: B` → Why is it important to A? */
export function askImportant({ text, start }: Asking): Asked | undefined {
  const found =
    /^(?:It['’]s|It is) (?:also |very )?(?<how>important|critical|crucial|essential|necessary|vital) to (?<what>[^:;]{8,140}): (?=\S)/.exec(
      text,
    );
  const { how, what } = found?.groups ?? {};
  if (found === null || how === undefined || what === undefined || isFirstOrSecondPerson(what))
    return undefined;
  const answer = { start: start + found[0].length, end: start + stop(text) };
  return { question: `Why is it ${how} to ${what}`, answer, lead: '', form: 'why' };
}
