import { describe, expect, it } from 'vitest';
import { checksum, stripped } from '../../../src/exchange/anki/stripped.ts';

describe('the stripped first field', () => {
  it.each([
    ['plain', 'plain'],
    ['<b>a</b>&nbsp;&amp;&#x3C;&#62;', 'a &<>'],
    ['see <img src="dot.png"> there', 'see  dot.png  there'],
    ['<style>x</style><!-- y --><script>z</script>t', 't'],
  ])('of %j is %j', (html, text) => {
    expect(stripped(html)).toBe(text);
  });

  it('has the checksum that Anki compares', () => {
    expect(checksum('test')).toBe(2_840_236_005);
    expect(checksum('今日')).toBe(1_464_653_051);
  });
});
