import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');
const rooms =
  /`(?:src\/)?((?:app|cli|deck|generate|lint|model|plain|schedule|sources|store|tui)\/[a-z/-]+\.tsx?)`/g;

describe('the pages about the code', () => {
  it.each(['ARCHITECTURE.md', 'CONTRIBUTING.md'])('%s names only files that are there', (page) => {
    const text = readFileSync(path.join(root, page), 'utf8');
    const named = [...text.matchAll(rooms)].map(([, file = '']) => file);
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((file) => !existsSync(path.join(root, 'src', file)))).toEqual([]);
  });
});
