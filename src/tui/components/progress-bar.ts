import { piece, type Line } from '../text/piece.ts';

const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** A thin bar of `width` columns, `share` (0–1) of it done. */
export function progressBar(share: number, width: number): Line {
  const done = Math.round(Math.min(1, Math.max(0, share)) * width);
  return [piece('━'.repeat(done), 'accent'), piece('─'.repeat(width - done), 'dim')];
}

/** A broad bar in eighths of a column, the empty part as a faint track. */
export function levelBar(share: number, width: number): Line {
  const filled = Math.round(Math.min(1, Math.max(0, share)) * width * 8);
  const full = '█'.repeat(Math.floor(filled / 8)) + (eighths[filled % 8] ?? '');
  return [piece(full, 'known'), piece('░'.repeat(width - full.length), 'dim')];
}
