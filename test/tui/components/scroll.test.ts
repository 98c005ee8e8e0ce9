import { describe, expect, it } from 'vitest';
import { moreLine, windowOn } from '../../../src/tui/components/scroll.ts';
import { line } from '../../../src/tui/text/piece.ts';
import { textOf, textsOf } from '../support/text-of.ts';

const rows = Array.from({ length: 20 }, (_, index) => line(`row ${index}`));

describe('windowOn', () => {
  it('shows everything where there is room', () => {
    expect(windowOn(rows, 30, null)).toMatchObject({ scroll: 0, above: false, below: false });
  });

  it('stays at the top as long as what must be seen is in sight', () => {
    const window = windowOn(rows, 8, null, 4);
    expect(textsOf(window.visible)[0]).toBe('row 0');
    expect(window.below).toBe(true);
  });

  it('goes down to what must be seen', () => {
    expect(windowOn(rows, 8, null, 12).scroll).toBe(11);
    expect(windowOn(rows, 8, null, 19)).toMatchObject({ scroll: 12, below: false, above: true });
  });

  it('never scrolls out of the text', () => {
    expect(windowOn(rows, 8, 99).scroll).toBe(12);
    expect(windowOn(rows, 8, -5).scroll).toBe(0);
    expect(windowOn([], 8, 3)).toMatchObject({ scroll: 0, visible: [] });
  });
});

describe('moreLine', () => {
  it('says at its end that there is more, and keeps room for it', () => {
    expect(textOf(moreLine(true, 20))).toBe('              ↓ more');
    expect(textOf(moreLine(true, 20, line('words that are too long')))).toBe(
      'words that …  ↓ more',
    );
    expect(textOf(moreLine(false, 20))).toBe('');
  });
});
