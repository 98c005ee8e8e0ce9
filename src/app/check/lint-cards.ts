import type { Ground } from '../../lint/card.ts';
import type { Finding } from '../../lint/finding.ts';
import type { Glossary } from '../../lint/glossary.ts';
import { createLinter } from '../../lint/lint.ts';
import type { Card, CardId } from '../../model/card.ts';
import { type Problem, TenetError } from '../../model/problem.ts';
import type { Source } from '../../model/source.ts';
import { readSource } from '../../sources/index.ts';
import { AnchorPlaces } from '../documents/anchors.ts';
import { readTextFile } from '../files.ts';
import { lintCardOf } from './lint-card-of.ts';
import { LintGrounds } from './lint-grounds.ts';
import { placeInCard } from './lint-place.ts';
import { type DocumentFolder, isRemote, SourceDocuments } from '../documents/source-documents.ts';

export interface CardCheck extends DocumentFolder {
  /** In the order in which they are studied: a card can only double one before it. */
  readonly cards: Iterable<Card>;
  /** Cards that `generate` made and nobody edited: all rules hold for them in full. */
  readonly generated: ReadonlySet<CardId>;
  /** A folder with copies of the originals, absolute: cards are compared with them too. */
  readonly originals?: string;
  /** Terms that a newcomer has to be told. */
  readonly glossary?: Glossary | undefined;
  /** The text of a deck file, for the place of a finding; undefined where it cannot be had. */
  textOf?(file: string): string | undefined;
}

/** On cards that a person wrote these hold wherever a source is named; the rest is advice. */
const holdForAll: ReadonlySet<string> = new Set(['Q01', 'Q02', 'Q03', 'Q13', 'off']);

/**
 * What the linter says of the cards of a collection, as problems at their places. Whether anchors are
 * where they should be is `checkAnchors`' matter; a source that cannot be read grounds nothing here.
 */
export function lintDeckCards(check: CardCheck): Problem[] {
  const sources = new CardSources(check);
  const linter = createLinter({ glossary: check.glossary });
  const problems: Problem[] = [];
  for (const card of check.cards) {
    const lintCard = lintCardOf(card, sources.of(card), nameOf(card));
    const byHand = !check.generated.has(card.id);
    for (const finding of linter.lint(lintCard))
      problems.push(problemOf(card, softened(finding, byHand), check.textOf?.(card.place.file)));
    linter.take(lintCard);
  }
  return problems;
}

function nameOf({ place, id }: Card): string {
  return `${place.file}:${place.line} (${id})`;
}

function softened(finding: Finding, byHand: boolean): Finding {
  return byHand && !holdForAll.has(finding.rule) ? { ...finding, severity: 'info' } : finding;
}

function problemOf(card: Card, finding: Finding, text: string | undefined): Problem {
  const { rule, severity, message, remedy, words } = finding;
  const place = text === undefined ? card.place : placeInCard(card, words, text);
  return { ...place, rule, severity, message, remedy, card: card.id };
}

/** Finds what the `S:` lines of cards lead to; each document and each copy is read once. */
class CardSources {
  readonly #documents: SourceDocuments;
  readonly #anchors: AnchorPlaces;
  readonly #grounds = new LintGrounds();
  readonly #copies = new Map<string, Source>();

  constructor(check: CardCheck) {
    this.#documents = new SourceDocuments(check);
    this.#anchors = new AnchorPlaces(check, check.originals);
  }

  of({ sources, place: { file } }: Card): Ground[] {
    return sources.flatMap(({ target, anchor }) => {
      if (isRemote(target)) return [];
      try {
        const ground = this.#copy(file, target, anchor) ?? this.#document(file, target, anchor);
        // An anchor that is gone is reported where anchors are checked.
        return ground === undefined || (anchor !== undefined && ground.place === undefined)
          ? []
          : [ground];
      } catch (failure) {
        if (failure instanceof TenetError) return [];
        throw failure;
      }
    });
  }

  #document(file: string, target: string, anchor: string | undefined): Ground | undefined {
    const { document, span } = this.#documents.section(file, target);
    return this.#grounds.at(document, anchor, span);
  }

  #copy(file: string, target: string, anchor: string | undefined): Ground | undefined {
    const original = this.#anchors.original(file, target);
    const copy = original === undefined ? undefined : this.#anchors.copyOf(original);
    if (copy === undefined) return undefined;
    const source = this.#copies.get(copy) ?? readSource(readTextFile(copy), copy);
    this.#copies.set(copy, source);
    return this.#grounds.at(source, anchor);
  }
}
