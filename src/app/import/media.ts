import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { mediaName } from '../../exchange/anki/media-names.ts';
import type { MediaNames } from '../../markdown/html-media.ts';
import { makeFolder } from '../../store/make-folder.ts';
import { syncFile, syncFolder } from '../../store/sync.ts';
import type { Collection } from '../collection/collection.ts';
import { relativePath } from '../relative-path.ts';

/** Where an import's pictures and sounds come from. */
export interface MediaSource {
  readonly mediaNames: { has(name: string): boolean };
  /** Names that could lead out of a folder. */
  readonly refusedNames: readonly string[];
  media(name: string): Promise<Uint8Array | null>;
}

/** Pictures and sounds on their way into a collection; nothing is in its place before `settle`. */
export class MediaIntake {
  readonly #source: MediaSource;
  readonly #root: string;
  /** Relative to the collection, with `/`. */
  readonly #folder: string;
  /** What tenet keeps beside the decks. */
  readonly #ownFolder: string;
  #staging: string | null = null;
  /** Where each unpacked file lies, and its place. */
  readonly #unpacked = new Map<string, string>();
  readonly #files = new Map<string, string>();
  #staged: readonly string[] = [];
  readonly #missing = new Set<string>();

  constructor(collection: Collection, source: MediaSource) {
    this.#source = source;
    this.#root = collection.root;
    const decks = relativePath(collection.root, collection.decks);
    this.#folder = path.posix.join(decks, 'media');
    this.#ownFolder = path.join(collection.decks, '.tenet');
  }

  /** Decides under which names the media that notes mention will lie; reads those that may clash. */
  async prepare(mentioned: Iterable<string>): Promise<void> {
    for (const name of mentioned) {
      if (!this.#source.mediaNames.has(name)) continue;
      const plain = path.posix.join(this.#folder, name);
      this.#files.set(
        name,
        existsSync(path.join(this.#root, plain)) ? await this.#beside(name) : plain,
      );
    }
  }

  /** How a deck file names the media of its cards. */
  namesFrom(deckFile: string): MediaNames {
    return {
      name: (name) => {
        const clean = name.normalize('NFC');
        const file = this.#files.get(clean);
        if (file === undefined) {
          if (!/^[a-z]+:/i.test(clean)) this.#missing.add(clean);
          return null;
        }
        return path.posix.relative(path.posix.dirname(deckFile), file);
      },
    };
  }

  /**
   * Unpacks files near their place, onto the disk; throws where the package is broken, and then leaves
   * nothing.
   */
  async stage(names: Iterable<string>): Promise<void> {
    this.#staged = [...new Set(names)].filter((name) => this.#files.has(name));
    if (this.#staged.length === 0) return;
    makeFolder(this.#ownFolder);
    // A folder of its own: what an import that was killed has left is never taken for a part of this one.
    this.#staging = mkdtempSync(path.join(this.#ownFolder, 'media-'));
    try {
      for (const name of this.#staged) await this.#unpack(name, this.#staging);
      // Only now: the disk has written most of them by itself.
      for (const file of this.#unpacked.keys()) syncFile(file);
    } catch (failure) {
      this.#discard();
      throw failure;
    }
  }

  /** Moves what was unpacked to its place, durably; the result is how many files. */
  settle(): number {
    const folder = path.join(this.#root, this.#folder);
    try {
      if (this.#unpacked.size === 0) return 0;
      makeFolder(folder);
      for (const [from, to] of this.#unpacked) renameSync(from, to);
      syncFolder(folder);
      syncFolder(path.dirname(folder));
      return this.#unpacked.size;
    } finally {
      this.#discard();
    }
  }

  /** Media that notes mention and the package does not hold. */
  missing(): readonly string[] {
    return [...this.#missing].sort();
  }

  /** Files of the collection by the names that notes mention. */
  names(): ReadonlyMap<string, string> {
    return new Map(this.#staged.map((name) => [name, this.#files.get(name) ?? '']));
  }

  async #unpack(name: string, staging: string): Promise<void> {
    const bytes = await this.#source.media(name);
    if (bytes === null) {
      this.#missing.add(name);
      return;
    }
    const from = path.join(staging, String(this.#unpacked.size));
    writeFileSync(from, bytes);
    this.#unpacked.set(from, path.join(this.#root, this.#files.get(name) ?? ''));
  }

  #discard(): void {
    if (this.#staging !== null) rmSync(this.#staging, { recursive: true, force: true });
    this.#staging = null;
    this.#unpacked.clear();
  }

  /** Another file of this name is there: equal content is the same file, other content gets another name. */
  async #beside(name: string): Promise<string> {
    const plain = path.posix.join(this.#folder, name);
    const bytes = await this.#source.media(name);
    if (bytes === null) return plain;
    const there = readFileSync(path.join(this.#root, plain));
    return there.equals(bytes) ? plain : path.posix.join(this.#folder, mediaName(name, [bytes]));
  }
}

/** The names of pictures and sounds in fields of notes. */
export function mentionedMedia(fields: readonly string[]): readonly string[] {
  return fields.flatMap((field) => {
    if (!/<|\[sound:/.test(field)) return [];
    const pictures = field.matchAll(/\bsrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/gi);
    // What opens after the last bracket is never closed.
    const sounds = field.slice(0, field.lastIndexOf(']') + 1).matchAll(/\[sound:([^\]]+)\]/g);
    return [
      ...[...pictures].map((found) => found[1] ?? found[2] ?? found[3] ?? ''),
      ...[...sounds].map((found) => (found[1] ?? '').trim()),
    ].map((name) => name.replaceAll('&amp;', '&').normalize('NFC'));
  });
}
