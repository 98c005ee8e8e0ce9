import { describe, expect, it } from 'vitest';
import { mediaTargets } from '../../src/markdown/media-targets.ts';

describe('mediaTargets', () => {
  it('gives the targets of pictures in their order, by label too, and of nothing else', () => {
    const text = `![a](a.png) [a link](b.png) \`![code](c.png)\`

> ![*in* a quote][d] ![nowhere][e]

[d]: <d one.png>
[d]: second.png
`;
    expect(mediaTargets(text)).toEqual(['a.png', 'd one.png']);
  });
});
