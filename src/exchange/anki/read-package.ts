import { TenetError } from '../../model/problem.ts';
import type { ZipArchive } from '../zip/read.ts';
import { defaultZipLimits } from '../zip/read.ts';
import type { AnkiCollection } from './collection.ts';
import { isRecord } from './json-values.ts';
import { safeMediaName } from './media-names.ts';
import { Message } from './protobuf.ts';
import { readCollection } from './read-collection.ts';
import { unzstd } from './zstd.ts';

/** A package that is open: the collection is read, media when they are asked for. */
export interface AnkiPackage {
  readonly collection: AnkiCollection;
  /** Names that notes may mention and that lead nowhere else. */
  readonly mediaNames: ReadonlySet<string>;
  /** Names of the package that could lead out of a folder, and were left out. */
  readonly refusedNames: readonly string[];
  /** The content of a media file; null where the package does not hold it. */
  media(name: string): Promise<Uint8Array | null>;
}

type Version = 'legacy 1' | 'legacy 2' | 'latest';

const databases: Readonly<Record<Version, string>> = {
  'legacy 1': 'collection.anki2',
  'legacy 2': 'collection.anki21',
  latest: 'collection.anki21b',
};

/** Reads an .apkg or .colpkg of any version; throws `TenetError` naming `label`. */
export async function readPackage(zip: ZipArchive, label: string): Promise<AnkiPackage> {
  const version = await versionOf(zip, label);
  const packed = await zip.read(databases[version]);
  if (packed === null) throw noCollection(label);
  const latest = version === 'latest';
  const limit = defaultZipLimits.entryBytes;
  const collection = readCollection(latest ? unzstd(packed, label, limit) : packed, label);
  if (isOnlyAdvice(collection)) throw tooNew(label);
  const list = await zip.read('media');
  const media = latest ? mediaMessage(list, label) : mediaJson(list, label);
  const safe = new Map(
    [...media].flatMap(([name, entry]) => {
      const clean = safeMediaName(name);
      return clean === null ? [] : [[clean, entry] as const];
    }),
  );
  return {
    collection,
    mediaNames: new Set(safe.keys()),
    refusedNames: [...media.keys()].filter((name) => safeMediaName(name) === null),
    async media(name) {
      const entry = safe.get(name.normalize('NFC'));
      const bytes = entry === undefined ? null : await zip.read(entry);
      return bytes !== null && latest ? unzstd(bytes, label, limit) : bytes;
    },
  };
}

/** As Anki decides it (anki:rslib/src/import_export/package/meta.rs). */
async function versionOf(zip: ZipArchive, label: string): Promise<Version> {
  const meta = await zip.read('meta');
  if (meta !== null) {
    const version = new Message(meta).number(1);
    if (version < 1 || version > 3) throw tooNew(label);
    return version === 3 ? 'latest' : version === 2 ? 'legacy 2' : 'legacy 1';
  }
  if (zip.names.has(databases['legacy 2'])) return 'legacy 2';
  // Some programs leave the version out.
  if (zip.names.has(databases.latest)) return 'latest';
  return 'legacy 1';
}

/** Newer packages carry a collection for older readers that holds one note: please update. */
function isOnlyAdvice({ notes }: AnkiCollection): boolean {
  return (
    notes.length === 1 &&
    (notes[0]?.fields[0] ?? '').startsWith('Please update to the latest Anki version')
  );
}

function mediaJson(bytes: Uint8Array | null, label: string): Map<string, string> {
  if (bytes === null || bytes.length === 0) return new Map();
  const json = parsedJson(bytes, label);
  return new Map(
    Object.entries(json).map(([entry, name]) => {
      if (!/^\d+$/.test(entry) || typeof name !== 'string') throw brokenMedia(label);
      return [name, entry];
    }),
  );
}

function parsedJson(bytes: Uint8Array, label: string): Readonly<Record<string, unknown>> {
  try {
    const json: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (isRecord(json)) return json;
  } catch (cause) {
    throw brokenMedia(label, cause);
  }
  throw brokenMedia(label);
}

function mediaMessage(bytes: Uint8Array | null, label: string): Map<string, string> {
  if (bytes === null || bytes.length === 0) return new Map();
  const list = unzstd(bytes, label, defaultZipLimits.entryBytes);
  try {
    return new Map(
      new Message(list).messages(1).map((entry, index) => [entry.text(1), String(index)]),
    );
  } catch (cause) {
    throw brokenMedia(label, cause);
  }
}

function brokenMedia(label: string, cause?: unknown): TenetError {
  return new TenetError(`${label} is damaged: its list of media cannot be read.`, {
    hint: 'Export it from Anki again.',
    cause,
  });
}

function noCollection(label: string): TenetError {
  return new TenetError(
    `${label} is a zip file, but not a package of Anki: no collection is in it.`,
    {
      hint: 'Give a file that Anki exported: .apkg or .colpkg.',
    },
  );
}

function tooNew(label: string): TenetError {
  return new TenetError(`${label} was made by a newer Anki than tenet knows.`, {
    hint: 'In Anki, export it again with "Support older Anki versions" ticked, or update tenet.',
  });
}
