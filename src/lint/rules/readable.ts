import { type Complaint, type LintRule, quoted } from '../rule.ts';

interface Sign {
  readonly pattern: RegExp;
  readonly what: string;
  readonly severity: 'error' | 'warning';
}

const signs: readonly Sign[] = [
  {
    pattern: /\[(?:inaudible|crosstalk|laughter|unclear|\?+|…|\.\.\.)\]/i,
    what: 'is left over from a transcript',
    severity: 'error',
  },
  {
    pattern:
      /^(?:yeah|yep|so,? (?:yeah|i|you|we|basically|like)|i mean|you know|well,? (?:i|you)|um|uh|ok(?:ay)? so|right,? so|yeah,? so|like,? )(?![\p{L}])/iu,
    what: 'is how people start to speak',
    severity: 'error',
  },
  {
    pattern: /\b(?:gpt-35|80000 hours)\b/i,
    what: 'has lost its point or comma',
    severity: 'error',
  },
  { pattern: /[\p{L},;] {2,}[\p{L}]/u, what: 'has a doubled space', severity: 'warning' },
  {
    pattern: /\b(?:you know|kind of like|sort of like|i guess i|i think i)\b(?=[^"”]*$)/i,
    what: 'is spoken, not written',
    severity: 'warning',
  },
];

const longestRun = 35;

/** Q15: it reads like written English. */
export const readable: LintRule = {
  id: 'Q15',
  name: 'readable',
  check: ({ question, answer, kind }) => {
    if (kind === 'cloze') return signsIn(question.text);
    const found = [
      ...signsIn(question.text),
      ...signsIn(answer.text),
      ...longRun(answer.text),
      ...(kind === 'term' ? [] : questionMarks(question.text)),
    ];
    return found.toSorted((a, b) => weight[a.severity] - weight[b.severity]).slice(0, 1);
  },
};

const weight = { error: 0, warning: 1, info: 2 } as const;

function complain(words: string, what: string, severity: Complaint['severity']): Complaint {
  return {
    severity,
    message: `${quoted(words)} ${what}`,
    remedy: 'Write it as a sentence that one would print.',
    words,
  };
}

function signsIn(text: string): Complaint[] {
  for (const { pattern, what, severity } of signs) {
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) return [complain(found, what, severity)];
  }
  return [];
}

function questionMarks(question: string): Complaint[] {
  // A name can begin with a small letter that stands alone: k-means, p(doom).
  const first = /^\p{Ll}(?![-\d(])[\p{L}'’-]*(?: \p{L}+)?/u.exec(question)?.[0];
  if (first !== undefined && question.split(/\s+/).length > 3 && !/\p{Lu}/u.test(first))
    return [complain(first, 'starts the question with a small letter', 'error')];
  if (!/[?.!…:)”"’`$]\s*$/.test(question))
    return [complain(question.slice(-30), 'ends without a mark', 'info')];
  return [];
}

/** Words in a row without any mark: speech, not sentences. */
function longRun(text: string): Complaint[] {
  for (const part of text.split(/[.,;:!?()—–\n]/)) {
    const words = part.match(/\S+/g) ?? [];
    if (words.length > longestRun)
      return [
        complain(
          words.slice(0, 6).join(' '),
          `begins ${words.length} words without a comma`,
          'error',
        ),
      ];
  }
  return [];
}
