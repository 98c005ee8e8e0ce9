import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');
const rooms = readdirSync(path.join(root, 'src'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** Whether something is there by a path as the pages write it: from the root, or inside `src`. */
function isThere(named: string): boolean {
  return ['', 'src'].some((folder) => existsSync(path.join(root, folder, named)));
}

describe('the pages about the code', () => {
  it.each(['ARCHITECTURE.md', 'CONTRIBUTING.md'])(
    '%s names only files and folders that are there',
    (page) => {
      const text = readFileSync(path.join(root, page), 'utf8');
      const named = [...text.matchAll(/`((?:[\w.-]+\/)+[\w.-]*)`/g)].map(([, place = '']) => place);
      const files = named.filter((place) =>
        rooms.some((room) => place.replace(/^src\//, '').startsWith(`${room}/`)),
      );
      expect(files.length).toBeGreaterThan(3);
      expect(named.filter((place) => !isThere(place))).toEqual([]);
    },
  );
});
