import { describe, expect, it } from 'vitest';
import type { Passage } from '../../../src/model/source.ts';
import { basic, ground, severities, source } from '../made.ts';

const turn = (speaker: string, text: string, region: Passage['region'] = 'body') =>
  ({ kind: 'turn', speaker, text, region }) as const;
const talk = source(
  [
    turn('Ann', 'hi listeners today i speak with ben who studies ants', 'furniture'),
    turn('Ann', 'do not unsubscribe half of our episodes will be about bees', 'furniture'),
    turn('Ben', 'thanks a lot for having me again'),
    turn('Ben', 'ants follow a scent that earlier ants laid down'),
  ],
  { kind: 'transcript' },
);
const page = source(
  ['Ants follow a scent.', { text: 'Sound engineer: Ann Other', region: 'furniture' }],
  { kind: 'web-capture' },
);

function of(
  document: typeof talk,
  anchor: string,
  question: string,
  answer = 'Ants.',
): readonly string[] {
  return severities('Q13', basic(question, answer, { grounds: [ground(document, anchor)] }));
}

describe('Q13', () => {
  it('refuses what stands around the matter of a page', () => {
    expect(of(page, 'Sound engineer', 'Who was the sound engineer?', 'Ann Other.')).toEqual([
      'error',
    ]);
  });

  it('refuses cards about the programme, from where it speaks of itself', () => {
    expect(
      of(talk, 'half of our episodes', 'What are half of the episodes about?', 'Bees.'),
    ).toEqual(['error']);
    expect(of(talk, 'thanks a lot', 'How does Ben answer the welcome?', 'He is glad.')).toEqual([
      'error',
    ]);
  });

  it('only warns of facts that are told before and after a talk', () => {
    expect(of(talk, 'ben who studies', 'Which animals does Ben study?')).toEqual(['warning']);
  });

  it('accepts the matter, also where it speaks of episodes and books', () => {
    expect(of(page, 'follow a scent', 'What follows a scent in each episode of a march?')).toEqual(
      [],
    );
    expect(severities('Q13', basic('Who was the audio engineer?', 'Ann.'))).toEqual([]);
  });
});
