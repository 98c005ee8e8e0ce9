import { isFirstOrSecondPerson } from '../words.ts';
import { type Asked, type Asking, isSubject, stop } from './asking.ts';

const difference =
  /^(?<subject>[^,;:]{3,80}?) (?<verb>differs?|differed) from (?<other>[^,;:]{3,80}?) (?:in that|because|in|by) (?=\S.{10,}$)/u;

/** `A differs from B in that C` → How does A differ from B? */
export function askDiffers({ text, start, lower }: Asking): Asked | undefined {
  const found = difference.exec(text);
  const { subject, verb, other } = found?.groups ?? {};
  if (found === null || subject === undefined || other === undefined || !isSubject(subject))
    return undefined;
  if (isFirstOrSecondPerson(subject + other)) return undefined;
  const auxiliary = verb === 'differed' ? 'did' : verb === 'differ' ? 'do' : 'does';
  const answer = { start: start + found[0].length, end: start + stop(text) };
  return {
    question: `How ${auxiliary} ${lower(subject)} differ from ${other}`,
    answer,
    lead: '',
    form: 'what-does',
  };
}
