import { closeSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { partsOfFile } from '../parts.ts';
import type { Parts } from '../parts.ts';

/**
 * A file of the system's temporary folder that one program writes and this one reads, and that nobody else
 * can open.
 */
export class TemporaryFile {
  readonly path: string;
  readonly #folder: string;
  #handle: number | null = null;

  constructor() {
    this.#folder = mkdtempSync(path.join(tmpdir(), 'tenet-'));
    this.path = path.join(this.#folder, 'collection');
  }

  /**
   * To be called when its writer has opened it: from then on it goes with the process, however that ends.
   * Windows removes no open file; there it lies in its folder until `remove`.
   */
  hide(): void {
    this.#handle = openSync(this.path, 'r');
    if (process.platform !== 'win32') rmSync(this.#folder, { recursive: true });
  }

  /** What was written. */
  parts(): Parts {
    return this.#handle === null ? [] : partsOfFile(this.#handle);
  }

  remove(): void {
    if (this.#handle !== null) closeSync(this.#handle);
    this.#handle = null;
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
