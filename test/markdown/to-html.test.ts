import * as fc from 'fast-check';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { markdownToHtml } from '../../src/markdown/to-html.ts';

const media = { name: (target: string) => (target.startsWith('http') ? null : target) };

describe('markdownToHtml', () => {
  it.each([
    ['a < b & c', 'a &lt; b &amp; c'],
    ['AT&T “quoted”', 'AT&amp;T “quoted”'],
    ['a *b* **c** `x<y`', 'a <em>b</em> <strong>c</strong> <code>x&lt;y</code>'],
    ['two\n\nparagraphs', '<p>two</p>\n<p>paragraphs</p>'],
    ['$a<b$ and $$c$$', '\\(a&lt;b\\) and \\(c\\)'],
    ['$$\nx\n+ y\n$$', '\\[x + y\\]'],
    ['![alt](a.png)', '<img src="a.png" alt="alt">'],
    ['![](a%20b.mp3)', '[sound:a b.mp3]'],
    ['H<sub>2</sub>O', 'H<sub>2</sub>O'],
    ['[x](https://a.b/?c=1&d=2)', '<a href="https://a.b/?c=1&amp;d=2">x</a>'],
    ['```js\na < b\n```', '<pre><code class="language-js">a &lt; b\n</code></pre>'],
  ])('writes %j', (markdown, html) => {
    expect(markdownToHtml(markdown, media)).toBe(html);
  });

  it('lets no script, handler, style, frame or remote picture through', () => {
    const html = markdownToHtml(
      'Text <script>alert(1)</script><img src="x.png" onerror="alert(1)"><iframe src="x"></iframe>' +
        '<b style="x" onclick="y">bold</b> [a](javascript:alert(1)) ![remote](http://a.b/c.png)',
      media,
    );
    expect(html).toBe('Text <img src="x.png"><b>bold</b> <a>a</a> remote');
  });

  it('takes its short ways only where they end where the parser does', () => {
    const slow = unified()
      .use(remarkParse)
      .use(remarkGfm)
      .use(remarkMath)
      .use(remarkRehype)
      .use(rehypeStringify, { characterReferences: { useNamedReferences: true } });
    const word = fc.constantFrom(
      'a',
      'word',
      '1.',
      '-',
      '+',
      '(b',
      'c)',
      'é',
      '日本',
      ',',
      '3',
      '…',
      '#',
      '!',
      'x:',
      '2)',
    );
    const emphasised = fc
      .tuple(fc.constantFrom('*', '**', '`'), fc.array(word, { minLength: 1, maxLength: 3 }))
      .map(([mark, words]) => `${mark}${words.join(' ')}${mark}`);
    const joint = fc.constantFrom(' ', '', ', ', '. ');
    const text = fc
      .array(fc.tuple(fc.oneof(word, emphasised), joint), { minLength: 1, maxLength: 8 })
      .map((parts) => parts.flat().join('').trim())
      .filter((each) => each !== '');
    fc.assert(
      fc.property(text, (markdown) => {
        const whole = String(slow.processSync(markdown)).trim();
        const one = /^<p>((?:(?!<p>)[\s\S])*)<\/p>$/.exec(whole)?.[1] ?? whole;
        expect(markdownToHtml(markdown)).toBe(one.trim());
      }),
      { numRuns: 400 },
    );
  });
});
