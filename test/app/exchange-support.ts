import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openCollection } from '../../src/app/collection/open-collection.ts';
import type { OpenCollection } from '../../src/app/collection/open-collection.ts';
import type { CardKey } from '../../src/model/card.ts';
import type { Grade } from '../../src/model/schedule.ts';

/** A collection in a temporary folder, with a clock that the test sets. */
export interface TestCollection {
  readonly open: OpenCollection;
  readonly root: string;
  readonly clock: { ms: number };
  /** A deck file's text as it stands. */
  deck(name: string): string;
  write(name: string, text: string | Uint8Array): void;
  answer(key: string, grade: Grade): void;
}

export const noon = Date.UTC(2026, 10, 20, 12);

export function temporaryFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'tenet-exchange-'));
}

export async function collectionWith(
  files: Readonly<Record<string, string>>,
): Promise<TestCollection> {
  const root = temporaryFolder();
  writeFileSync(
    path.join(root, 'tenet.toml'),
    'id = "exchange-test"\nfuzz = false\nload_balance = false\n',
  );
  mkdirSync(path.join(root, 'decks'));
  const write = (name: string, text: string | Uint8Array) => {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  };
  for (const [name, text] of Object.entries(files)) write(name, text);
  const clock = { ms: noon };
  const open = await openCollection({
    decks: root,
    db: path.join(root, 'test.db'),
    env: { HOME: root },
    cwd: root,
    clock: { now: () => clock.ms },
  });
  return {
    open,
    root,
    clock,
    deck: (name) => readFileSync(path.join(root, 'decks', name), 'utf8'),
    write,
    answer(key, grade) {
      const { study } = open;
      const next = study.scheduler.next(study.standing(key as CardKey), grade, study.now());
      study.record([
        { card: key as CardKey, body: { kind: 'answer', grade, ms: 3000, due: next.due } },
      ]);
    },
  };
}
