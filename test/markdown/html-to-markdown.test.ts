import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { htmlToMarkdown } from '../../src/markdown/html-to-markdown.ts';
import { markdownToHtml } from '../../src/markdown/to-html.ts';

const media = { name: (name: string) => (name === 'gone.png' ? null : `media/${name}`) };

describe('htmlToMarkdown', () => {
  it.each([
    ['plain', 'plain'],
    ['a<br>b', 'a\\\nb'],
    ['a<br><br>b<div>c</div><div>d</div>', 'a\n\nb\\\nc\\\nd'],
    ['<div>a</div><div><br></div><div>b</div>', 'a\n\nb'],
    ['trailing<br>', 'trailing'],
    ['<b>bold</b> <i>it</i> &lt;x&gt; &amp;amp; * $5', '**bold** *it* \\<x> \\&amp; \\* \\$5'],
    ['<ul><li>a</li><li>b</li></ul>', '- a\n- b'],
    ['<pre><code class="language-py">x &lt; 1\ny</code></pre>', '```py\nx < 1\ny\n```'],
    ['<a href="https://x.y">l</a> https://z.w', '[l](https://x.y) https://z.w'],
    ['\\(a_1 &lt; b\\)', '$a_1 < b$'],
    ['[$]a[/$] [latex]$b$[/latex]', '$a$ $b$'],
    ['\\[x<br>y\\]', '$$\nx y\n$$'],
    ['[$$]y[/$$]', '$$\ny\n$$'],
    ['<anki-mathjax>z^2</anki-mathjax>', '$z^2$'],
    ['<img src="a b.png"> [sound:x.mp3]', '![](<media/a b.png>) ![](media/x.mp3)'],
    ['<img src="gone.png" alt="a face">', 'a face'],
    ['H<sub>2</sub>O <u>x</u>', 'H<sub>2</sub>O <u>x</u>'],
    ['<ruby>漢<rt>kan</rt></ruby>', '<ruby>漢<rt>kan</rt></ruby>'],
    ['<span style="color:red">red</span><script>x</script><style>y</style>', 'red'],
    ['<table><tr><th>a</th></tr><tr><td>1</td></tr></table>', '| a |\n| - |\n| 1 |'],
    ['# no heading', '\\# no heading'],
    ['{{c1::a_b::hint}}', '{{c1::a_b::hint}}'],
  ])('reads %j', (html, markdown) => {
    expect(htmlToMarkdown(html, media)).toBe(markdown);
  });

  it('takes its short way only where it ends where the parser does', () => {
    const word = fc.constantFrom('a', 'b c', '1.', '-', 'é', ',', '(x)', '日', '3', '!');
    const tag = fc.constantFrom('b', 'strong', 'i', 'em', 'code');
    const element = fc
      .tuple(tag, fc.array(word, { minLength: 1, maxLength: 2 }))
      .map(([name, words]) => `<${name}>${words.join(' ')}</${name}>`);
    const joint = fc.constantFrom(' ', '', ', ', '. ');
    const html = fc
      .array(fc.tuple(fc.oneof(word, element), joint), { minLength: 1, maxLength: 6 })
      .map((parts) => parts.flat().join(''));
    fc.assert(
      fc.property(html, (field) => {
        // A comment changes nothing but the way that is taken.
        expect(htmlToMarkdown(field)).toBe(htmlToMarkdown(`${field}<!-- -->`));
      }),
      { numRuns: 300 },
    );
  });

  it('keeps what any text says on the way there and back', () => {
    const piece = fc.constantFrom(
      'a',
      'b c',
      '*',
      '_',
      '`',
      '$',
      '[',
      ']',
      '<',
      '>',
      '&',
      '#',
      '1.',
      '-',
      '\\',
      '|',
      '~',
      '!',
      '{{',
      '日',
      '"',
    );
    const texts = fc.array(piece, { minLength: 1, maxLength: 10 }).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(texts, (text) => {
        const html = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
        const back = markdownToHtml(htmlToMarkdown(html));
        expect(visible(back)).toBe(text.trim());
      }),
      { numRuns: 300 },
    );
  });
});

function visible(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
