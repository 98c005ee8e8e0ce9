import type { DocumentKind } from '../src/model/source.ts';
import { wordMaker } from './made-decks.ts';

/** A document of every kind that tenet reads: its file's name, and its text from part to part. */
interface MadeKind {
  readonly kind: DocumentKind;
  readonly file: string;
  readonly head: string;
  /** MB that making cards from 10 MB of it may take. */
  readonly most: number;
  readonly part: (number: number, words: (count: number) => string) => string;
}

/** One chapter with every pattern that the rules know, and prose between; no two are the same. */
export function chapter(number: number): string {
  const name = `subject ${number}`;
  return `# Chapter on ${name}

A *term ${number}* is a kind of thing that has many uses. ${`Plain prose on ${name} follows, with a [link](page.md) and *stress*. `.repeat(12)}

## Questions about ${name}

### Why does ${name} matter to its reader?

Because reason ${number} makes it matter more than others do.[^${number}a] ${`It goes on for a while about ${name}. `.repeat(12)}

### What are the two sources of ${name}?

1. **The first source.** It is said of ${name} that it began there.[^${number}a]
2. **The second source.** Others say that ${name} came from elsewhere.

## Words of ${name}

- **word ${number}** — What it means in the matter of ${name}.
- **other word ${number}** — What the other one means.

- **Claim.** What ${name} claims is true.
- **Because.** The evidence for ${name} is strong.
- **Objection.** Some say that ${name} proves little.
- **Response.** More of ${name} was found since.

[^${number}a]: [Original](ORIGINALS.md#original) "words of ${name} in it"

`;
}

function sentences(words: (count: number) => string, count: number): string {
  const sentence = () => {
    const text = words(14);
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  };
  return Array.from({ length: count }, sentence).join(' ');
}

function section(number: number, words: (count: number) => string): string {
  return `<section id="part-${number}" class="part"><h2>What is subject ${number}?</h2>
<p>Subject ${number} is a kind of thing that has <a href="uses.html">many uses</a> &amp; few <em>rules</em>. ${sentences(words, 8)}</p>
<p>${sentences(words, 10)}</p>
<ul><li><b>word ${number}</b> — what it means in the matter</li><li><b>other word ${number}</b> — what that means</li></ul>
<table><tr><th>Year</th><th>Share</th></tr><tr><td>${number}</td><td>${number % 100} %</td></tr></table>
</section>
`;
}

function paragraphs(number: number, words: (count: number) => string): string {
  return `Part ${number}

Subject ${number} is a kind of thing that has many uses, because its reader wanted it. ${sentences(words, 8)}

- word ${number} — what it means in the matter
- other word ${number} — what that means

${sentences(words, 10)}

`;
}

function exchange(number: number, words: (count: number) => string): string {
  return `ADA COLE: Why does subject ${number} matter to you?

BOB BELL: It matters because ${words(12)}. ${sentences(words, 12)}

`;
}

function spokenExchange(number: number, words: (count: number) => string): string {
  return `ada cole so what is the point of subject ${number} and why does it matter to you

bob bell well I think it matters because ${words(12)} and then ${words(120)} and so I would say that ${words(20)}

`;
}

function twoDigits(value: number): string {
  return String(Math.floor(value) % 60).padStart(2, '0');
}

function clock(seconds: number): string {
  return `${twoDigits(seconds / 3600)}:${twoDigits(seconds / 60)}:${twoDigits(seconds)}.000`;
}

function cue(number: number, words: (count: number) => string): string {
  const voice = number % 40 < 5 ? 'Ada' : 'Bob';
  const text =
    number % 8 === 0 ? `Why does subject ${number} matter?` : `It is so that ${words(8)}.`;
  return `${clock(number * 3)} --> ${clock(number * 3 + 3)}\n<v ${voice}>${text}\n\n`;
}

function saying(number: number, words: (count: number) => string): string {
  return `${(number % 90) + 1}. On subject ${number}: "${sentences(words, 2)}" — Ada Cole\n`;
}

/** All kinds; transcripts twice, with and without punctuation. */
export const madeKinds: readonly MadeKind[] = [
  { kind: 'markdown', file: 'book.md', most: 1100, head: '', part: chapter },
  {
    kind: 'html',
    file: 'page.html',
    most: 600,
    head: '<!doctype html><html><head><title>Long page</title></head><body><nav><a href="/">Home</a></nav><article><h1>Long page</h1>',
    part: section,
  },
  { kind: 'plain-text', file: 'text.txt', most: 450, head: 'A long text\n\n', part: paragraphs },
  { kind: 'transcript', file: 'talk.txt', most: 300, head: '', part: exchange },
  { kind: 'transcript', file: 'spoken.txt', most: 350, head: '', part: spokenExchange },
  { kind: 'subtitles', file: 'film.vtt', most: 300, head: 'WEBVTT\n\n', part: cue },
  {
    kind: 'quote-list',
    file: 'sayings.txt',
    most: 1200,
    head: 'Lessons from Ada Cole\n\n',
    part: saying,
  },
];

/** A document of at least `size` characters; the same in every run. */
export function madeDocument({ head, part }: MadeKind, size: number): string {
  const words = wordMaker(3);
  const parts = [head];
  for (let [number, length] = [0, head.length]; length < size; number += 1) {
    const text = part(number, words);
    parts.push(text);
    length += text.length;
  }
  return parts.join('');
}
