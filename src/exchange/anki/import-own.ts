import type { MediaNames } from '../../markdown/html-media.ts';
import { htmlToMarkdown } from '../../markdown/html-to-markdown.ts';
import type { DraftContent, DraftSource } from '../../model/draft.ts';
import { isIntricate, markDeletions, markedNumbers, clozeNumbers, withHoles } from './cloze.ts';
import { numberedMark } from './fields.ts';
import { common, isMediaOnly } from './import-note.ts';
import type { BracketedCloze, ImportedNote, LeftOut, NoteContext } from './import-note.ts';
import type { NoteShape } from './note-shape.ts';
import { fieldIndex } from './note-types.ts';
import type { NoteKind } from './note-types.ts';
import { decoded } from './stripped.ts';
import { leechTag, topicTag, withdrawnTag } from './tags.ts';

type OwnShape = Extract<NoteShape, { readonly kind: 'own' }>;

/** A note that tenet exported, as the card that it was. */
export function ownNote(context: NoteContext, shape: OwnShape): readonly ImportedNote[] | LeftOut {
  const { note, sides, media, deck } = context;
  const { own } = shape;
  if (note.tags.includes(withdrawnTag)) return { note, why: 'it was withdrawn by its authors' };
  const field = (name: keyof typeof fieldIndex) => note.fields[fieldIndex[name]] ?? '';
  const face = faceOf(context, own);
  const topics = decoded(field('topic'))
    .split(' › ')
    .filter((topic) => topic !== '');
  const topicTags = new Set([topicTag(deck, topics), leechTag]);
  return [
    {
      ...common(context, shape, note.guid),
      ...face,
      note: htmlToMarkdown(field('note'), media),
      typed: own.typed,
      tags: note.tags.filter((tag) => !topicTags.has(tag)),
      topics,
      sources: sourcesOf(field('source')),
      sides,
      mediaOnly: isMediaOnly(field('front')),
    },
  ];
}

type OwnFace = Pick<ImportedNote, 'content' | 'bracketed' | 'ords'>;

function faceOf({ note, media }: NoteContext, own: NoteKind): OwnFace {
  const [front = '', back = ''] = note.fields;
  switch (own.kind) {
    case 'basic': {
      const question = htmlToMarkdown(front, media);
      const content = { kind: 'basic', question, answer: htmlToMarkdown(back, media) } as const;
      return { content, bracketed: null, ords: [0] };
    }
    case 'term': {
      const term = htmlToMarkdown(front, media);
      const content = { kind: 'term', term, definition: htmlToMarkdown(back, media) } as const;
      return { content, bracketed: null, ords: [0, 1] };
    }
    case 'cloze':
      return clozeFace(front, note.fields[fieldIndex.key] ?? '', media);
    case 'list':
      return listFace(front, media);
  }
}

function clozeFace(html: string, key: string, media: MediaNames): OwnFace {
  const marked = markDeletions(html) ?? html;
  const markdown = htmlToMarkdown(marked, media);
  const content: DraftContent = { kind: 'cloze', text: withHoles(markdown, 'numbered') };
  const ords = clozeNumbers(html).map((number) => number - 1);
  // In code and maths a bracket cannot be told from the end of a gap.
  const own =
    key.endsWith(` ${numberedMark}`) || isIntricate(marked) || /[`$][^`$]*[[\]]/.test(markdown);
  const bracketed: BracketedCloze = {
    text: withHoles(markdown, 'brackets'),
    ords: markedNumbers(marked).map((number) => Number(number) - 1),
  };
  return { content, ords, bracketed: own ? null : bracketed };
}

function listFace(html: string, media: MediaNames): OwnFace {
  const question = /<div class="question">([\s\S]*?)<\/div>\s*<ol>/.exec(html)?.[1] ?? '';
  const items = [...html.matchAll(/<li>\s*(\{\{c(\d+)::[\s\S]*?\}\})\s*<\/li>/g)];
  const content: DraftContent = {
    kind: 'list',
    question: htmlToMarkdown(question, media),
    items: items.map(([, item = '']) => itemText(item, media)),
  };
  const ords = items.map(([, , number]) => Number(number) - 1);
  return { content, ords, bracketed: null };
}

function itemText(item: string, media: MediaNames): string {
  const marked = markDeletions(item) ?? item;
  const inner = marked.replace(/^\uE000\d+\uE002/, '').replace(/\uE001$/, '');
  return htmlToMarkdown(inner, media);
}

/** The `S:` lines, from the attributes in which the export left their words. */
function sourcesOf(html: string): DraftSource[] {
  return [...html.matchAll(/<div((?: data-[a-z]+="[^"]*")+)>/g)].flatMap(([, attributes = '']) => {
    const value = (name: string) =>
      decoded(new RegExp(` data-${name}="([^"]*)"`).exec(attributes)?.[1] ?? '');
    const [label, target, anchor] = [value('label'), value('target'), value('anchor')];
    if (target === '') return [];
    return [anchor === '' ? { label, target } : { label, target, anchor }];
  });
}
