import { type MappedText, mapSlice } from '../markdown/mapped-text.ts';
import { TenetError } from '../model/problem.ts';
import type { Passage, Region, Source } from '../model/source.ts';
import type { SourceReader } from './reader.ts';
import { titleFromPath } from './title.ts';
import {
  type SpokenDocument,
  spokenDocument,
  type SpokenParagraph,
} from './transcript-paragraphs.ts';
import { setReadingApart, type SpokenStretch } from './transcript-reading.ts';
import { spokenRegions } from './transcript-regions.ts';
import { isUnpunctuated, unpunctuatedText } from './transcript-text.ts';

/** Enough to tell what a document is. */
const sample = 200_000;

/** A talk between two or more, a paragraph to a turn or more, with labels that say who speaks. */
export const transcriptReader: SourceReader = {
  kind: 'transcript',
  detect: (text) => {
    const document = spokenDocument(text.slice(0, sample));
    if (document === undefined || document.paragraphs.length < 6) return 0;
    return document.labelled >= 0.4 ? 0.95 : 0.8;
  },
  read: (text, path) => {
    const document = spokenDocument(text);
    if (document === undefined)
      throw new TenetError(
        `${path}: no speakers were found, so it cannot be read as a transcript.`,
        {
          hint: 'Begin the paragraphs with the names of those who speak, as in "ANNA: …", or leave --as out.',
        },
      );
    return readTranscript(text, path, document);
  },
};

function readTranscript(text: string, path: string, document: SpokenDocument): Source {
  const roles = rolesOf(text, document.paragraphs);
  const title = titleOf(text, document) ?? titleFromRoles(roles) ?? titleFromPath(path);
  const unpunctuated = isUnpunctuated(text);
  const stretches = setReadingApart(text, document.paragraphs, roles);
  const texts = stretches.map((stretch) =>
    unpunctuated ? unpunctuatedText(text, stretch) : mapSlice(text, stretch),
  );
  const regions = spokenRegions(
    stretches.map(({ speaker, readBy, opens }, index) => ({
      speaker: readBy ?? speaker,
      opens,
      text: texts[index]?.text ?? '',
    })),
  );
  const passages = stretches.map((stretch, index) =>
    turnOf(stretch, texts[index] ?? mapSlice(text, stretch), {
      title,
      region: regions[index] ?? 'body',
    }),
  );
  return { path, kind: 'transcript', title, text, passages };
}

function turnOf(
  { start, end, speaker, readBy, startSeconds }: SpokenStretch,
  words: MappedText,
  { title, region }: { readonly title: string; readonly region: Region },
): Passage {
  return {
    kind: 'turn',
    ...words,
    span: { start, end },
    headings: [title],
    fragment: '',
    region,
    citations: [],
    speaker,
    ...(readBy === undefined ? {} : { readBy }),
    ...(startSeconds === undefined ? {} : { startSeconds }),
  };
}

/** The line above the talk. */
function titleOf(text: string, { preface }: SpokenDocument): string | undefined {
  const [first] = preface;
  if (first === undefined) return undefined;
  const title = mapSlice(text, first).text.replace(/^#{1,6} /, '');
  return title.length <= 160 && title !== '---' ? title : undefined;
}

/** A talk without a title is known by who talks. */
function titleFromRoles({ host, guest }: Roles): string | undefined {
  return guest === undefined ? undefined : `${guest} in conversation with ${host}`;
}

interface Roles {
  readonly host: string;
  readonly guest: string | undefined;
}

/** Whoever asks the most is the host; who says the most of the others is the guest. */
function rolesOf(text: string, paragraphs: readonly SpokenParagraph[]): Roles {
  const speakers = new Map<string, { words: number; questions: number }>();
  for (const { speaker, start, end } of paragraphs) {
    const said = speakers.get(speaker) ?? { words: 0, questions: 0 };
    const words = text.slice(start, end);
    said.words += end - start;
    said.questions +=
      words.match(/\?(?=\s|$)|\b(?:do|did|are|were|have|would|could|can) you\b/gi)?.length ?? 0;
    speakers.set(speaker, said);
  }
  const byQuestions = [...speakers].toSorted(
    ([, a], [, b]) => b.questions / b.words - a.questions / a.words,
  );
  const host = byQuestions[0]?.[0] ?? '';
  const others = byQuestions.slice(1).toSorted(([, a], [, b]) => b.words - a.words);
  return { host, guest: others[0]?.[0] };
}
