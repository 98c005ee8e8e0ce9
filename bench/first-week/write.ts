// Plays the first week through and writes its tables into docs/first-week.md: node bench/first-week/write.ts
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { play } from './play.ts';
import { withTables } from './table.ts';

const root = path.resolve(import.meta.dirname, '../..');
const document = path.join(root, 'docs/first-week.md');
const text = withTables(readFileSync(document, 'utf8'), play(root));
writeFileSync(document, text);
process.stdout.write(text);
