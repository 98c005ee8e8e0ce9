import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { mediaName } from '../../exchange/anki/media-names.ts';
import type { MediaNames } from '../../markdown/html-media.ts';
import type { Collection } from '../collection/collection.ts';

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
  readonly #staging: string;
  readonly #files = new Map<string, string>();
  #staged: readonly string[] = [];
  readonly #missing = new Set<string>();

  constructor(collection: Collection, source: MediaSource) {
    this.#source = source;
    this.#root = collection.root;
    const decks = path.relative(collection.root, collection.decks).split(path.sep).join('/');
    this.#folder = path.posix.join(decks, 'media');
    this.#staging = path.join(collection.decks, '.tenet', `media-${process.pid}`);
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

  /** Unpacks files next to their place; throws where the package is broken, and then leaves nothing. */
  async stage(names: Iterable<string>): Promise<void> {
    this.#staged = [...new Set(names)].filter((name) => this.#files.has(name));
    if (this.#staged.length === 0) return;
    mkdirSync(this.#staging, { recursive: true });
    try {
      for (const [index, name] of this.#staged.entries()) {
        const bytes = await this.#source.media(name);
        if (bytes === null) this.#missing.add(name);
        else writeFileSync(path.join(this.#staging, String(index)), bytes);
      }
    } catch (failure) {
      this.discard();
      throw failure;
    }
  }

  /** Moves what was unpacked to its place; the result is how many files. */
  settle(): number {
    let moved = 0;
    for (const [index, name] of this.#staged.entries()) {
      const from = path.join(this.#staging, String(index));
      const to = path.join(this.#root, this.#files.get(name) ?? '');
      if (!existsSync(from)) continue;
      mkdirSync(path.dirname(to), { recursive: true });
      renameSync(from, to);
      moved += 1;
    }
    this.discard();
    return moved;
  }

  discard(): void {
    rmSync(this.#staging, { recursive: true, force: true });
  }

  /** Media that notes mention and the package does not hold. */
  missing(): readonly string[] {
    return [...this.#missing].sort();
  }

  /** Files of the collection by the names that notes mention. */
  names(): ReadonlyMap<string, string> {
    return new Map(this.#staged.map((name) => [name, this.#files.get(name) ?? '']));
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
