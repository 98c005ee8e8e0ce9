import type { Source } from '../model/source.ts';
import { plainOf } from './plain.ts';
import { wordsOf } from './words.ts';

/** A word that a newcomer has to be told. */
export interface GlossaryTerm {
  /** As written: `RLHF`, `recursive reward modelling`. */
  readonly name: string;
  /** The path of the chapter that explains it; absent where only the glossary does. */
  readonly chapter?: string;
}

/** The words of a collection, and the chapters that its readers have read, in their order. */
export interface Glossary {
  readonly terms: readonly GlossaryTerm[];
  /** Paths, as the sources of the cards have them. */
  readonly chapters: readonly string[];
}

/** A term as it is looked for in cards. */
export interface KnownTerm extends GlossaryTerm {
  /** Its words, small and singular, one space between them. */
  readonly words: string;
  /** Capitals or figures mark it: nobody takes it for an everyday word. */
  readonly marked: boolean;
}

/** Finds the terms of a glossary in texts. */
export class TermFinder {
  readonly #byFirst = new Map<string, KnownTerm[]>();
  readonly #places: ReadonlyMap<string, number>;
  readonly chapters: readonly string[];

  constructor({ terms, chapters }: Glossary) {
    this.chapters = chapters;
    for (const term of terms) for (const name of namesIn(term.name)) this.#add({ ...term, name });
    for (const list of this.#byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
    this.#places = new Map(chapters.map((chapter, index) => [chapter, index]));
  }

  #add(term: GlossaryTerm): void {
    const words = foldedWords(term.name);
    const [first] = words;
    if (first === undefined) return;
    const known = { ...term, words: words.join(' '), marked: /\p{L}\p{Lu}|\d/u.test(term.name) };
    this.#byFirst.set(first, [...(this.#byFirst.get(first) ?? []), known]);
  }

  /** The terms that a text uses, the longest at each place. */
  in(text: string): readonly KnownTerm[] {
    const words = foldedWords(text);
    const found: KnownTerm[] = [];
    for (let at = 0; at < words.length;) {
      const here = this.#byFirst
        .get(words[at] ?? '')
        ?.find(
          (term) => words.slice(at, at + term.words.split(' ').length).join(' ') === term.words,
        );
      if (here !== undefined) found.push(here);
      at += here === undefined ? 1 : here.words.split(' ').length;
    }
    return found;
  }

  /** Where the chapter of a card comes among those of the collection; undefined for other documents. */
  chapterOf(sources: readonly Source[]): number | undefined {
    const places = sources.flatMap(({ path }) => this.#places.get(path) ?? []);
    return places.length === 0 ? undefined : Math.max(...places);
  }

  /** Where the chapter comes that explains a term. */
  explainedIn({ chapter }: KnownTerm): number | undefined {
    return chapter === undefined ? undefined : this.#places.get(chapter);
  }
}

const row = /^\|([^|\n]{1,200})\|([^|\n]{1,1000})(?:\|([^|\n]{0,300}))?\|[ \t]*$/gmu;
const item = /^[-*+] \*\*([^*\n]{1,200})\*\*(?: |:|—|–)/gmu;

/** The terms of a glossary in Markdown: rows of a table, the chapter linked in the third, or items that begin in bold. */
export function parseGlossary(markdown: string, folder: string): readonly GlossaryTerm[] {
  const rows = [...markdown.matchAll(row)];
  const rule = rows.findIndex(([, first = '']) => /^[\s:-]+$/.test(first));
  const listed = rows.slice(rule + 1).map(([, name = '', , link = '']): GlossaryTerm => {
    const target = /\]\(([^()#\s]+)/.exec(link)?.[1];
    const term = { name: plainOf(name).trim() };
    return target === undefined
      ? term
      : Object.assign(term, { chapter: folder === '' ? target : `${folder}/${target}` });
  });
  const items = [...markdown.matchAll(item)].map(([, name = '']) => ({ name: name.trim() }));
  return [...listed, ...items].filter(({ name }) => name !== '');
}

/** The names of one entry: "trojan, backdoor", "reinforcement learning from human feedback (RLHF)". */
export function namesIn(entry: string): readonly string[] {
  const inside = /^(.{2,}?) ?\(([^()]{2,})\)$/.exec(entry);
  const parts =
    inside === null ? entry.split(/, (?:or )?| or /) : [inside[1] ?? '', inside[2] ?? ''];
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** Words as terms are compared: small, and of one and many the one. */
export function foldedWords(text: string): readonly string[] {
  return wordsOf(text).map(({ text: word }) =>
    /[^s]s$/.test(word) && word.length > 3 ? word.slice(0, -1) : word,
  );
}

/** Whether a text explains a term: it stands there in italics or bold, or beside brackets that say it in other words. */
export function introduces(markdown: string, name: string): boolean {
  const small = markdown.toLowerCase();
  return namesIn(name).some((each) => {
    if (!small.includes(each.toLowerCase().split(' ')[0] ?? '')) return false;
    const term = escaped(each).replaceAll(' ', String.raw`\s+`);
    const stressed = String.raw`(?<stress>\*\*|\*|__|_)(?:[^*_\n]{1,40} )?${term}s?\k<stress>`;
    const bracketed = String.raw`(?<![\p{L}\d])${term}s? \([^()\n]{4,}\)|\([^()\n]{0,40}(?<![\p{L}\d])${term}s?(?:,[^()\n]{4,})?\)`;
    return new RegExp(`${stressed}|${bracketed}`, 'iu').test(markdown);
  });
}

/** A text as a pattern that matches it. */
export function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
