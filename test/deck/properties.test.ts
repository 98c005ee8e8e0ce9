import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replaceCard } from '../../src/deck/edit.ts';
import { faceOf } from '../../src/deck/face.ts';
import { parseDeck, type ParsedDeck } from '../../src/deck/parse.ts';
import { printCard, printDeck } from '../../src/deck/print.ts';
import { proposeNotation } from '../../src/deck/propose.ts';
import { sidesOf } from '../../src/deck/sides.ts';
import type { Notation } from '../../src/model/deck.ts';

const notations: readonly Notation[] = ['shared', 'tenet', 'hashcards', 'repeater'];
const notation = fc.constantFrom(...notations);

/** Lines that mean something to one of the readers. */
const telling = String.raw`
Q: q|A: a|C: c [d] e|T: t|D: d|S: [x](y.md) "z"|N: n|#tag|---|Q:|\Q: x|a :: b
# h|## i|===|***|~~~|~~~js|~~~~|   ~~~|$$|$x [y]$|- item|> quote|1. one|   two|   |
<!-- id: abcd -->|<!-- id: efgh; list -->|<!-- x -->|{{c1::a::b}} {{c2::c}}
[a](b.md) [c][d] [^1] [ ] \[e\]|[d]: http://x|[unclosed|closed]|\[x\]
title: x|tags: [a, b]|notation: tenet|+++|name = "n"`;
const line = fc.oneof(
  fc.constantFrom('```', '```js', '   ```', '| a | b |', '|---|---|', '\t', '\uE000', '\0'),
  fc.constantFrom(...telling.slice(1).split(/[|\n]/)),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const lineEnd = fc.constantFrom('\n', '\r\n');
const lines = fc.array(line, { maxLength: 6, size: '+1' });
const part = lines.map((all) => all.join('\n'));
/** A card that is mostly whole, with anything in its parts. */
const card = fc.oneof(
  fc.tuple(part, part).map(([question, answer]) => `Q: ${question}\nA: ${answer}`),
  fc.tuple(part, part).map(([term, definition]) => `T: ${term}\nD: ${definition}`),
  part.map((text) => `C: [hole] ${text}`),
  lines.map((items) => `Q: q\nA:\n${items.map((item) => `1. ${item}`).join('\n')}\n<!-- list -->`),
);
const deckText = fc
  .tuple(
    fc.constantFrom('', '\uFEFF', '---\ntitle: T\n---\n'),
    fc.array(fc.tuple(fc.oneof(line, card), lineEnd), { maxLength: 20, size: '+1' }),
    fc.constantFrom('', 'Q: no line end', 'C: [no line end]'),
  )
  .map(([head, blocks, tail]) => head + blocks.map((pair) => pair.join('')).join('') + tail);

function read(text: string, notation: Notation): ParsedDeck {
  return parseDeck(text, { path: 'a.md', notation });
}

function content(deck: ParsedDeck): readonly unknown[] {
  return deck.cards.map(({ span: _span, place: _place, sources, ...rest }) => ({
    ...rest,
    sources: sources.map(({ label, target, anchor }) => [label, target, anchor]),
  }));
}

describe('any text', () => {
  it('is a deck whose pieces follow each other without gap or overlap, and give it back', () => {
    fc.assert(
      fc.property(deckText, notation, (text, notation) => {
        const deck = read(text, notation);
        let at = 0;
        for (const { span } of deck.pieces) {
          expect(span.start).toBe(at);
          expect(span.end).toBeGreaterThan(span.start);
          at = span.end;
        }
        expect(at).toBe(text.length);
        expect(printDeck(deck)).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });

  it('has problems that stand inside it', () => {
    fc.assert(
      fc.property(deckText, notation, (text, notation) => {
        const lines = text.replace(/^\uFEFF/, '').split('\n');
        for (const { line, column, message, remedy } of read(text, notation).problems) {
          expect(line).toBeLessThanOrEqual(lines.length);
          expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1);
          expect(message.endsWith('.') || remedy === '').toBe(false);
        }
      }),
    );
  });

  it('can be asked, card by card and side by side, each key once', () => {
    fc.assert(
      fc.property(deckText, notation, (text, notation) => {
        const sides = read(text, notation).cards.flatMap((card) =>
          sidesOf(card).map((side) => ({ side, face: faceOf(card, side) })),
        );
        expect(new Set(sides.map(({ side }) => side.key)).size).toBe(sides.length);
        for (const { face } of sides) expect(face.answer).not.toBe('');
      }),
    );
  });

  it('gets a proposal or none', () => {
    fc.assert(
      fc.property(deckText, (text) => {
        const proposal = proposeNotation(text);
        expect(proposal?.line ?? 1).toBeLessThanOrEqual(text.split('\n').length);
      }),
    );
  });

  it('says the same with the other line end', () => {
    fc.assert(
      fc.property(
        fc.array(line.filter((text) => !/[\r\n]/.test(text))),
        notation,
        (lines, notation) => {
          const [unix, windows] = ['\n', '\r\n'].map((end) => read(lines.join(end), notation));
          if (unix === undefined || windows === undefined) throw new Error('two decks were read');
          expect(content(windows)).toEqual(content(unix));
        },
      ),
    );
  });
});

function withoutEdited(all: readonly unknown[]): readonly unknown[] {
  return all.filter((item) => (item as { id: string }).id !== 'edited');
}

describe('an edit inside one card', () => {
  const field = fc
    .array(line, { minLength: 1, maxLength: 5 })
    .map((lines) => lines.join('\n').trim())
    .filter((text) => /\w/.test(text));

  it('changes no other card', () => {
    fc.assert(
      fc.property(deckText, fc.nat(), field, field, (text, pick, question, answer) => {
        const deck = read(text, 'shared');
        const card = deck.cards[pick % Math.max(1, deck.cards.length)];
        // A fence that is open already may be closed by the new text, which is refused; the copy of a
        // card takes its place when the card changes.
        const special = new Set(['fence-open', 'card-twice', 'id-twice']);
        fc.pre(card !== undefined && deck.problems.every(({ rule }) => !special.has(rule)));
        const basic = { kind: 'basic', question, answer } as const;
        const printed = printCard({
          content: basic,
          sources: [],
          note: '',
          tags: [],
          id: 'edited',
        });
        const edited = replaceCard(deck, card, printed);
        expect(edited.slice(0, card.span.start)).toBe(text.slice(0, card.span.start));
        expect(edited.endsWith(text.slice(card.span.end))).toBe(true);
        const others = deck.cards.filter((other) => other !== card);
        expect(withoutEdited(content(read(edited, 'shared')))).toEqual(
          content({ ...deck, cards: others }),
        );
      }),
    );
  });
});

describe('the time that reading takes grows with the text', () => {
  /** Fails by its time limit alone: a quadratic reader needs minutes for these. */
  const size = 100_000;
  it.each([
    ['one long line', `C: [a] ${'x'.repeat(2_000_000)}`],
    ['open brackets', `C: ${'['.repeat(size)}`],
    ['nested brackets', `C: ${'['.repeat(size)}x${']'.repeat(size)}`],
    ['links in links', `C: ${'[a]('.repeat(size)}b c${')'.repeat(size)}`],
    ['many holes', `C: ${'[a] '.repeat(size)}`],
    ['boxes', `C: ${'[x]'.repeat(size)}`],
    ['runs of backticks', `C: ${Array.from({ length: 600 }, (_, n) => '`'.repeat(n)).join(' ')}`],
    ['dollars', `C: ${'$a '.repeat(size)}`],
    ['addresses', `C: ${'<ab:'.repeat(size)}`],
    ['open fences', '```x\n'.repeat(size)],
    ['terms without definitions', 'T: t\n'.repeat(size)],
    ['blank lines', `Q: q\nA: a${'\n \t'.repeat(size)}\n#tag`],
    ['sources', `Q: q\nA: a\n${'S: [a](b)\n'.repeat(size)}`],
    ['maths', `C: [a]\n${'$$\n'.repeat(size + 1)}`],
    ['definitions', `C: [a]\n${'[b]: c.d\n'.repeat(size)}`],
    ['one long comment', `C: [a]\n<!-- id: ${'a"b '.repeat(500_001)}-->`],
    ['comments', '<!-- id: a; b; c -->\n'.repeat(size)],
    ['deletions', `C: ${'{{c1::'.repeat(size)}x${'}}'.repeat(size)}`],
    ['front matter', `---\n${'a: b\n'.repeat(size)}---\n`],
  ])(
    '%s',
    (_, text) => {
      for (const notation of notations) expect(printDeck(read(text, notation))).toBe(text);
      proposeNotation(text);
    },
    8000,
  );
});
