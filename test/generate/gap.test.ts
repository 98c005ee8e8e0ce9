import { describe, expect, it } from 'vitest';
import { draftByRules } from '../../src/generate/index.ts';
import { draftTalk } from '../../src/generate/transcript/index.ts';
import type { CardDraft } from '../../src/model/draft.ts';
import type { Passage } from '../../src/model/source.ts';
import { readSource } from '../../src/sources/index.ts';
import { seedsAreHere, seedText } from '../sources/seeds.ts';
import { documentOf, passageOf } from './document.ts';

const gaps = ['[inaudible]', '[Inaudible 1:05]', '[crosstalk]', '[x]', '[…]', '[...]', '[?]'];

function talk(answer: string) {
  return documentOf(
    [
      passageOf('so do you agree and are you sure of it', { speaker: 'Ada Bell' }),
      passageOf(answer, { speaker: 'Carl Cole' }),
    ],
    { kind: 'transcript' },
  );
}

const spoken = (word: string) =>
  draftTalk(talk(`old hives are bad for bees because the ${word} gets into the wood`));
const written = (word: string) =>
  draftByRules(
    talk(
      `Old hives are bad for young bees because the cold ${word} of the winter gets into the wood.`,
    ),
  );

const asked = (word: string) =>
  draftByRules(
    documentOf(
      [
        passageOf(`Why do bees dance in the ${word} of the hive?`, {
          kind: 'turn',
          speaker: 'Ada Bell',
        } as Partial<Passage>),
        passageOf('They dance there because nobody has to see them, and all can feel them.', {
          kind: 'turn',
          speaker: 'Carl Cole',
        } as Partial<Passage>),
      ],
      { kind: 'transcript' },
    ),
  );

function shown(drafts: readonly CardDraft[]): string {
  return JSON.stringify(drafts.map(({ content, sentence }) => ({ content, sentence })));
}

describe('a gap that a transcriber left', () => {
  it.each(gaps)('is on no card of a talk: %s', async (gap) => {
    expect(await spoken('damp')).toHaveLength(1);
    expect(await spoken(gap)).toEqual([]);
    expect(written('damp')).toHaveLength(1);
    expect(written(gap)).toEqual([]);
  });

  it('is none where words in brackets say what is meant', () => {
    expect(written('[winter] damp')).toHaveLength(1);
  });

  it('is not asked about, in what the host says', () => {
    expect(shown(asked('dark'))).toContain('in the dark of the hive,');
    expect(shown(asked('[inaudible]'))).not.toContain('inaudible');
  });

  it('is not looked for in what nobody speaks', () => {
    const article = passageOf(
      'Old hives are bad for young bees because the cold [x] of the winter gets into the wood.',
    );
    expect(draftByRules(documentOf([article]))).toHaveLength(1);
  });

  it.skipIf(!seedsAreHere)(
    'is on no card of the real interview (skipped where it is absent)',
    async () => {
      const source = readSource(seedText('001'), '001.txt');
      expect(source.text).toMatch(/\[inaudible\][^]*\[x\]/);
      const drafts = [...(await draftTalk(source)), ...draftByRules(source)];
      expect(drafts.length).toBeGreaterThan(10);
      expect(shown(drafts)).not.toMatch(/\[(?:inaudible|x|…|\.{3})\\*\]|openaicom/);
    },
    20_000,
  );
});
