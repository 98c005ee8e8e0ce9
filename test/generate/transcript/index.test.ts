import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { transcriptDrafter } from '../../../src/generate/index.ts';
import { draftTalk, isUnpunctuatedTalk } from '../../../src/generate/transcript/index.ts';
import { readSource } from '../../../src/sources/index.ts';
import { documentOf, passageOf } from '../document.ts';

const file = path.join(import.meta.dirname, '../../fixtures/sources/hive-talk.txt');
const source = readSource(readFileSync(file, 'utf8'), 'hive-talk.txt');
const drafts = await draftTalk(source);
const shown = drafts.map(({ content }) =>
  content.kind === 'basic' ? `${content.question} ${content.answer}` : '',
);

describe('draftTalk', () => {
  it('asks a true question of the host in the third person', () => {
    expect(shown).toContainEqual(
      expect.stringMatching(
        /^What does Carl Cole think is the most important thing about the dance of bees\? “/,
      ),
    );
  });

  it('quotes a claim and asks for its reason', () => {
    expect(shown).toContainEqual(
      expect.stringMatching(
        /^For which reason does Carl Cole say, “The dance tells the others where the food is”\? “Because the angle/,
      ),
    );
  });

  it('asks what happens under a condition, and what a term is', () => {
    expect(shown).toContainEqual(
      expect.stringMatching(
        /^What happens if one opens a hive in the middle of the winter, according to Carl Cole\? “The bees will lose/,
      ),
    );
    expect(shown).toContainEqual(
      expect.stringMatching(
        /^What is the waggle dance, according to Carl Cole\? “A short straight walk that the dancer repeats many times in the dark\.”/,
      ),
    );
  });

  it('answers in the guest’s words only, in quotation marks, and is never sure', () => {
    for (const { sure, speaker, content } of drafts) {
      expect([sure, speaker]).toEqual([false, 'Carl Cole']);
      const said = content.kind === 'cloze' ? content.text.replace(/^Carl Cole: /, '') : content;
      expect(typeof said === 'string' ? { answer: said } : said).toMatchObject({
        answer: expect.stringMatching(/^“\p{Lu}.*\.”$/u),
      });
    }
  });

  it('asks nothing of confirmations and nothing that points back', () => {
    expect(shown.join('\n')).not.toMatch(/basic idea|odd language/);
  });

  it('rests on words of the document', () => {
    for (const { span, sentence } of drafts) {
      const text = source.text.slice(span.start, span.end).replaceAll(/\s+/g, ' ');
      expect(text.split(' ').at(-1)).toBe(sentence.split(' ').at(-1));
    }
  });

  it('reads every guest of a talk of three, each under his own name', async () => {
    const turns: [string, string][] = [
      ['Ada Bell', 'so do you agree and are you sure of it and have you tried'],
      ['Carl Cole', 'old hives are bad for bees because the damp gets into the wood'],
      ['Eve Moor', 'new hives are dear to keepers because the wood has to come from far away'],
      ['Ada Bell', 'and do you agree and would you do it again'],
    ];
    const talk = documentOf(turns.map(([speaker, text]) => passageOf(text, { speaker })));
    const found = await draftTalk(talk);
    expect(
      found.map(({ speaker, content }) => [speaker, content.kind === 'basic' && content.question]),
    ).toEqual([
      ['Carl Cole', 'For which reason does Carl Cole say, “Old hives are bad for bees”?'],
      ['Eve Moor', 'For which reason does Eve Moor say, “New hives are dear to keepers”?'],
    ]);
  });

  it('writes names as the other documents of the run do', async () => {
    const found = await draftTalk(source, { names: ['Sun'] });
    expect(JSON.stringify(found.map(({ content }) => content))).toMatch(/the angle of the Sun/);
  });

  it('makes nothing of a talk in which nobody is named', async () => {
    expect(
      await draftTalk(documentOf([passageOf('old hives are bad because of the damp')])),
    ).toEqual([]);
  });

  it.each([
    'if if you are ',
    'where you dance or where you ',
    'the goal that we want to ',
    'because it is and ',
    'why is it so why are ',
    'a hive — which is a hive ',
  ])('takes bounded time for a long paragraph of “%s”', async (bait) => {
    const long = bait.repeat(19_000 / bait.length);
    const talk = documentOf([
      passageOf(`do you see ${long}`, { speaker: 'Ada Bell' }),
      passageOf(long, { speaker: 'Carl Cole' }),
    ]);
    const start = performance.now();
    await draftTalk(talk);
    expect(performance.now() - start).toBeLessThan(2500);
  });

  it('stops where it is told to', async () => {
    await expect(draftTalk(source, { signal: AbortSignal.abort() })).rejects.toThrow(/abort/i);
  });
});

describe('transcriptDrafter', () => {
  it('reads only talks without marks', async () => {
    expect(isUnpunctuatedTalk(source)).toBe(true);
    const marked = {
      ...source,
      passages: source.passages.map((passage) => passageOf(`${passage.text}. So it is.`)),
    };
    expect(await transcriptDrafter.draft(marked, {})).toEqual([]);
    expect(await transcriptDrafter.draft({ ...source, kind: 'plain-text' }, {})).toEqual([]);
  });
});
