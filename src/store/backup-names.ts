import path from 'node:path';
import { fileTime } from './file-time.ts';

/** Why a backup was made: somebody asked for it, or a new version was about to change the database. */
type BackupReason = 'asked' | 'upgrade';

const beforeUpgrade = '-before-upgrade';

/** The paths for a backup that nobody named, one after the other: within a second there may be several. */
export function* backupPaths(
  folder: string,
  database: string,
  nowMs: number,
  reason: BackupReason,
): Generator<string, void> {
  const addition = reason === 'upgrade' ? beforeUpgrade : '';
  const start = path.join(folder, `${beginning(database)}${fileTime(nowMs)}${addition}`);
  yield `${start}.db`;
  for (let count = 2; ; count += 1) yield `${start}-${count}.db`;
}

/** Which of these file names `backupPaths` gave the newest backup of a database; null for none. */
export function newestBackupName(names: readonly string[], database: string): string | null {
  let newest: { readonly name: string; readonly rank: string } | null = null;
  for (const name of names) {
    const rank = rankOf(name, database);
    if (rank !== null && (newest === null || rank > newest.rank)) newest = { name, rank };
  }
  return newest?.name ?? null;
}

/** Ranks sort as the backups were made; null for what is no backup of this database. */
function rankOf(name: string, database: string): string | null {
  if (!name.startsWith(beginning(database))) return null;
  const rest = /^(\d{8}T\d{6}Z)(-before-upgrade)?(?:-(\d+))?\.db$/.exec(
    name.slice(beginning(database).length),
  );
  if (rest === null) return null;
  const [, time = '', upgrade, count = '1'] = rest;
  return `${time}${upgrade === undefined ? 'b' : 'a'}${count.padStart(6, '0')}`;
}

function beginning(database: string): string {
  return `${path.basename(database, '.db')}-`;
}
