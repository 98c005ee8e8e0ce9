import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const module = path.resolve(import.meta.dirname, '../../src/cli/small-heap.ts');

/** Keeps what it makes for a while, as an export does, and tells how large the young generation became. */
const program = `
  import { getHeapSpaceStatistics } from 'node:v8';
  import { keepHeapSmall } from ${JSON.stringify(`file://${module}`)};
  if (process.argv[1] === 'small') keepHeapSmall();
  const kept = [];
  for (let made = 0; made < 600_000; made++) kept[made % 200_000] = { made };
  const young = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space');
  process.stdout.write(String(young.space_size));
`;

function youngBytes(argument: string): number {
  const args = ['--input-type=module', '-e', program, argument];
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  expect(stderr).toBe('');
  return Number(stdout);
}

describe('keepHeapSmall', () => {
  it('keeps the young generation as small as it starts, in this version of Node', () => {
    expect(youngBytes('small')).toBeLessThanOrEqual(2 * 1024 * 1024);
    expect(youngBytes('large')).toBeGreaterThan(8 * 1024 * 1024);
  });
});
