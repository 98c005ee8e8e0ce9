// One export or import with Anki in a process of its own: node bench/anki-work.ts export|import FOLDER FILE
// Prints its time in ms and the most memory in MB that the process had, as JSON.
import path from 'node:path';
import { exportAnki } from '../src/app/export-anki.ts';
import { importFile } from '../src/app/import-file.ts';
import { indexDecks } from '../src/app/index-decks.ts';
import { openCollection } from '../src/app/open-collection.ts';

const [mode, root = '', file = ''] = process.argv.slice(2);
const open = await openCollection({
  decks: root,
  db: path.join(root, 'bench.db'),
  env: { HOME: root },
  cwd: root,
  clock: { now: () => Date.now() },
});
indexDecks(open.collection, open.study);
const start = performance.now();
if (mode === 'export') await exportAnki(open, { out: file, history: true });
else await importFile(open, file);
const ms = performance.now() - start;
open.close();
const megabytes = process.resourceUsage().maxRSS / 1024;
process.stdout.write(JSON.stringify({ ms, megabytes }));
