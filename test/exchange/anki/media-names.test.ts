import { describe, expect, it } from 'vitest';
import { mediaName, safeMediaName } from '../../../src/exchange/anki/media-names.ts';

const bytes = [Buffer.from('content')];

describe('names of media', () => {
  it('are made of a readable stem and the content, so that equal files share one', () => {
    expect(mediaName('My dot.PNG', bytes)).toMatch(/^My dot-[0-9a-f]{16}\.PNG$/);
    expect(mediaName('a.png', bytes)).toBe(
      mediaName('a.png', [Buffer.from('con'), Buffer.from('tent')]),
    );
    expect(mediaName(mediaName('a.png', bytes), bytes)).toBe(mediaName('a.png', bytes));
  });

  it('have nothing in them that Anki or a file system forbids', () => {
    const name = mediaName('a[b]<c>:"d/?*^\\|\u0007.png', bytes);
    expect(name).toMatch(/^abcd-[0-9a-f]{16}\.png$/);
    expect(mediaName('CON.png', bytes)).toMatch(/^CON_-/);
    expect(Buffer.byteLength(mediaName(`${'日'.repeat(200)}.png`, bytes))).toBeLessThanOrEqual(120);
  });

  it.each(['../x.png', 'a/b.png', 'a\\b.png', 'C:x.png', 'nul', 'a\u0000b', '', '..'])(
    'of a package are refused where they could lead elsewhere: %j',
    (name) => {
      expect(safeMediaName(name)).toBeNull();
    },
  );
});
