import { hasNegation } from '../negation.ts';
import { quantitiesOf } from '../quantities.ts';
import type { ReadCard } from '../read-card.ts';
import { countShared, type ReadText } from '../read-text.ts';
import { type Complaint, type LintRule, quoted } from '../rule.ts';
import { plainOf } from '../plain.ts';

const mostShared = 0.75;
const longestRun = 4;

/** Q07: the question does not contain the answer. */
export const noLeak: LintRule = {
  id: 'Q07',
  name: 'no leak',
  check: (card) => {
    if (card.kind === 'cloze') return clozeLeak(card);
    if (card.kind === 'list') return [];
    return card.kind === 'term' ? termLeak(card) : basicLeak(card);
  },
};

function complain(
  words: string,
  message: string,
  severity: Complaint['severity'] = 'error',
): Complaint[] {
  return [{ severity, message, remedy: 'Ask without the words of the answer.', words }];
}

function basicLeak({ question, answer }: ReadCard): Complaint[] {
  const { stems } = answer;
  // "It is not optional" takes up the word of the question to deny it.
  if (stems.size === 0 || (hasNegation(answer.words) && !hasNegation(question.words))) return [];
  // "How many of the six?" – "All six."
  if (asksNumber.test(question.text) && answer.words.length <= 3 && hasNumber(answer)) return [];
  const shared = countShared(stems, question.stems);
  // A reason speaks of what it is the reason for.
  const isReason = asksWhy.test(question.text) && shared < stems.size;
  if (shared / stems.size >= mostShared && !isNewOrder(answer, question))
    return complain(
      answer.text,
      `the question has the answer in it: ${quoted(answer.text)}`,
      isReason ? 'warning' : 'error',
    );
  const run = sharedRun(question, answer);
  if (run === undefined) return [];
  // A long answer may take up the question's words and go on from there.
  const severe = shared / stems.size >= 0.6 && !isReason && !isSubject(answer, question);
  return complain(run, `question and answer share ${quoted(run)}`, severe ? 'error' : 'info');
}

const asksNumber = /\b(?:how many|how much|what (?:share|number|part))\b/i;
const asksWhy = /^(?:[^?,]{0,60}, )?(?:why|for (?:which|what) reason)\b/i;

function hasNumber(answer: ReadText): boolean {
  return quantitiesOf(answer).length > 0;
}

/** "What came after the sheep?" – "Rabbits came after the sheep.": the first word answers. */
function isSubject(answer: ReadText, question: ReadText): boolean {
  const [first] = answer.content;
  return (
    /^(?:what|who|which)\b/i.test(question.text) &&
    first !== undefined &&
    !question.stems.has(first.stem)
  );
}

/** Both compare the same two things, and the order is the answer. */
function isNewOrder(answer: ReadText, question: ReadText): boolean {
  return / than /i.test(answer.text) && !/ than /i.test(question.text);
}

/** Four words in a row, two of which say something. */
function sharedRun(question: ReadText, answer: ReadText): string | undefined {
  const text = ` ${question.words.map(({ text: word }) => word).join(' ')} `;
  for (let at = 0; at + longestRun <= answer.words.length; at += 1) {
    const run = answer.words.slice(at, at + longestRun);
    if (run.filter(({ stem }) => stem !== '').length < 2) continue;
    if (text.includes(` ${run.map(({ text: word }) => word).join(' ')} `))
      return answer.text.slice(run[0]?.start, run.at(-1)?.end);
  }
  return undefined;
}

/** The definition uses the whole term; one word of several is no harm. */
function termLeak({ question, answer }: ReadCard): Complaint[] {
  const words = question.words.filter(({ stem }) => stem !== '').map(({ text }) => text);
  if (words.length === 0) return [];
  const text = ` ${answer.words.map(({ text: word }) => word).join(' ')} `;
  if (!text.includes(` ${words.join(' ')} `)) return [];
  return complain(
    question.text,
    `the definition uses the term ${quoted(question.text)}`,
    'warning',
  );
}

function clozeLeak(card: ReadCard): Complaint[] {
  const visible = ` ${card.question.words.map(({ text }) => text).join(' ')} `;
  const titled = ` ${card.titles.words.map(({ text }) => text).join(' ')} `;
  for (const { text } of card.holes) {
    const hidden = plainOf(text).trim();
    const words = hidden.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
    if (words.length === 0 || !words.some((word) => word.length > 3)) continue;
    const needle = ` ${words.join(' ')} `;
    if (visible.includes(needle))
      return complain(hidden, `the hidden ${quoted(hidden)} stands elsewhere on the card`);
    if (titled.includes(needle))
      return complain(
        hidden,
        `the hidden ${quoted(hidden)} stands in the title or topic above`,
        'warning',
      );
  }
  return [];
}
