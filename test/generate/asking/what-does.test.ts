import { describe, expect, it } from 'vitest';
import { askWhatDoes } from '../../../src/generate/asking/what-does.ts';
import { shown } from './shown.ts';

describe('askWhatDoes', () => {
  it('asks with a verb that it knows, and how something should be seen', () => {
    expect(shown(askWhatDoes, 'A swarm needs a dry hollow tree.')).toBe(
      'What does a swarm need → a dry hollow tree',
    );
    expect(shown(askWhatDoes, 'A swarm should be seen as one animal.')).toBe(
      'How should a swarm be seen → as one animal',
    );
    expect(shown(askWhatDoes, 'A swarm may need a dry hollow tree.')).toBe(
      'What may a swarm need → a dry hollow tree',
    );
  });

  it('leaves a short answer and what points back alone', () => {
    expect(shown(askWhatDoes, 'A swarm needs room.')).toBeUndefined();
    expect(shown(askWhatDoes, 'It needs a dry hollow tree.')).toBeUndefined();
  });
});
