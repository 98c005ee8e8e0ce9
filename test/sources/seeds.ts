import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.resolve(import.meta.dirname, '../../../shared/seeds');

/** The real documents are not part of the project; tests on them say so and are skipped without them. */
export const seedsAreHere = existsSync(folder);

/** The text of the real document whose name begins with a number. */
export function seedText(number: string): string {
  const name = readdirSync(folder).find((file) => file.startsWith(number));
  return name === undefined ? '' : readFileSync(path.join(folder, name), 'utf8');
}

/** A small document of our own. */
export function fixture(name: string): string {
  return readFileSync(path.join(import.meta.dirname, '../fixtures/sources', name), 'utf8');
}
