import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { manifestName } from '../collection/collection.ts';
import { replaceFile } from '../files.ts';
import type { Texts } from './merge-parts.ts';
import { packageRoot, version } from '../package-info.ts';
import { stampOf } from './shipped-files.ts';

/** The package whose decks and documents a collection follows. */
export interface Package {
  readonly root: string;
  readonly version: string;
}

/** What a collection was last brought up to date with. */
export interface ShippedRecord {
  readonly version: string;
  /** A hash of the package's stamp: while it is the same there is nothing to do. */
  readonly stamp: string;
}

const recordPath = '.tenet/shipped.json';
const textsPath = '.tenet/shipped-texts.json';

/** The package that this program is part of. */
export function thisPackage(): Package {
  return { root: packageRoot(), version: version() };
}

/** The record of what this package is now. */
export function recordOf({ root, version }: Package): ShippedRecord {
  const stamp = createHash('sha256').update(stampOf(root, version)).digest('hex').slice(0, 32);
  return { version, stamp };
}

/** What a collection was last brought up to date with; undefined for one that does not follow the package. */
function shippedRecord(root: string): ShippedRecord | undefined {
  const record = readJson(path.join(root, recordPath));
  return record as ShippedRecord | undefined;
}

/** The texts that the package had then; undefined when they are lost. */
export function shippedTexts(root: string): Texts | undefined {
  const texts = readJson(path.join(root, textsPath));
  return texts === undefined ? undefined : new Map(Object.entries(texts as Record<string, string>));
}

/** Remembers a version of the package; the record goes last, so that it never speaks of missing texts. */
export function writeShipped(root: string, record: ShippedRecord, texts: Texts): void {
  replaceFile(path.join(root, textsPath), `${JSON.stringify(Object.fromEntries(texts))}\n`);
  replaceFile(path.join(root, recordPath), `${JSON.stringify(record, null, 2)}\n`);
}

function readJson(file: string): unknown {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (failure) {
    if (failure instanceof SyntaxError) return undefined;
    throw failure;
  }
}

/**
 * Makes the user's own collection when it is not there, and brings it up to date when the package has
 * changed; the result says what happened, a sentence each.
 */
export async function refreshShipped(
  root: string,
  from: Package = thisPackage(),
): Promise<readonly string[]> {
  if (!existsSync(path.join(root, manifestName))) {
    const { makeOwnCollection } = await import('./first-run.ts');
    return makeOwnCollection(root, from);
  }
  const record = shippedRecord(root);
  if (record === undefined || record.stamp === recordOf(from).stamp) return [];
  const { upgradeCollection } = await import('./upgrade.ts');
  return upgradeCollection(root, from);
}
