import { afterEach, describe, expect, it } from 'vitest';
import { checkDecks } from '../../../src/app/check/check-decks.ts';
import { TemporaryCollection } from '../temporary-collection.ts';

let opened: TemporaryCollection;

afterEach(() => opened.dispose());

/** `file:line rule` of every problem but the linter's, in their order. */
function found(decks: readonly string[] = []): readonly string[] {
  return checkDecks(opened.collection, opened.study, { decks })
    .filter(({ rule }) => !isLint(rule))
    .map(({ file, line, rule }) => `${file}:${line} ${rule}`);
}

function isLint(rule: string): boolean {
  return /^Q\d\d$/.test(rule);
}

describe('checkDecks', () => {
  it('names every problem of every file in one run, by place', () => {
    opened = new TemporaryCollection({
      'decks/b.md': 'Q: No answer?\n\nC: No hole.\n\nQ: Twice?\nA: Yes.\n',
      'decks/a.md': 'Q: Twice?\nA: Yes.\n\nQ: Why?\nA: So.\nS: [Gone](gone.md) "words"\n',
    });
    expect(found()).toEqual([
      'decks/a.md:6 link-broken',
      'decks/b.md:1 question-without-answer',
      'decks/b.md:3 no-hole',
      'decks/b.md:5 card-twice',
    ]);
  });

  it('keeps to the decks that are named', () => {
    opened = new TemporaryCollection({
      'decks/a.md': 'Q: No answer?\n',
      'decks/b.md': '---\ntitle: Second\n---\nQ: None here either?\n\nQ: Why?\nA: So.\n',
    });
    expect(found(['Second'])).toEqual(['decks/b.md:4 question-without-answer']);
  });

  it('proposes the notation of another program where a deck seems to be in it, and none is set', () => {
    opened = new TemporaryCollection({
      'decks/plain.md': 'Q: Why?\nA: So.\n',
      'decks/repeater.md': 'Which rock floats? :: Pumice\n',
      'decks/set.md': '---\nnotation: repeater\n---\nWhich rock floats? :: Pumice\n',
    });
    expect(found()).toEqual(['decks/repeater.md:1 notation']);
  });

  it('says that the folder of decks is missing, and that its cards wait', () => {
    opened = new TemporaryCollection({ 'decks/a.md': 'Q: Why?\nA: So.\n' });
    opened.index();
    opened.remove('decks');
    expect(found()).toEqual(['decks:1 folder-unreadable']);
    expect(opened.keys()).toHaveLength(1);
  });

  it('names a chapter that cannot be read, and checks the others', () => {
    opened = new TemporaryCollection({
      'source-docs/a.md': new Uint8Array([0x66, 0xff]),
      'source-docs/b.md': 'Said.[^1]\n\n[^1]: [Gone](gone.md) "words"\n',
    });
    expect(found()).toEqual([
      'source-docs/a.md:1 document-unread',
      'source-docs/b.md:3 link-broken',
    ]);
  });

  it('names pictures that are not there, each once a card', () => {
    opened = new TemporaryCollection({
      'decks/here.png': 'a picture',
      'decks/a.md': `Q: Which is it? ![here](here.png) ![gone](gone.png)
A: ![gone again](gone.png) ![outside](../../x.png) ![on the net](https://example.org/x.png)

C: ![by label][p] and \`![code](no.png)\` and a [hole].

[p]: there/no.png
`,
    });
    const problems = checkDecks(opened.collection, opened.study, { decks: [] }).filter(
      ({ rule }) => !isLint(rule),
    );
    expect(problems.map(({ line, rule, message }) => [line, rule, message])).toEqual([
      [1, 'media-missing', 'the picture "gone.png" is not there'],
      [1, 'media-missing', 'the picture "../../x.png" is no file of this collection'],
      [4, 'media-missing', 'the picture "there/no.png" is not there'],
    ]);
  });

  it('says where most cards are gone, before all else', () => {
    opened = new TemporaryCollection({ 'decks/a.md': 'Q: Why?\nA: So.\n\nQ: How?\nA: Thus.\n' });
    opened.index();
    for (const key of opened.keys()) opened.answer(key);
    opened.write('decks/a.md', 'Nothing left.\n');
    expect(found()[0]).toMatch(/most-cards-gone$/);
  });

  it('advises on cards that a person wrote, and holds generated ones to the rules', () => {
    opened = new TemporaryCollection({
      'decks/a.md': doubleQuestion('byhand1'),
      'decks/b.md': doubleQuestion('made001').replace('basalt', 'granite'),
      'decks/.tenet/ledger.jsonl': `${JSON.stringify(entry('made001'))}\n`,
    });
    const lint = checkDecks(opened.collection, opened.study, { decks: [] })
      .filter(({ rule }) => rule === 'Q06')
      .map(({ card: id, severity }) => `${id} ${severity}`);
    expect(lint).toEqual(['byhand1 info', 'made001 error']);
  });
});

function doubleQuestion(id: string): string {
  return `Q: Is basalt volcanic, and what is it?\nA: Yes.\n<!-- id: ${id} -->\n`;
}

/** A line of the ledger for a card that was generated and not edited since. */
function entry(id: string): object {
  return {
    id,
    source: 'rocks.md',
    span: [0, 1],
    kind: 'basic',
    rule: 'question-heading',
    slot: '',
    sentence: 'x',
    asks: 'x',
    content: 'x',
    sources: 'x',
    fate: 'kept',
    made: '2026-11-20T09:00:00.000Z',
    changed: '2026-11-20T09:00:00.000Z',
  };
}
