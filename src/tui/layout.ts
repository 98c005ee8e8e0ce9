/** A terminal's size in cells. */
export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** Where things stand on a screen of a given size. */
export interface Layout extends Size {
  /** The reading column, at most 72 columns. */
  readonly textLeft: number;
  readonly textWidth: number;
  /** The first and the last rows reach a little further out than the text between them. */
  readonly edgeLeft: number;
  readonly edgeWidth: number;
  /** No room to waste: empty rows between the parts are left out. */
  readonly compact: boolean;
}

const readingColumn = 72;
const edgeOverhang = 2;
const smallest: Size = { columns: 40, rows: 10 };
const beside = { columns: 110, gap: 4 };

/** The places on a screen with one reading column. */
export function layoutOf({ columns, rows }: Size): Layout {
  const margin = columns >= 80 ? 3 : columns > 60 ? 2 : 1;
  const textWidth = Math.min(readingColumn, columns - 2 * margin);
  const textLeft = columns <= 80 ? margin : Math.floor((columns - textWidth) / 2);
  const edgeLeft = Math.max(1, textLeft - edgeOverhang);
  const edgeWidth = Math.min(columns - edgeLeft - 1, readingColumn + 3 * edgeOverhang);
  return { columns, rows, textLeft, textWidth, edgeLeft, edgeWidth, compact: rows < 16 };
}

/** Two columns side by side on a wide terminal; null where they do not fit. */
export function besideLayout(
  size: Size,
): { readonly layout: Layout; readonly secondLeft: number } | null {
  if (size.columns < beside.columns) return null;
  const textWidth = Math.min(readingColumn, Math.floor((size.columns - 6 - beside.gap) / 2));
  const total = 2 * textWidth + beside.gap;
  const textLeft = Math.floor((size.columns - total) / 2);
  const edgeLeft = Math.max(1, textLeft - edgeOverhang);
  const edgeWidth = Math.min(size.columns - edgeLeft - 1, total + 2 * edgeOverhang);
  const layout = { ...layoutOf(size), textLeft, textWidth, edgeLeft, edgeWidth };
  return { layout, secondLeft: textLeft + textWidth + beside.gap };
}

/** Whether a terminal is too small to ask anything in. */
export function isTooSmall({ columns, rows }: Size): boolean {
  return columns < smallest.columns || rows < smallest.rows;
}

/** In words, for the person who has to make it larger. */
export const smallestWords = `${smallest.columns} × ${smallest.rows}`;
