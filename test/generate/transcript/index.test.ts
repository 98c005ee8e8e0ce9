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
      expect(content).toMatchObject({
        kind: 'basic',
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

  it('makes nothing of a talk of three, or of one', async () => {
    const one = documentOf([
      passageOf('bees dance because they must do so every day', { speaker: 'Ada' }),
    ]);
    expect(await draftTalk(one)).toEqual([]);
  });

  it('stops where it is told to', async () => {
    await expect(draftTalk(source, AbortSignal.abort())).rejects.toThrow(/abort/i);
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
