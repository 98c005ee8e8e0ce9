import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { draftByRules } from '../../src/generate/index.ts';
import { readSource } from '../../src/sources/index.ts';

const file = path.join(import.meta.dirname, '../fixtures/generate/tide-mills.md');
const drafts = draftByRules(readSource(readFileSync(file, 'utf8'), 'tide-mills.md'));
const asked = drafts.map(({ content }) =>
  content.kind === 'basic' || content.kind === 'list'
    ? content.question
    : content.kind === 'term'
      ? content.term
      : content.text,
);

describe('the rules on an essay', () => {
  it.each([
    'What is a tide mill, according to Mara Venn?',
    'What is the great advantage of a tide mill, according to Mara Venn?',
    'What were the three reasons to build on an estuary?',
    'What is meant by “Cheap ground”, one of the three reasons to build on an estuary?',
    'What happened once bread was baked in factories, according to Mara Venn?',
    'How does a barrage differ from a tidal stream turbine, according to Mara Venn?',
    'Storage',
    'The station on the Rance, which opened in [1966], has a peak output of [240 megawatts].',
  ])('ask: %s', (question) => {
    expect(asked).toContain(question);
  });

  it('take no answer beyond the colon that explains it', () => {
    const silt = drafts.find(
      ({ content }) => content.kind === 'basic' && /Silt/.test(content.question),
    );
    expect(silt?.content).toMatchObject({ answer: 'The slow enemy.' });
  });

  it('ask nothing of what is denied, granted or said of the reader', () => {
    expect(asked.join('\n')).not.toMatch(/beat the tide mills|machines teach|Nobody/);
  });
});
