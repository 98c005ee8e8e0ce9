import { execFileSync } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listDrafts } from '../../../src/app/triage/triage.ts';
import { onScreen, TriageHome } from '../triage-collection.ts';

const answers: Readonly<Record<string, string>> = {
  'Why do honey bees dance?': 'To show the other foragers where flowers are.',
  'What does the queen do?': 'She lays all the eggs of the colony.',
  'How far do foragers fly for nectar?': 'About three kilometres, and rarely more than ten.',
  'Who cools the hive in summer?': 'Rows of fanning workers at the entrance.',
  'When do drones leave for good?': 'In autumn, driven out because they gather no honey.',
  'What is the brood fed with?': 'Royal jelly at first, then pollen and honey.',
};
const questions = Object.keys(answers);

const section = (question: string): string => `### ${question}\n\n${answers[question]}\n\n`;
const document = `# Bees\n\n${questions.map(section).join('')}`;

let home: TriageHome;

function git(...args: readonly string[]): string {
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com'];
  return execFileSync('git', [...identity, ...args], { cwd: home.folder, encoding: 'utf8' });
}

function commitAll(message: string): void {
  git('add', '-A');
  git('commit', '-q', '-m', message);
}

type Decision = 'keep' | 'reject' | 'later';

/** A sitting in which the drafts are decided on in their order. */
function decide(decisions: readonly Decision[]): void {
  home.nowMs += 1000;
  const triage = home.open();
  for (const decision of decisions) {
    if (decision === 'keep') triage.keep();
    else if (decision === 'reject') triage.reject('dull');
    else triage.later();
  }
}

/** What still waits after git has merged the branches, which must not conflict. */
function merged(): readonly string[] {
  git('merge', '-q', '--no-edit', 'other');
  expect(git('status', '--porcelain')).toBe('');
  const listed = listDrafts(home.parts().collection, []).map(({ id }) => id);
  const triage = home.open();
  const waiting: string[] = [];
  while (triage.view().phase === 'draft') {
    const { id, fields } = onScreen(triage);
    expect(listed).toContain(id);
    waiting.push(fields[0]?.markdown ?? '');
    triage.later();
  }
  expect(listed).toHaveLength(waiting.length);
  return waiting;
}

const kept = (): readonly string[] =>
  questions.filter((question) => home.read('decks/bees.md').includes(`Q: ${question}`));

beforeEach(async () => {
  home = new TriageHome({ 'docs/bees.md': document });
  git('init', '-q', '-b', 'main');
  await home.draftAll();
  commitAll('six drafts');
  git('branch', 'other');
});
afterEach(() => home.dispose());

describe('two branches that both decided on the drafts of one document', () => {
  it('merge without conflict where the drafts stand next to each other', () => {
    decide(['reject', 'later', 'reject', 'keep']);
    commitAll('no dance, no foragers; who cools');
    git('checkout', '-q', 'other');
    decide(['later', 'reject', 'reject', 'later', 'reject']);
    commitAll('no queen, no foragers, no drones');
    git('checkout', '-q', 'main');
    expect(merged()).toEqual([questions[5]]);
    expect(kept()).toEqual([questions[3]]);
    expect(home.read('drafts/bees.md').match(/^Q: /gm)).toHaveLength(1);
  });

  it('merge without conflict where one of them is done with all', () => {
    decide(['reject', 'reject', 'keep', 'reject', 'reject', 'keep']);
    commitAll('all');
    git('checkout', '-q', 'other');
    decide(['reject']);
    commitAll('no dance');
    git('checkout', '-q', 'main');
    expect(merged()).toEqual([]);
    expect(kept()).toEqual([questions[2], questions[5]]);
  });

  it('merge their decks too where a card stands between what they kept', async () => {
    decide(['later', 'later', 'keep']);
    commitAll('foragers');
    git('branch', '-f', 'other');
    decide(['later', 'keep']);
    commitAll('the queen');
    git('checkout', '-q', 'other');
    decide(['reject', 'later', 'keep', 'reject']);
    commitAll('who cools; no dance, no drones');
    git('checkout', '-q', 'main');
    expect(merged()).toEqual([questions[5]]);
    const deck = home.read('decks/bees.md');
    expect([...deck.matchAll(/^Q: (.*)$/gm)].map(([, asked]) => asked)).toEqual(
      questions.slice(1, 4),
    );
    await home.draftAll();
    expect(home.read('decks/bees.md')).toBe(deck);
  });
});
