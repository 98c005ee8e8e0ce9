import type { CardText, ParsedDeck } from './parsed-deck.ts';
import { printComment } from './comment.ts';
import { fencesOf } from './fences.ts';
import { linesOf, lineText } from './lines.ts';
import { lineKindOf } from './marks.ts';
import { readComment } from './comment.ts';
import { printSource } from './source-line.ts';
import { isTagLine, notInTag } from './tail.ts';

/** The text of a deck, put together from its pieces: what was read is what is written. */
export function printDeck(deck: ParsedDeck): string {
  return deck.pieces.map(({ span }) => deck.text.slice(span.start, span.end)).join('');
}

const mark = /^\\*[QATDCSN]:/;

/** A line of people's text, written so that it is read as text: not as a mark, a heading, an end, a tag. */
function escapeLine(line: string): string {
  if (mark.test(line)) return `\\${line}`;
  const lines = linesOf(line);
  if (lines.count === 0) return line;
  const kind = lineKindOf(lines, 0);
  const structural =
    kind === 'heading' ||
    kind === 'rule' ||
    (kind === 'comment' && readComment(line).kind !== 'remark') ||
    isTagLine(line);
  return structural ? line.replace(/^( *)/, '$1\\') : line;
}

/** A fence left open at the end of a part would reach into the rest of the deck: it is closed. */
function closeFence(text: string): string {
  const lines = linesOf(text);
  const open = fencesOf(lines).open[0];
  const found = open === undefined ? null : /^ {0,3}(`{3,}|~{3,})/.exec(lineText(lines, open));
  return found === null ? text : `${text}\n${found[1]}`;
}

/** What must begin its own line: a list, a fence, a quote, a table. */
const block = /^ {0,3}(?:(?:[-+*]|\d{1,9}[.)])[ \t]|`{3}|~{3}|[>|])/;

/** One part of a card after its mark; lists and other blocks start on the line below. */
function printPart(letter: string, text: string): string {
  const lines = linesOf(closeFence(text.replaceAll(/\r\n?/g, '\n').trim()));
  const fences = fencesOf(lines);
  const [first = '', ...rest] = Array.from({ length: lines.count }, (_, line) => {
    const written = lineText(lines, line);
    return fences.hides(line) || line === 0 ? written : escapeLine(written);
  });
  return [block.test(first) ? `${letter}:\n${first}` : `${letter}: ${first}`, ...rest].join('\n');
}

function printItem(text: string, index: number): string {
  const number = `${index + 1}. `;
  return number + text.trim().replaceAll(/\n(?=[^\n])/g, `\n${' '.repeat(number.length)}`);
}

function printContent({ content }: CardText): readonly string[] {
  switch (content.kind) {
    case 'basic':
      return [printPart('Q', content.question), printPart('A', content.answer)];
    case 'term':
      return [printPart('T', content.term), printPart('D', content.definition)];
    case 'cloze':
      return [printPart('C', content.text)];
    case 'list':
      return [
        printPart('Q', content.question),
        printPart('A', content.items.map(printItem).join('\n')),
      ];
  }
}

/** A tag as it can stand in a tag line; one that cannot would make text of the whole line. */
function printTag(tag: string): string {
  const word = tag.trim().replaceAll(notInTag, '-');
  return /^[\p{L}_]/u.test(word) ? `#${word}` : `#_${word}`;
}

function printTags(tags: readonly string[]): readonly string[] {
  return tags.length === 0 ? [] : [tags.map(printTag).join(' ')];
}

/** A card in the shared notation with tenet's lines, without a line end after it. */
export function printCard(card: CardText): string {
  const { id, guid, typed, off } = card;
  const comment = printComment({
    ...(id === undefined ? {} : { id }),
    ...(guid === undefined ? {} : { guid }),
    ...(card.content.kind === 'list' ? { list: true } : {}),
    ...(typed === true ? { typed } : {}),
    ...(off === undefined ? {} : { off }),
  });
  return [
    ...printContent(card),
    ...card.sources.map(printSource),
    ...(card.note === '' ? [] : [printPart('N', card.note)]),
    ...printTags(card.tags),
    ...(comment === '' ? [] : [comment]),
  ].join('\n');
}

/** The front matter and heading of a new deck, with a line end after it. */
export function printDeckHead(title: string, tags: readonly string[], description = ''): string {
  const plain = title.replaceAll(/\s+/g, ' ').trim();
  const safe =
    /^[\p{L}\p{N}(][^:#"'\\[\]{}]*$/u.test(plain) && !/^(?:true|false|null)$/i.test(plain);
  const tagLines = tags.length === 0 ? [] : [`tags: [${tags.join(', ')}]`];
  const about = description === '' ? [] : [`description: ${JSON.stringify(description)}`];
  const titleLine = `title: ${safe ? plain : JSON.stringify(plain)}`;
  const lines = ['---', titleLine, ...about, ...tagLines, '---'];
  return `${lines.join('\n')}\n# ${plain}\n`;
}
