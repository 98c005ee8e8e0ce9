import { accessSync, closeSync, constants, openSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { mediaPath } from '../../deck/media.ts';
import { mediaName } from '../../exchange/anki/media-names.ts';
import { mediaFile } from '../../exchange/bundle.ts';
import { partsOfFile } from '../../exchange/parts.ts';
import type { MediaFile } from '../../exchange/anki/write-package.ts';
import type { MediaNames } from '../../markdown/html-media.ts';
import type { Card } from '../../model/card.ts';
import type { Problem } from '../../model/problem.ts';
import { readable } from '../files.ts';
import type { Collection } from '../collection/collection.ts';

/** Nothing else of a disk goes into a package than media, and none above this size, whatever a deck names. */
const largestBytes = 100 * 1024 * 1024;

/** Collects the media that exported cards mention. */
export class MediaCollector {
  readonly #collection: Collection;
  readonly #byPath = new Map<string, MediaFile | null>();
  readonly #problems: Problem[] = [];

  constructor(collection: Collection) {
    this.#collection = collection;
  }

  /** How the media of a card's texts are named in the package; collects them on the way. */
  namesFor(card: Card): MediaNames {
    return { name: (target) => this.#take(target, card)?.name ?? null };
  }

  /** Everything collected, by name. */
  files(): readonly MediaFile[] {
    const byName = new Map<string, MediaFile>();
    for (const file of this.#byPath.values()) if (file !== null) byName.set(file.name, file);
    return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** Media that are mentioned and could not be packed. */
  problems(): readonly Problem[] {
    return this.#problems;
  }

  /** Takes a file of the collection under a name that it already has in Anki. */
  addNamed(name: string, relative: string): void {
    const key = `${relative}\0${name}`;
    if (this.#byPath.has(key)) return;
    const file = this.#find(relative);
    this.#byPath.set(key, file === null ? null : { name, parts: () => partsOf(file) });
  }

  #take(target: string, card: Card): MediaFile | null {
    const { file } = card.place;
    const notation = this.#collection.notationOf(file) ?? 'shared';
    const relative = mediaPath(target, file, notation);
    if (relative === null) return this.#refuse(card, target, 'is no file of this collection');
    const known = this.#byPath.get(relative);
    if (known !== undefined) return known;
    const found = this.#find(relative);
    const taken = found === null ? null : namedByContent(path.posix.basename(relative), found);
    this.#byPath.set(relative, taken);
    return taken ?? this.#refuse(card, target, 'is missing, too large, or no picture or sound');
  }

  /** Where a file lies; null for what is not there or leads, by a link, out of the collection. */
  #find(relative: string): string | null {
    if (!mediaFile.test(relative)) return null;
    try {
      const root = realpathSync(this.#collection.root);
      const file = realpathSync(path.join(root, relative));
      accessSync(file, constants.R_OK);
      const stat = statSync(file);
      const inside = file.startsWith(root + path.sep) && mediaFile.test(file);
      return inside && stat.isFile() && stat.size <= largestBytes ? file : null;
    } catch {
      return null;
    }
  }

  #refuse(card: Card, target: string, why: string): null {
    this.#problems.push({
      ...card.place,
      rule: 'media-missing',
      severity: 'warning',
      message: `"${target}" ${why}, so it is not in the package`,
      remedy: 'Put the file beside the deck, or correct its name.',
      card: card.id,
    });
    return null;
  }
}

/** Opened when it is read, so that no more than a part of all media is in memory. */
function* partsOf(file: string): Generator<Uint8Array, void> {
  try {
    const handle = openSync(file, 'r');
    try {
      yield* partsOfFile(handle);
    } finally {
      closeSync(handle);
    }
  } catch (failure) {
    throw readable(failure, file);
  }
}

function namedByContent(base: string, file: string): MediaFile {
  return { name: mediaName(base, partsOf(file)), parts: () => partsOf(file) };
}
