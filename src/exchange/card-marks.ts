/** A card in the notation that hashcards and repeater share, as its own program identifies it. */
export interface HashedCard {
  /** The line of its first mark, from 1. */
  readonly line: number;
  /** Which gap of a cloze, from 0; null for a question and for a cloze as a whole. */
  readonly hole: number | null;
  /** 64 hexadecimal digits. */
  readonly hash: string;
}

/** A stretch of lines that begins with one of the marks. */
export interface MarkedBlock {
  readonly mark: 'Q' | 'C';
  readonly line: number;
  readonly lines: readonly string[];
}

/** Which lines a program does not count to the card above them. */
export interface LineRules {
  /** It ends the card. */
  isEnd(line: string): boolean;
  /** It is dropped, and the card goes on. */
  isRemark(line: string): boolean;
}

/** Cuts a deck at lines that begin with `Q:` or `C:`. */
export function markedBlocks(text: string, rules: LineRules): MarkedBlock[] {
  const blocks: { mark: 'Q' | 'C'; line: number; lines: string[] }[] = [];
  let open = false;
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.replace(/\r$/, '');
    const mark = /^([QC]):/.exec(line)?.[1];
    if (mark === 'Q' || mark === 'C') {
      blocks.push({ mark, line: index + 1, lines: [line] });
      open = true;
    } else if (rules.isEnd(line)) open = false;
    else if (open && !rules.isRemark(line)) blocks.at(-1)?.lines.push(line);
  }
  return blocks;
}
