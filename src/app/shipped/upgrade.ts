import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { TenetError } from '../../model/problem.ts';
import { listDeckFiles } from '../decks/deck-files.ts';
import { readTextFile, replaceFile } from '../files.ts';
import type { MergeCounts, Texts } from './merge-parts.ts';
import { type Merged, mergeShipped } from './merge-shipped.ts';
import { shippedPaths, textsOf } from './shipped-files.ts';
import { type Package, recordOf, shippedTexts, writeShipped } from './shipped.ts';

/** A file that an upgrade changes: its text before and after, null for none. */
interface Change {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Written before the first file is changed, so that an upgrade that was cut short can be finished. */
const planPath = '.tenet/upgrade.json';

/** Brings a collection that follows the package up to date; the result says what changed, in a sentence. */
export function upgradeCollection(root: string, from: Package): readonly string[] {
  finishPlan(root);
  const fresh = textsOf(from.root, shippedPaths(from.root));
  const base = shippedTexts(root);
  const record = recordOf(from);
  if (base === undefined) {
    writeShipped(root, record, fresh);
    return [
      `${root} has lost track of what tenet ${from.version} changed: its decks stay as they are.`,
    ];
  }
  const mine = textsOfUser(root, base, fresh);
  const merged = mergeShipped({ base, fresh, mine });
  if (merged.files.size > 0) {
    const changes = [...merged.files].map(([file, after]) => ({
      path: file,
      before: mine.get(file) ?? null,
      after,
    }));
    replaceFile(path.join(root, planPath), JSON.stringify(changes));
    finishPlan(root);
  }
  writeShipped(root, record, fresh);
  return sentence(from.version, merged);
}

/** All the user's decks, since a card may have been moved, and their copies of shipped documents. */
function textsOfUser(root: string, base: Texts, fresh: Texts): Texts {
  const decks = listDeckFiles(path.join(root, 'decks'), root).files.map((file) => file.path);
  const others = [...base.keys(), ...fresh.keys()].filter((file) =>
    existsSync(path.join(root, file)),
  );
  const paths = [...new Set([...decks, ...others])].sort();
  return new Map(
    paths.flatMap((file) => {
      const text = readable(path.join(root, file));
      return text === null ? [] : [[file, text] as const];
    }),
  );
}

/** Null for what cannot be read as a text: it is left alone, as if it had been deleted. */
function readable(file: string): string | null {
  try {
    return readTextFile(file);
  } catch (failure) {
    if (failure instanceof TenetError) return null;
    throw failure;
  }
}

/** Makes the planned changes that are not made yet; what was edited meanwhile is left alone. */
function finishPlan(root: string): void {
  const plan = path.join(root, planPath);
  if (!existsSync(plan)) return;
  const changes = JSON.parse(readFileSync(plan, 'utf8')) as readonly Change[];
  for (const { path: file, before, after } of changes) {
    const target = path.join(root, file);
    if (!isAsPlanned(target, before)) continue;
    if (after === null) rmSync(target, { force: true });
    else replaceFile(target, after);
  }
  rmSync(plan);
}

function isAsPlanned(file: string, before: string | null): boolean {
  if (!existsSync(file)) return before === null;
  return before !== null && readable(file) === before;
}

function sentence(version: string, { cards, documents }: Merged): readonly string[] {
  const parts = [part(cards, 'card'), part(documents, 'document')].filter((text) => text !== '');
  const kept = cards.kept + documents.kept;
  const standing =
    kept === 0
      ? ''
      : ` ${kept} that you edited ${kept === 1 ? 'stays' : 'stay'} as you wrote ${kept === 1 ? 'it' : 'them'}.`;
  if (parts.length === 0 && standing === '') return [];
  const changes = parts.length === 0 ? 'no changes' : parts.join('; ');
  return [`tenet ${version}: ${changes}.${standing}`];
}

function part({ added, changed, withdrawn }: MergeCounts, noun: string): string {
  const counts = [
    [added, 'new'],
    [changed, 'changed'],
    [withdrawn, 'withdrawn'],
  ] as const;
  const words = counts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  if (words.length === 0) return '';
  const total = added + changed + withdrawn;
  return `${noun}${total === 1 ? '' : 's'}: ${words.join(', ')}`;
}
