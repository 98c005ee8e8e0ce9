import { existsSync } from 'node:fs';
import { inspectDatabase } from '../../store/inspect.ts';
import { hasLog } from '../../store/soundness.ts';

/**
 * What is at a database's place: a file that can be read through, a damaged one, or none. Throws
 * `TenetError` for what is no business of ours: a database of another program or of a newer version.
 */
export function databaseState(database: string): 'sound' | 'damaged' | 'absent' {
  if (existsSync(database)) return inspectDatabase(database).state;
  return hasLog(database) ? 'damaged' : 'absent';
}
