import { execFileSync } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GeneratedCollection } from './generated-collection.ts';

let home: GeneratedCollection;

function git(...args: readonly string[]): string {
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com'];
  return execFileSync('git', [...identity, ...args], { cwd: home.folder, encoding: 'utf8' });
}

function commitAll(message: string): void {
  git('add', '-A');
  git('commit', '-q', '-m', message);
}

function chapter(title: string, question: string, answer: string): string {
  return `# ${title}\n\n## ${question}\n\n${answer}\n`;
}

function hive(...asked: readonly (readonly [question: string, answer: string])[]): string {
  return `# Bees\n\n## The hive\n\n${asked.map(([q, a]) => `### ${q}\n\n${a}\n`).join('\n')}`;
}

beforeEach(() => {
  home = new GeneratedCollection({
    'docs/bees.md': chapter('Bees', 'Why do bees dance?', 'To show where flowers are.'),
  });
  git('init', '-q', '-b', 'main');
});
afterEach(() => home.dispose());

describe('two branches that both generated', () => {
  it('merge without conflict, and the next run finds all as it should be', async () => {
    await home.generate();
    commitAll('bees');
    git('checkout', '-q', '-b', 'ants');
    home.write('docs/ants.md', chapter('Ants', 'Why do ants march?', 'To follow a scent.'));
    home.nowMs += 1000;
    await home.generate();
    commitAll('ants');
    git('checkout', '-q', 'main');
    home.write('docs/wasps.md', chapter('Wasps', 'Why are wasps thin?', 'To fit into tunnels.'));
    home.change('docs/bees.md', 'To show where flowers are.', 'To show where the flowers are.');
    home.nowMs += 1000;
    await home.generate();
    commitAll('wasps, and bees reworded');
    git('merge', '-q', '--no-edit', 'ants');
    expect(git('status', '--porcelain')).toBe('');
    const report = await home.generate();
    expect(report).toMatchObject({ files: [], drifted: false, gone: [] });
    expect(report.documents.map(({ same }) => same)).toEqual([1, 1, 1]);
    expect(home.ledger().size).toBe(3);
  });

  it('merge one deck where paragraphs came into different places of one section', async () => {
    const dance = ['Why do honey bees dance?', 'To show where flowers are.'] as const;
    const queen = ['What does the queen do?', 'She lays all the eggs.'] as const;
    const cooling = ['Who cools the hive in summer?', 'Rows of fanning workers.'] as const;
    const brood = ['What is the brood fed with?', 'Royal jelly, then pollen.'] as const;
    home.write('docs/bees.md', hive(dance, queen));
    await home.generate();
    commitAll('two questions');
    git('checkout', '-q', '-b', 'cooling');
    home.write('docs/bees.md', hive(cooling, dance, queen));
    home.nowMs += 1000;
    await home.generate();
    commitAll('cooling, at the top');
    git('checkout', '-q', 'main');
    home.write('docs/bees.md', hive(dance, queen, brood));
    home.nowMs += 1000;
    await home.generate();
    commitAll('brood, at the end');
    git('merge', '-q', '--no-edit', 'cooling');
    expect(git('status', '--porcelain')).toBe('');
    expect(await home.generate()).toMatchObject({ files: [], drifted: false, gone: [] });
    const asked = [...home.read('decks/bees.md').matchAll(/^Q: (.*)$/gm)].map(([, text]) => text);
    expect(asked).toEqual([cooling[0], dance[0], queen[0], brood[0]]);
  });

  it('let a deletion on one of them stand', async () => {
    await home.generate();
    commitAll('bees');
    git('checkout', '-q', '-b', 'without');
    home.write('decks/bees.md', '# Bees\n');
    await home.generate();
    commitAll('no such card');
    git('checkout', '-q', 'main');
    home.write('docs/ants.md', chapter('Ants', 'Why do ants march?', 'To follow a scent.'));
    await home.generate();
    commitAll('ants');
    git('merge', '-q', '--no-edit', 'without');
    const report = await home.generate();
    expect(report.files).toEqual([]);
    expect(report.documents.map(({ turnedDown }) => turnedDown)).toEqual([0, 1]);
  });
});
