import type { ReadCard } from '../read-card.ts';
import { countShared, ReadText } from '../read-text.ts';
import { type Complaint, type LintRule, quoted } from '../rule.ts';

/** Abbreviations that everybody knows who has read this far. */
const common = new Map([
  ['ai', 'artificial intelligence'],
  ['ml', 'machine learning'],
  ['it', 'information technology'],
  ['us', 'united states'],
  ['uk', 'united kingdom'],
  ['usa', 'united states of america'],
  ['eu', 'european union'],
  ['un', 'united nations'],
  ['cv', 'curriculum vitae'],
  ['phd', 'doctor of philosophy'],
  ['ceo', 'chief executive officer'],
  ['gpu', 'graphics processing unit'],
  ['cpu', 'central processing unit'],
  ['pdf', 'portable document format'],
  ['http', 'hypertext transfer protocol'],
  ['url', 'uniform resource locator'],
  ['faq', 'frequently asked questions'],
  ['tv', 'television'],
  ['pc', 'personal computer'],
]);
const expands =
  /\b(?:stands? for|short for|abbreviat\w+|mean(?:s|t)?\b|acronym|initials|spell(?:s|ed)? out|written out|in full|long form)/i;

/** Q14: nobody can answer it without having learned something. */
export const effortful: LintRule = {
  id: 'Q14',
  name: 'effortful',
  check: (card) => {
    const complaint = expansion(card) ?? inTitle(card) ?? empty(card);
    return complaint === undefined ? [] : [complaint];
  },
};

function complain(words: string, message: string): Complaint {
  return {
    severity: 'warning',
    message,
    remedy: 'Ask what only somebody knows who has read the source, or leave it out.',
    words,
  };
}

function expansion({ question, answer, kind }: ReadCard): Complaint | undefined {
  if (kind === 'cloze' || (kind === 'basic' && !expands.test(question.text))) return undefined;
  const answered = answer.text
    .toLowerCase()
    .replace(/[.!]+$/, '')
    .trim();
  for (const { text } of question.words) {
    const long = common.get(text);
    if (
      long !== undefined &&
      (answered === long || answered.startsWith(`${long}`)) &&
      answered.length < long.length + 12
    )
      return complain(answer.text, `${quoted(text.toUpperCase())} is known to everybody`);
  }
  return undefined;
}

/** The answer stands above the card, or in the title of the document that the question names. */
function inTitle({ question, answer, titles, grounds, kind }: ReadCard): Complaint | undefined {
  if (kind !== 'basic' || answer.stems.size === 0 || answer.words.length > 6) return undefined;
  if (countShared(answer.stems, titles.stems) === answer.stems.size)
    return complain(
      answer.text,
      `the answer ${quoted(answer.text)} stands in the title above the card`,
    );
  for (const { document } of grounds) {
    const title = new ReadText(document.source.title);
    if (title.stems.size === 0 || !question.text.toLowerCase().includes(title.text.toLowerCase()))
      continue;
    if (countShared(answer.stems, title.stems) === answer.stems.size)
      return complain(
        answer.text,
        `the answer ${quoted(answer.text)} stands in the title that the question names`,
      );
  }
  return undefined;
}

const single =
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|none|nobody|nothing|never|always|both|neither|all|more|less|most|many|few)$/;

function empty({ answer, kind }: ReadCard): Complaint | undefined {
  if (kind === 'cloze' || answer.words.length === 0) return undefined;
  if (
    answer.content.length > 0 ||
    answer.words.some(({ text }) => /\d/.test(text) || single.test(text))
  )
    return undefined;
  if (/^(?:yes|no)\b/i.test(answer.text)) return undefined;
  return complain(answer.text, `the answer ${quoted(answer.text)} says nothing by itself`);
}
