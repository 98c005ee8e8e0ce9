import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { generateDecks, type GenerateOptions } from '../../src/app/generate/decks.ts';
import type { GenerateReport } from '../../src/app/generate/report.ts';
import { foldLedger, type LedgerEntry, parseLedger } from '../../src/ledger/ledger.ts';

/** A folder with documents and decks, and the generator on it. The clock moves only by hand. */
export class GeneratedCollection {
  readonly folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'tenet-generate-')));
  nowMs = Date.UTC(2026, 10, 20, 9);

  constructor(files: Readonly<Record<string, string>> = {}) {
    for (const [file, text] of Object.entries(files)) this.write(file, text);
  }

  at(file: string): string {
    return path.join(this.folder, file);
  }

  write(file: string, text: string | Uint8Array): void {
    mkdirSync(path.dirname(this.at(file)), { recursive: true });
    writeFileSync(this.at(file), text);
  }

  read(file: string): string {
    return existsSync(this.at(file)) ? readFileSync(this.at(file), 'utf8') : '';
  }

  /** Puts one text in place of another, which must be there once. */
  change(file: string, from: string, to: string): void {
    const parts = this.read(file).split(from);
    if (parts.length !== 2) throw new Error(`${file} has "${from}" ${parts.length - 1} times`);
    this.write(file, parts.join(to));
  }

  generate(more: Partial<GenerateOptions> = {}): Promise<GenerateReport> {
    return generateDecks({
      root: this.folder,
      out: this.at('decks'),
      drafts: this.at('drafts'),
      names: [this.at('docs')],
      mode: 'write',
      nowMs: this.nowMs,
      draftsPerDocument: 40,
      ...more,
    });
  }

  ledger(): ReadonlyMap<string, LedgerEntry> {
    return foldLedger(parseLedger(this.read('decks/.tenet/ledger.jsonl'), 'ledger').entries);
  }

  /** The ids of the cards by the words that they rest on. */
  idOf(sentence: string): string {
    const found = [...this.ledger().values()].filter((entry) =>
      entry.sentence.startsWith(sentence),
    );
    if (found.length !== 1) throw new Error(`${found.length} cards rest on "${sentence}"`);
    return found[0]?.id ?? '';
  }

  /** Every file with its content and the time of its last change. */
  files(): Readonly<Record<string, string>> {
    const names = readdirSync(this.folder, { recursive: true, encoding: 'utf8' }).sort();
    return Object.fromEntries(
      names
        .filter((name) => statSync(this.at(name)).isFile())
        .map((name) => [name, `${statSync(this.at(name)).mtimeMs} ${this.read(name)}`]),
    );
  }

  dispose(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
