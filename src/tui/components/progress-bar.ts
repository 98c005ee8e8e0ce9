import { piece, type Line, type Tone } from '../text/piece.ts';

/** A thin bar of `width` columns, `share` (0–1) of it in `tone`; the rest is a hairline. */
export function progressBar(share: number, width: number, tone: Tone = 'accent'): Line {
  const done = Math.round(Math.min(1, Math.max(0, share)) * width);
  return [piece('━'.repeat(done), tone), piece('─'.repeat(width - done), 'dim')];
}
