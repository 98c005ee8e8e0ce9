import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The folder that holds this package: its `package.json`, `decks` and `source-docs`. */
export function packageRoot(): string {
  let folder = import.meta.dirname;
  while (!existsSync(path.join(folder, 'package.json'))) {
    const parent = path.dirname(folder);
    if (parent === folder) throw new Error(`no package.json above ${import.meta.dirname}`);
    folder = parent;
  }
  return folder;
}

/** The version in `package.json`. */
export function version(): string {
  const text = readFileSync(path.join(packageRoot(), 'package.json'), 'utf8');
  const { version } = JSON.parse(text) as { version: string };
  return version;
}
