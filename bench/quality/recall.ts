/** What a deck must cover, as in `coverage-dev.json`; the file says itself when an item counts. */
export interface CoverageItem {
  readonly id: string;
  readonly source: string;
  readonly kind: string;
  readonly priority: number;
  readonly question: string;
  /** Required ideas; alternatives within one are separated by `|`. */
  readonly keywords: readonly string[];
  readonly anchor_offset: number;
  /** A topic that one document names and this one answers. */
  readonly answered_in?: string;
}

/** A card as far as coverage asks. */
export interface CoveringCard {
  readonly question: string;
  readonly answer: string;
  /** Where it stands in the documents, in UTF-16 offsets. */
  readonly places: readonly {
    readonly file: string;
    readonly start: number;
    readonly end: number;
  }[];
}

/** Characters between a card's place and an item's anchor, at most. */
const reach = 1500;
const leastShare = 0.6;

/** Which items a set of cards covers. `partOf` gives the part of a quote list that an offset lies in. */
export function coveredItems(
  items: readonly CoverageItem[],
  cards: readonly CoveringCard[],
  partOf: (file: string, offset: number) => number,
): ReadonlySet<string> {
  const texts = cards.map((card) => ({
    card,
    answer: folded(card.answer),
    all: folded(`${card.question} ${card.answer}`),
  }));
  const covered = items.filter((item) =>
    texts.some(({ card, answer, all }) => isNear(card, item, partOf) && covers(item, answer, all)),
  );
  return new Set(covered.map(({ id }) => id));
}

function folded(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[‘’]/g, "'")
    .replaceAll(/[“”]/g, '"')
    .replaceAll(/\s+/g, ' ');
}

function isNear(
  { places }: CoveringCard,
  item: CoverageItem,
  partOf: (file: string, offset: number) => number,
): boolean {
  const { source, anchor_offset: at, answered_in: other } = item;
  return places.some(({ file, start, end }) => {
    if (other !== undefined) return file === source || file === other;
    if (file !== source) return false;
    if (item.id.startsWith('QT')) return partOf(file, start) === partOf(file, at);
    return start - reach <= at && at <= end + reach;
  });
}

function covers({ keywords }: CoverageItem, answer: string, all: string): boolean {
  const found = keywords.filter((entry) =>
    entry.split('|').some((word) => all.includes(word.toLowerCase())),
  );
  const answered = keywords.some((entry) =>
    entry.split('|').some((word) => answer.includes(word.toLowerCase())),
  );
  return found.length >= keywords.length * leastShare && answered;
}
