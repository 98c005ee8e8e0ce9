import path from 'node:path';
import { expect, it } from 'vitest';
import { relativePath } from '../../src/app/relative-path.ts';

it.each([
  ['below the folder', ['decks', 'sub', 'a.md'], 'decks/sub/a.md'],
  ['beside it', ['..', 'docs', 'a.md'], '../docs/a.md'],
  ['the folder itself', [], ''],
])('a path %s has slashes', (_name, parts, expected) => {
  const folder = path.resolve('collection');
  expect(relativePath(folder, path.join(folder, ...parts))).toBe(expected);
});
