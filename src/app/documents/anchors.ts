import { existsSync } from 'node:fs';
import path from 'node:path';
import { findAnchor, mostAnchorWords } from '../../markdown/anchor.ts';
import { foldText, type FoldedText } from '../../markdown/fold.ts';
import { footnotesOf } from '../../markdown/footnotes.ts';
import { parseMarkdown } from '../../markdown/parse.ts';
import type { Card } from '../../model/card.ts';
import { type Place, type Problem, type Span, TenetError } from '../../model/problem.ts';
import { readTextFile } from '../files.ts';
import { originalsFile } from './originals-file.ts';
import { type Original, parseOriginals } from './originals.ts';
import {
  type DocumentFolder,
  isRemote,
  OutsideCollection,
  SourceDocuments,
} from './source-documents.ts';

export interface AnchorCheck extends DocumentFolder {
  readonly cards: Iterable<Card>;
  /** Chapters and lists of originals whose footnotes and links count, relative to the collection. */
  readonly documents: readonly string[];
  /** A folder with copies of the originals, absolute; without it their anchors are taken as given. */
  readonly originals?: string;
}

/**
 * What is wrong with the anchors of cards and of chapters' footnotes: a link that leads nowhere, words
 * that occur under it not once or more than once, more than eight words. White space, quotation marks
 * and case do not count. Addresses on the net are not looked at.
 */
export function checkAnchors(check: AnchorCheck): Problem[] {
  const places = new AnchorPlaces(check, check.originals);
  const problems: Problem[] = [];
  for (const card of check.cards)
    for (const { target, anchor, place } of card.sources)
      problems.push(...places.problems({ target, anchor, place, card: card.id }));
  for (const file of check.documents) problems.push(...documentProblems(file, check, places));
  return [...problems, ...places.missingCopies()];
}

function documentProblems(file: string, { root }: AnchorCheck, places: AnchorPlaces): Problem[] {
  let text: string;
  try {
    if (path.posix.basename(file) === originalsFile) return [...places.list(file).problems];
    text = readTextFile(path.join(root, file));
  } catch (failure) {
    return [unreadDocument(file, failure)];
  }
  const problems: Problem[] = [];
  for (const links of footnotesOf(parseMarkdown(text), text).values())
    for (const { target, anchor, start } of links)
      problems.push(...places.problems({ target, anchor, place: placeAt(file, text, start) }));
  return problems;
}

/** Other failures than those of a file fly. */
function unreadDocument(file: string, failure: unknown): Problem {
  if (!(failure instanceof TenetError)) throw failure;
  return {
    file,
    line: 1,
    column: 1,
    rule: 'document-unread',
    severity: 'error',
    message: failure.message,
    remedy: failure.hint ?? 'Make it readable.',
  };
}

function placeAt(file: string, text: string, offset: number): Place {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { file, line, column: offset - before.lastIndexOf('\n') };
}

/** A link with the words that are to be found under it. */
interface Reference {
  readonly target: string;
  readonly anchor: string | undefined;
  readonly place: Place;
  readonly card?: string;
}

type Complaint = Pick<Problem, 'rule' | 'severity' | 'message' | 'remedy'>;

/** Finds anchors in documents and in copies of originals; each file is read once. */
export class AnchorPlaces {
  readonly #documents: SourceDocuments;
  readonly #root: string;
  readonly #copies: string | undefined;
  readonly #folded = new Map<string, FoldedText>();
  readonly #lists = new Map<string, ReturnType<typeof parseOriginals>>();
  readonly #missing = new Map<string, Place & { readonly name: string }>();

  /** `copies` is a folder with copies of the originals; absolute. */
  constructor(folder: DocumentFolder, copies?: string) {
    this.#documents = new SourceDocuments(folder);
    this.#root = folder.root;
    this.#copies = copies;
  }

  problems({ target, anchor, place, card }: Reference): Problem[] {
    if (isRemote(target)) return [];
    const complaints = this.#complaints(target, anchor, place);
    return complaints.map((complaint) =>
      Object.assign({}, place, complaint, card === undefined ? {} : { card }),
    );
  }

  /** The list of originals in a file, relative to the collection. */
  list(file: string): ReturnType<typeof parseOriginals> {
    const known = this.#lists.get(file);
    if (known !== undefined) return known;
    const list = parseOriginals(readTextFile(path.join(this.#root, file)), file);
    this.#lists.set(file, list);
    return list;
  }

  /** The original that a target names, seen from a file; undefined where it names a document. */
  original(fromFile: string, target: string): Original | undefined {
    const [written = '', key] = target.split('#', 2);
    if (path.posix.basename(written) !== originalsFile) return undefined;
    const file = path.posix.join(path.posix.dirname(fromFile), written);
    return this.list(file).originals.find((original) => original.key === key);
  }

  /**
   * Where an anchor stands in the copy of an original, as offsets into it; undefined where there is no
   * copy at hand.
   */
  inCopy(original: Original, anchor: string): readonly Span[] | undefined {
    const file = this.copyOf(original);
    if (file === undefined) return undefined;
    return findAnchor(
      this.#fold(file, () => readTextFile(file)),
      anchor,
    );
  }

  /** The copy of an original, absolute; undefined where none is at hand. */
  copyOf({ file }: Original): string | undefined {
    if (this.#copies === undefined || file === undefined) return undefined;
    const copy = path.join(this.#copies, path.basename(file));
    return existsSync(copy) ? copy : undefined;
  }

  /** One warning for each original whose copy should be in the folder and is not. */
  missingCopies(): Problem[] {
    return [...this.#missing].map(([file, { name, ...place }]) =>
      Object.assign({}, place, {
        rule: 'original-missing',
        severity: 'warning' as const,
        message: `there is no copy of "${name}" to check against`,
        remedy: `Put ${file} into the folder, or check without it.`,
      }),
    );
  }

  #fold(key: string, text: () => string): FoldedText {
    const known = this.#folded.get(key);
    if (known !== undefined) return known;
    const folded = foldText(text());
    this.#folded.set(key, folded);
    return folded;
  }

  #complaints(target: string, anchor: string | undefined, place: Place): Complaint[] {
    const tooLong = anchor === undefined ? [] : lengthComplaint(anchor);
    try {
      const { document, span } = this.#documents.section(place.file, target);
      if (anchor === undefined) return tooLong;
      const original = this.original(place.file, target);
      if (original !== undefined) return [...tooLong, ...this.#inOriginal(original, anchor, place)];
      const folded = this.#fold(document.path, () => document.text);
      const found = findAnchor(folded, anchor, span).length;
      return [...tooLong, ...countComplaint(anchor, found, target)];
    } catch (failure) {
      if (!(failure instanceof TenetError)) throw failure;
      return [linkComplaint(failure)];
    }
  }

  #inOriginal(original: Original, anchor: string, place: Place): Complaint[] {
    const found = this.inCopy(original, anchor);
    if (found !== undefined) return countComplaint(anchor, found.length, original.name);
    const { file, held, name } = original;
    if (this.#copies !== undefined && file !== undefined && held && !this.#missing.has(file))
      this.#missing.set(file, { ...place, name });
    return [];
  }
}

function linkComplaint(failure: TenetError): Complaint {
  const message = failure.message.replace(/\.$/, '');
  if (failure instanceof OutsideCollection)
    return { rule: 'link-outside', severity: 'warning', message, remedy: failure.hint ?? '' };
  return {
    rule: 'link-broken',
    severity: 'error',
    message,
    remedy: 'Correct the link, or bring back what it leads to.',
  };
}

function lengthComplaint(anchor: string): Complaint[] {
  const words = anchor.split(/\s+/).length;
  if (words <= mostAnchorWords) return [];
  return [
    {
      rule: 'anchor-long',
      severity: 'warning',
      message: `the anchor has ${words} words: "${anchor}"`,
      remedy: `Keep ${mostAnchorWords} of them that occur only once.`,
    },
  ];
}

function countComplaint(anchor: string, found: number, where: string): Complaint[] {
  if (found === 1) return [];
  if (found === 0)
    return [
      {
        rule: 'anchor-gone',
        severity: 'error',
        message: `"${anchor}" does not occur in ${where}`,
        remedy: 'See whether the card still holds, and give words that stand there.',
      },
    ];
  return [
    {
      rule: 'anchor-twice',
      severity: 'error',
      message: `"${anchor}" occurs ${found} times in ${where}`,
      remedy: 'Give a few words more, or others, that occur once.',
    },
  ];
}
