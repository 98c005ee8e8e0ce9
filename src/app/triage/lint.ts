import { createLinter, type Linter } from '../../lint/lint.ts';
import type { Ground } from '../../lint/card.ts';
import type { Finding } from '../../lint/finding.ts';
import type { Card, CardId } from '../../model/card.ts';
import { TenetError } from '../../model/problem.ts';
import type { Passage } from '../../model/source.ts';
import { type ChapterFolder, readGlossary } from '../check/glossary.ts';
import type { FoundCard } from '../generate/cards.ts';
import { lintCardOf } from '../check/lint-card-of.ts';
import { LintGrounds } from '../check/lint-grounds.ts';
import type { SourceView } from '../review/view.ts';
import { type DocumentFolder, isRemote, SourceDocuments } from '../documents/source-documents.ts';
import { viewSourcesIn } from '../documents/source-view.ts';

/** A draft as the linter and its document show it. */
export interface Looked {
  readonly findings: readonly Finding[];
  /** The card of the decks that says nearly the same, by the linter's word. */
  readonly near: CardId | null;
  readonly sources: readonly SourceView[];
}

/** Looks at drafts: each is compared with the cards of the decks; a document is read once. */
export class DraftEye {
  readonly #documents: SourceDocuments;
  readonly #grounds = new LintGrounds();
  readonly #linter: Linter;
  readonly #standing: ReadonlyMap<CardId, FoundCard>;

  /** `standing` are the cards of the decks; the map is asked again each time. */
  constructor(folder: DocumentFolder & ChapterFolder, standing: ReadonlyMap<CardId, FoundCard>) {
    this.#documents = new SourceDocuments(folder);
    this.#standing = standing;
    const mates = [...standing.values()].map(({ card }) => lintCardOf(card));
    this.#linter = createLinter({ mates, glossary: readGlossary(folder) });
  }

  /** A card that stands in a deck from now on. */
  take(card: Card): void {
    this.#linter.take(lintCardOf(card));
  }

  /** The card seen from a deck, relative to the collection: its links lead from there. */
  look(card: Card, deck: string): Looked {
    const grounds = this.#groundsOf(card, deck);
    const findings = this.#linter
      .lint(
        lintCardOf(
          card,
          grounds.filter((ground) => ground !== undefined),
        ),
      )
      .filter(({ other }) => other === undefined || this.#standing.has(other as CardId));
    const near = findings.find(({ rule }) => rule === 'Q12')?.other;
    const views = viewSourcesIn(this.#documents, deck, card.sources);
    return {
      findings,
      near: near === undefined ? null : (near as CardId),
      sources: views.map((view, index) => withSpeaker(view, grounds[index])),
    };
  }

  /** What each source leads to; nothing where it cannot be read. */
  #groundsOf({ sources }: Card, deck: string): readonly (Ground | undefined)[] {
    return sources.map(({ target, anchor }) => {
      if (isRemote(target)) return undefined;
      try {
        const { document, span } = this.#documents.section(deck, target);
        return this.#grounds.at(document, anchor, span);
      } catch (failure) {
        if (failure instanceof TenetError) return undefined;
        throw failure;
      }
    });
  }
}

/** Who says it comes first; then the publication that a list of quotes names for it. */
function withSpeaker(view: SourceView, ground: Ground | undefined): SourceView {
  const said = passageAt(ground);
  if (said === undefined) return view;
  const { speaker } = said;
  const publication = said.kind === 'quote' && said.fromPublication ? said.attributedTo : undefined;
  const others = view.details.split('; ').filter((detail) => detail !== '' && detail !== speaker);
  const details = [
    ...(speaker === undefined ? [] : [`${speaker} says`]),
    ...(publication === undefined ? [] : [`the list names ${publication}`]),
    ...others,
  ];
  return { ...view, details: details.join('; ') };
}

function passageAt(ground: Ground | undefined): Passage | undefined {
  const place = ground?.place;
  if (ground === undefined || place === undefined) return undefined;
  return ground.source.passages.findLast(
    ({ span }) => span.start <= place.start && span.end >= place.end,
  );
}
