import type { Source } from '../model/source.ts';
import type { ReadDocument } from './read-ground.ts';

/** What people call kinds of document when they cite them. */
export type Genre =
  | 'interview'
  | 'podcast page'
  | 'biography'
  | 'article'
  | 'quote list'
  | 'wiki page';

const words: Readonly<Record<Genre, string>> = {
  interview: String.raw`interview|conversation|transcript`,
  'podcast page': String.raw`(?:podcast|episode)(?:['’]s)? page|show notes|episode description`,
  biography: String.raw`biograph(?:y|ical (?:entry|page|sketch|note))|profile|bio`,
  article: String.raw`(?:optimism )?article|essay|blog ?post`,
  'quote list': String.raw`(?:quote|quotation) list|list of (?:quotes|quotations|sayings)|collection of (?:quotes|quotations)|quote collection`,
  'wiki page': String.raw`wiki(?: page| capture| entry)?`,
};

/** Genres that a card may well mean where a document is of another. */
const kin: Readonly<Record<Genre, readonly Genre[]>> = {
  interview: ['podcast page'],
  'podcast page': ['interview'],
  biography: [],
  article: ['wiki page'],
  'quote list': [],
  'wiki page': ['article', 'biography'],
};

const cited = new RegExp(
  String.raw`\b(?:according to|in|by|on|from|does|do|did|says?|of) (?:the|his|her|their|Leike['’]s|\p{Lu}\p{L}+['’]s?) (?:\p{L}+ )?(${Object.values(words).join('|')})(?![\p{L}])`,
  'iu',
);

/** The kind of document that a card says it is about. */
export function citedGenre(text: string): Genre | undefined {
  const found = cited.exec(text)?.[1];
  if (found === undefined) return undefined;
  return (Object.keys(words) as Genre[]).find((genre) =>
    new RegExp(`^(?:${words[genre]})$`, 'i').test(found),
  );
}

/** What a document is, where its structure tells. */
export function genreOf({ source, vocabulary }: ReadDocument): Genre | undefined {
  if (source.kind === 'quote-list') return 'quote list';
  if (source.kind === 'transcript' || source.kind === 'subtitles') return 'interview';
  if (source.kind !== 'plain-text' && source.kind !== 'web-capture') return undefined;
  if (vocabulary.has('episode') && vocabulary.has('podcast')) return 'podcast page';
  if (isBiography(source)) return 'biography';
  return vocabulary.has('wiki') ? 'wiki page' : undefined;
}

/** Its first paragraph says who the person of its title is. */
function isBiography({ passages, title }: Source): boolean {
  const first = passages.find(({ kind }) => kind === 'paragraph')?.text.slice(0, 300) ?? '';
  return (
    /^\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)+$/u.test(title) &&
    first.startsWith(title) &&
    /\b(?:is|was) an? \b/.test(first)
  );
}

/** Whether a card that cites one genre can rest on a document of another. */
export function mayBe(citedAs: Genre, genre: Genre): boolean {
  return citedAs === genre || kin[citedAs].includes(genre);
}
